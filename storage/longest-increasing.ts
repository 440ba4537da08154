/** Positions of one longest strictly increasing subsequence, ascending. O(n log n). */
export function longestIncreasing(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? (tails[low - 1] ?? -1) : -1);
    tails[low] = i;
  }
  const positions: number[] = [];
  for (let at = tails[tails.length - 1] ?? -1; at >= 0; at = before[at] ?? -1) positions.push(at);
  return positions.reverse();
}
