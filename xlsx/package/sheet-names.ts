/** Names that every program takes: at most 31 units, none of `[]:*?/\`, each once. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const signs = [...name].map((sign) => (sign < ' ' || '[]:*?/\\'.includes(sign) ? '_' : sign)).slice(0, 27);
    const plain = signs.join('').replace(/^'|'$/g, '_') || '_';
    let next = plain;
    for (let n = 2; taken.has(next.toLowerCase()); n++) next = `${plain}(${n})`;
    taken.add(next.toLowerCase());
    return next;
  });
}
