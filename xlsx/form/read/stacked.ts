/**
 * The records of one quarter's line. Several stand one below the other, each column with a text per line: they are told
 * apart when every column that holds something has as many lines as `by` (the mentor), which has two or more.
 */
export function splitStacked(values: Readonly<Record<string, string>>, by: string): Readonly<Record<string, string>>[] {
  const filled = Object.entries(values).filter(([, text]) => text.trim() !== '');
  const lines = filled.map(([key, text]) => [key, text.split(/\r?\n/)] as const);
  const count = lines.find(([key]) => key === by)?.[1].length ?? 1;
  if (count < 2 || lines.length < 2 || lines.some(([, texts]) => texts.length !== count)) return [values];
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(lines.map(([key, texts]) => [key, texts[i] ?? ''])),
  );
}
