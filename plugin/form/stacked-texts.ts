/**
 * A cell that shows several records one below the other was edited: whose are its lines now? Lines that did not change
 * stay with their records, from the top and from the bottom; what is between is handed out line by line, the last record
 * in between taking what is left. With no record in between, a line more is nobody's yet.
 * @param before the records' texts as they were shown, joined by line breaks
 * @returns the records' texts, and what belongs to none of them
 */
export function dealLines(
  before: readonly string[],
  text: string,
): { readonly texts: readonly string[]; readonly rest: readonly string[] } {
  const texts = [...before];
  let lines = text.split('\n');
  let from = 0;
  let to = before.length;
  for (; from < to; from++) {
    const own = (before[from] ?? '').split('\n');
    if (!startsWith(lines, own)) break;
    lines = lines.slice(own.length);
  }
  for (; to > from; to--) {
    const own = (before[to - 1] ?? '').split('\n');
    if (!startsWith([...lines].reverse(), [...own].reverse())) break;
    lines = lines.slice(0, lines.length - own.length);
  }
  if (text === '') lines = [];
  if (from === to) return { texts, rest: lines };
  for (let at = from; at < to; at++) {
    const last = at === to - 1 && to < before.length;
    texts[at] = last ? lines.splice(0).join('\n') : (lines.shift() ?? '');
  }
  return { texts, rest: lines };
}

function startsWith(lines: readonly string[], own: readonly string[]): boolean {
  return own.length <= lines.length && own.every((line, i) => line === lines[i]);
}
