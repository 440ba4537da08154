/** First wait after a failed write, and the longest, in milliseconds. */
const FIRST = 500;
const LONGEST = 30_000;

/** How long to wait before the next try after `failures` failed ones in a row (1, 2, …). */
export function retryDelay(failures: number): number {
  return Math.min(LONGEST, FIRST * 2 ** Math.max(0, failures - 1));
}
