/** What a text file of a table may be written in; `undefined` when the bytes are no text. */
export function decodeTable(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decoded(bytes, 'utf-8');
  // Excel's "Unicode text" is UTF-16 with tabs.
  if (a === 0xff && b === 0xfe) return decoded(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return decoded(bytes, 'utf-16be');
  if (bytes.subarray(0, 65_536).includes(0)) return undefined;
  // Chinese in GB18030 is hardly ever valid UTF-8, so UTF-8 is asked first.
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030');
}

/** Markup says what it is written in (`charset=gb2312`, `encoding="GBK"`); where it does not, or wrongly, as text. */
export function decodeDeclared(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4_096));
  const label = /(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w-]*)/i.exec(head)?.[1];
  const declared = label === undefined || bytes[0] === 0xff || bytes[0] === 0xfe ? undefined : decoded(bytes, label);
  return declared ?? decodeTable(bytes);
}

function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const DELIMITERS = ['\t', ',', ';', '，', '|'];

/** The sign between the cells: the one that most of the first lines agree on; `undefined` when there is none. */
export function delimiterOf(text: string): string | undefined {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  let best: { readonly sign: string; readonly score: number } | undefined;
  for (const sign of DELIMITERS) {
    const score = lines.reduce((sum, line) => sum + Math.min(40, line.split(sign).length - 1), 0);
    if (score > 0 && score > (best?.score ?? 0)) best = { sign, score };
  }
  return best?.sign;
}

/**
 * Takes text apart (RFC 4180, with any of the line ends). A quote within an unquoted cell is a sign like any other.
 * `onCell` false stops, and so does the answer.
 */
export function splitCells(
  text: string,
  delimiter: string,
  onCell: (row: number, column: number, text: string) => boolean,
): boolean {
  let row = 1;
  let column = 0;
  let at = 0;
  while (at < text.length) {
    let cell: string;
    if (text.charAt(at) === '"') {
      const end = closingQuote(text, at + 1);
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = Math.min(text.length, end + 1);
      const rest = endOfCell(text, at, delimiter);
      cell += text.slice(at, rest);
      at = rest;
    } else {
      const end = endOfCell(text, at, delimiter);
      cell = text.slice(at, end);
      at = end;
    }
    if (!onCell(row, column, cell)) return false;
    if (text.startsWith(delimiter, at)) {
      column++;
      at += delimiter.length;
      continue;
    }
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    row++;
    column = 0;
  }
  return true;
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charAt(at + 1) !== '"') return at;
  }
  return text.length;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === delimiter || sign === '\n' || sign === '\r') return at;
  }
  return text.length;
}
