/**
 * Which record stands on which line of a growing section, `null` for a blank one. While a person is shown, records keep
 * their lines: one that was emptied leaves its line blank, since the next key goes there, and one that comes (typed,
 * undone, from a ledger) takes the blank line before the record that it stands before.
 * @param lines as they are shown now
 * @param wanted the records that belong here, in their order
 */
export function settleLines(lines: readonly (string | null)[], wanted: readonly string[]): (string | null)[] {
  const known = new Set(wanted);
  const next = lines.map((id) => (id !== null && known.has(id) ? id : null));
  const standing = new Set(next);
  wanted.forEach((id, at) => {
    if (standing.has(id)) return;
    const before = at === 0 ? -1 : next.indexOf(wanted[at - 1] ?? '');
    // The blank line right behind the record before it; without one, a line is made there.
    if (before + 1 < next.length && next[before + 1] === null) next[before + 1] = id;
    else next.splice(before + 1, 0, id);
    standing.add(id);
  });
  while (next.length > 0 && next.at(-1) === null) next.pop();
  return next;
}
