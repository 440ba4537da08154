/** Scores are added as whole ten-thousandths, so that equal averages are equal whatever order they were added in. */
const UNIT = 10_000;
const HUNDREDTH = UNIT / 100;

/** A score as typed (`85`, `85.5`); `undefined`: no number from 0 to 100. */
export function readScore(text: string): number | undefined {
  if (!/^\d{1,3}(\.\d{1,10})?$/.test(text)) return undefined;
  const score = Number(text);
  return score <= 100 ? score : undefined;
}

/** The average to two decimals; `null` of nothing. */
export function average(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  const sum = scores.reduce((total, score) => total + Math.round(score * UNIT), 0);
  return Math.round(sum / scores.length / HUNDREDTH) / 100;
}

/** `after` less `before`, to two decimals. */
export function difference(after: number, before: number): number {
  const units = Math.round(after * UNIT) - Math.round(before * UNIT);
  // -0 would read as a loss.
  return Math.round(units / HUNDREDTH) / 100 || 0;
}

/**
 * Ranks from the highest score down: equal scores share a rank and the next is skipped (1, 2, 2, 4). `null` scores have
 * none. O(n log n).
 */
export function ranks(scores: readonly (number | null)[]): readonly (number | null)[] {
  const sorted = scores.filter((score) => score !== null).sort((a, b) => b - a);
  const first = new Map<number, number>();
  for (const [at, score] of sorted.entries()) if (!first.has(score)) first.set(score, at + 1);
  return scores.map((score) => (score === null ? null : (first.get(score) ?? null)));
}
