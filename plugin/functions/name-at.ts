/** The name of a function in which the caret of a formula stands, as far as it goes; '' where none was begun. */
export function nameAt(text: string, caret: number): string {
  const before = text.slice(0, caret);
  if (!before.startsWith('=') || before.split('"').length % 2 === 0) return '';
  const begun = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(before)?.[0];
  return begun === undefined ? '' : begun + (/^[\p{L}\p{N}_.]*/u.exec(text.slice(caret))?.[0] ?? '');
}
