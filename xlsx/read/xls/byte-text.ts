/** Code pages of the CODEPAGE record that a decoder knows under another name; those of 125x it knows as `windows-125x`. */
const LABELS: ReadonlyMap<number, string> = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10008, 'gb18030'],
  [65001, 'utf-8'],
]);

/** Makes text of strings that are bytes (Excel 95 and earlier). */
export type DecodeBytes = (bytes: Uint8Array) => string;

/**
 * Decodes by a code page. Programs that wrote such files for Chinese offices often named the western one, or none, and
 * wrote GBK or UTF-8 all the same: what is valid as one of these is taken for it first.
 */
export function decoderOf(codePage: number | undefined): DecodeBytes {
  const declared = codePage === undefined ? undefined : LABELS.get(codePage);
  const western = codePage !== undefined && codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : undefined;
  const labels = declared === undefined ? ['utf-8', 'gb18030'] : [declared];
  const strict = labels.map((label) => new TextDecoder(label, { fatal: true }));
  const last = new TextDecoder(western ?? declared ?? 'gb18030');
  return (bytes) => {
    for (const decoder of strict) {
      try {
        return decoder.decode(bytes);
      } catch {
        // The next one may know it.
      }
    }
    return last.decode(bytes);
  };
}
