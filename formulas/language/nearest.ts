/** Number of letters to add, drop or change between two words. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries())
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known name that a wrong one was most likely meant to be; nothing when none is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const letters = [...name.toLowerCase()];
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const other = [...candidate.toLowerCase()];
    if (Math.abs(other.length - letters.length) >= least) continue;
    const far = distance(letters, other);
    if (far < least && far <= Math.max(1, Math.floor(Math.max(letters.length, other.length) / 3))) {
      least = far;
      best = candidate;
    }
  }
  return best;
}
