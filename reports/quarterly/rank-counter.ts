/** Averages have two decimals and lie from 0 to 100. */
const PLACES = 100 * 100 + 1;

/**
 * Ranks of averages that come and go: equal ones share a rank and the next is skipped, as in `ranks`. Adding, taking away and
 * asking cost the same among three people and three thousand (a Fenwick tree over hundredths of a point).
 */
export class RankCounter {
  private readonly sums = new Int32Array(PLACES + 1);
  private total = 0;

  add(average: number | null): void {
    this.count(average, 1);
  }

  remove(average: number | null): void {
    this.count(average, -1);
  }

  /** The rank that an average has among those that are there; `null` has none. */
  rankOf(average: number | null): number | null {
    return average === null ? null : this.total - this.upTo(placeOf(average)) + 1;
  }

  private count(average: number | null, by: number): void {
    if (average === null) return;
    this.total += by;
    for (let at = placeOf(average); at <= PLACES; at += at & -at) this.sums[at] = (this.sums[at] ?? 0) + by;
  }

  private upTo(place: number): number {
    let sum = 0;
    for (let at = place; at > 0; at -= at & -at) sum += this.sums[at] ?? 0;
    return sum;
  }
}

const placeOf = (average: number): number => Math.round(average * 100) + 1;
