import type { RowMap } from './row-map.ts';

/**
 * Free rows between others, by the order of the records: what was out of sight with somebody who had left comes back
 * where it stood, not at the end. Good for one restoring.
 */
export class Gaps {
  private places: ReadonlyMap<string, number> | null = null;

  constructor(
    private readonly order: readonly string[],
    private readonly map: RowMap,
  ) {}

  /** The free row right behind the record that one comes after; `null` where there is none. */
  before(id: string): number | null {
    this.places ??= new Map(this.order.map((own, at) => [own, at]));
    let at = this.places.get(id) ?? 0;
    let row: number | undefined;
    while (row === undefined && at > 0) row = this.map.rowOf(this.order[--at] ?? '');
    const free = row === undefined ? this.map.firstRow : row + 1;
    return free <= this.map.lastRow && this.map.idAt(free) === null ? free : null;
  }
}
