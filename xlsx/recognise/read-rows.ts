import type { Entity, Field } from '../../sheets-templates/schema.ts';
import type { Sheet, SheetRow } from '../read/types.ts';
import { isDitto } from './blank.ts';
import type { ColumnUse } from './columns.ts';
import { looksLikeIdNumber, squeezed } from './content.ts';
import { fillBlocks } from './fill-blocks.ts';
import { fillHeadings, type PlaceRow, placeRow } from './fill-headings.ts';
import { MergeCursor } from './grid.ts';
import type { Header } from './header.ts';
import type { HeaderAgain } from './header-again.ts';
import { isPlainRecord, type LeftOutReason, type OwnText, rowKind } from './row-kind.ts';

/** One record as it stands in the sheet. */
export interface ReadRow {
  readonly row: number;
  /** Text per field, as displayed; a field whose cells are blank has none. Several columns of one field: joined by a space. */
  readonly texts: Readonly<Record<string, string>>;
  /** Text per column of the sender's own, by its header. */
  readonly extra: Readonly<Record<string, string>>;
  /** Fields whose cell is blank and whose text is that of the block above (see `fillBlocks`). */
  readonly lent?: readonly string[];
  /** What the cells of fields say whose text is that of the record before: 同上. */
  readonly dittos?: Readonly<Record<string, string>>;
  /** What the cells of fields say of which `texts` has a part only (see `ownPlaces`). */
  readonly written?: Readonly<Record<string, string>>;
  /** Where each field stands (`name` → `B3`), of a table on its side. */
  readonly cells?: Readonly<Record<string, string>>;
  /** The record's id in our own export, by the row it stood in. */
  readonly id?: string;
}

/** A row below the header that is no record. */
export interface LeftOut {
  readonly row: number;
  readonly reason: LeftOutReason;
  readonly text: string;
}

interface Target {
  readonly column: number;
  readonly field: Field | undefined;
  readonly header: string;
  readonly merges: MergeCursor | undefined;
  /** The text of the record before, for 同上. */
  last: string;
  /** The text of the merged area that the walk is in. */
  lent: string;
}

/** Sorts the rows below the header into records and others; merged cells and 同上 lend their text downward. */
export function readRows(
  sheet: Sheet,
  header: Header,
  columns: readonly ColumnUse[],
  entity: Entity,
  again: HeaderAgain,
): { readonly records: readonly ReadRow[]; readonly leftOut: readonly LeftOut[] } {
  const records: ReadRow[] = [];
  const leftOut: LeftOut[] = [];
  const frames: PlaceRow[] = [];
  const targets = targetsOf(sheet, columns, entity);
  const fields: (Field | undefined)[] = [];
  for (const { column, field } of targets) fields[column] = field;
  const wide = wideRows(sheet, columns);
  let foreign = false;
  for (const row of sheet.rows) {
    if (row.row <= header.bottom) continue;
    if (isPlainRecord(row, fields)) {
      records.push(readRow(row, targets));
      continue;
    }
    const own = ownTexts(row, fields);
    const found = rowKind({ row, own, spanned: wide.has(row.row), isHeader: () => again.is(row) });
    if (found === 'header' && again.is(row)) foreign = again.isForeign(row);
    // An ID number in its own column is a person's, whatever stands above it.
    const other = foreign && (found === 'blank' || (found === 'record' && !hasId(own)));
    const kind = other && row.cells.some((cell) => cell.text.trim() !== '') ? 'unclear' : found;
    if (kind === 'record') {
      records.push(readRow(row, targets));
      continue;
    }
    const text = row.cells.map((c) => c.text).join(' ');
    if (kind === 'blank' || kind === 'title') frames.push(...placeRow(row.row, text, row.cells, own));
    if (kind !== 'blank') leftOut.push({ row: row.row, reason: kind, text });
  }
  const { records: filled, used } = fillHeadings(records, frames);
  const listed = new Set(leftOut.map(({ row }) => row));
  for (const { row, text } of used) if (!listed.has(row)) leftOut.push({ row, reason: 'title', text });
  return { records: fillBlocks(filled, targets), leftOut: leftOut.sort((a, b) => a.row - b.row) };
}

function ownTexts({ cells }: SheetRow, fields: readonly (Field | undefined)[]): readonly OwnText[] {
  return cells.flatMap(({ column, text }) => {
    const field = fields[column];
    return field === undefined ? [] : [{ field, text }];
  });
}

function hasId(own: readonly OwnText[]): boolean {
  return own.some(({ field, text }) => field.type === 'idNumber' && looksLikeIdNumber(squeezed(text)));
}

function targetsOf(sheet: Sheet, columns: readonly ColumnUse[], entity: Entity): readonly Target[] {
  const fields = new Map(entity.fields.map((field) => [field.key, field]));
  const headers = new Set<string>();
  return columns.map(({ column, field, header }) => {
    const first = header === '' ? `第${column + 1}列` : header;
    let name = first;
    if (field === undefined) {
      for (let n = 2; headers.has(name); n++) name = `${first}${n}`;
      headers.add(name);
    }
    const cursor = new MergeCursor(sheet.merges, column);
    return {
      column,
      field: field === undefined ? undefined : fields.get(field),
      header: name,
      merges: cursor.empty ? undefined : cursor,
      last: '',
      lent: '',
    };
  });
}

/** Rows that one merged area covers for more than half of the table's width. */
function wideRows(sheet: Sheet, columns: readonly ColumnUse[]): ReadonlySet<number> {
  const rows = new Set<number>();
  const width = Math.max(2, columns.length * 0.5);
  for (const area of sheet.merges) {
    if (area.right - area.left + 1 > width && area.bottom - area.top < 20) {
      for (let row = area.top; row <= area.bottom; row++) rows.add(row);
    }
  }
  return rows;
}

function readRow(row: SheetRow, targets: readonly Target[]): ReadRow {
  // Field keys are identifiers; a header may be anything, `__proto__` too.
  const texts: Record<string, string> = {};
  const extra: [string, string][] = [];
  let dittos: Record<string, string> | undefined;
  let next = 0;
  for (const target of targets) {
    while ((row.cells[next]?.column ?? Number.POSITIVE_INFINITY) < target.column) next++;
    const cell = row.cells[next];
    const own = textOf(cell?.column === target.column ? cell.text : undefined, row.row, target);
    const ditto = own !== '' && own.length < 8 && isDitto(own);
    const text = ditto ? target.last : own;
    target.last = text;
    if (text === '') continue;
    if (ditto && target.field !== undefined) dittos = { ...dittos, [target.field.key]: own };
    if (target.field === undefined) {
      extra.push([target.header, text]);
      continue;
    }
    const { key } = target.field;
    const before = texts[key];
    texts[key] = before === undefined ? text : joined(target.field, before, text);
  }
  const read = { row: row.row, texts, extra: extra.length === 0 ? NO_EXTRA : Object.fromEntries(extra) };
  return dittos === undefined ? read : { ...read, dittos };
}

/** Columns of one field: 姓 and 名 are one name, a year and a month one date, anything else stands side by side. */
function joined({ key, type }: Field, before: string, text: string): string {
  if (type === 'yearMonth') {
    const unit = /年\d/.test(before) ? '月' : '年';
    return `${before.trim().replace(/[年月]$/, '')}${unit}${text.trim().replace(/[月日]$/, '')}`;
  }
  const whole = type === 'idNumber' || (key === 'name' && before.length <= 2);
  return `${before}${whole ? '' : ' '}${text}`;
}

/** Of rows without a column of the sender's own, or with nothing in it. */
export const NO_EXTRA: ReadRow['extra'] = {};

/** A cell's text, or that of the merged area which it lies in. */
function textOf(own: string | undefined, row: number, target: Target): string {
  let text = own ?? '';
  const area = target.merges?.at(row);
  if (area !== undefined) {
    if (row === area.top || own !== undefined) target.lent = text;
    else text = target.lent;
  }
  return text;
}
