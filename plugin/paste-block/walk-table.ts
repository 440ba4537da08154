const TAG = /<(\/?)(table|tr|td|th)\b[^>]*>/gi;
/** More than any sheet has. */
const MOST = 1_048_576;
const SPAN = { row: /\srowspan\s*=\s*["']?(\d+)/i, col: /\scolspan\s*=\s*["']?(\d+)/i } as const;

/** A cell of a table on a page, with how far it is merged; rows and columns from 0. */
export interface WalkedCell {
  readonly row: number;
  readonly column: number;
  readonly down: number;
  readonly across: number;
  /** `<td …>` */
  readonly tag: string;
  /** Where its content begins in the page. */
  readonly inside: number;
}

/** Goes through the tables of a page, tag by tag: `table` and `row` where one begins, else a cell in its place. */
export function* walkTable(html: string): Generator<'table' | 'row' | WalkedCell> {
  /** By column, the first row that a cell from above does not reach any more. */
  const held: number[] = [];
  let row = -1;
  let column = 0;
  for (const match of html.matchAll(TAG)) {
    const { 0: tag, 1: slash, 2: name } = match;
    if (slash !== '') continue;
    const kind = name?.toLowerCase();
    if (kind === 'table') yield 'table';
    else if (kind === 'tr') {
      row++;
      column = 0;
      yield 'row';
    } else {
      while ((held[column] ?? 0) > row) column++;
      const down = spanOf(tag, 'row');
      const across = Math.min(spanOf(tag, 'col'), 1_000);
      yield { row, column, down, across, tag, inside: match.index + tag.length };
      for (let i = 0; i < across; i++) held[column + i] = row + down;
      column += across;
    }
  }
}

function spanOf(tag: string, side: 'row' | 'col'): number {
  const count = SPAN[side].exec(tag)?.[1];
  return Math.min(MOST, Math.max(1, Number(count ?? 1)));
}
