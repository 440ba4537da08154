import type { Entity, Field, Pack, TableBinding } from '../../sheets-templates/schema.ts';
import type { Sheet, SheetRow, Workbook } from '../read/types.ts';
import { readIdentity } from '../splice/custom-part.ts';
import { assignColumns, type ColumnUse } from './columns.ts';
import { headingVillage, townshipOf, villageOf } from './context.ts';
import { Grid } from './grid.ts';
import { findHeader, type Header } from './header.ts';
import { type LeftOut, type ReadRow, readRows } from './read-rows.ts';
import { type FieldNames, fieldNames } from './similarity.ts';

export type { ColumnUse } from './columns.ts';
export type { LeftOut, ReadRow } from './read-rows.ts';
export type { LeftOutReason } from './row-kind.ts';

/** A sheet with records on it. */
export interface RecognisedSheet {
  readonly sheet: string;
  readonly hidden: boolean;
  /** Template and entity of the pack. */
  readonly template: string;
  readonly entity: string;
  /** 1-based; the first row of a header of several levels. */
  readonly headerRow: number;
  readonly columns: readonly ColumnUse[];
  readonly records: readonly ReadRow[];
  /** Rows below the header that are no records; blank rows are not listed. */
  readonly leftOut: readonly LeftOut[];
}

export interface Recognised {
  readonly sheets: readonly RecognisedSheet[];
  /** Sheets on which no table of this pack was found, by name. */
  readonly others: readonly string[];
}

/**
 * Finds the tables of a pack in a workbook. Texts are handed on as they stand in the cells; what they mean is the
 * store's to say. A hidden sheet counts only when no visible one holds records.
 */
export function recogniseWorkbook(workbook: Workbook, pack: Pack): Recognised {
  const found: RecognisedSheet[] = [];
  const others: string[] = [];
  for (const sheet of workbook.sheets) {
    const recognised = recogniseSheet(sheet, pack);
    if (recognised === undefined || recognised.records.length === 0) others.push(sheet.name);
    else found.push(withIds(recognised, workbook));
  }
  const visible = found.filter((sheet) => !sheet.hidden);
  if (visible.length === 0) return { sheets: found, others };
  const hidden = found.filter((sheet) => sheet.hidden).map((sheet) => sheet.sheet);
  return { sheets: visible, others: [...others, ...hidden] };
}

/** The table on one sheet, `undefined` where there is none. */
export function recogniseSheet(sheet: Sheet, pack: Pack): RecognisedSheet | undefined {
  if (sheet.rows.length < 2) return undefined;
  const grid = new Grid(sheet);
  let best: { header: Header; binding: TableBinding; entity: Entity; names: readonly FieldNames[] } | undefined;
  for (const binding of pack.templates) {
    if (binding.kind !== 'table') continue;
    const entity = pack.entities.find((e) => e.key === binding.entity);
    if (entity === undefined) continue;
    const names = namesOf(entity);
    const header = findHeader(grid, names);
    if (header === undefined || !isTable(header, binding, entity)) continue;
    if (best === undefined || closeness(header, binding) > closeness(best.header, best.binding)) {
      best = { header, binding, entity, names };
    }
  }
  // A ledger (trainings of people) names people, but its rows are none.
  if (best === undefined || best.entity.parent !== undefined) return undefined;
  const { header, binding, entity, names } = best;
  const body = sheet.rows.filter((row) => row.row > header.bottom);
  const columns = assignColumns(withStrays(header, body), body.slice(0, 200), names);
  const read = readRows(sheet, header, columns, entity, names);
  const records = withContext(read, sheet, header, columns, entity);
  return {
    sheet: sheet.name,
    hidden: sheet.hidden,
    template: binding.id,
    entity: entity.key,
    headerRow: header.top,
    columns,
    records,
    leftOut: read.leftOut,
  };
}

const namesCache = new WeakMap<Entity, readonly FieldNames[]>();

function namesOf(entity: Entity): readonly FieldNames[] {
  const known = namesCache.get(entity);
  if (known !== undefined) return known;
  const names = entity.fields.filter((field) => field.type !== 'image').map(fieldNames);
  namesCache.set(entity, names);
  return names;
}

/** Enough of the template's columns are there, and one that tells records apart (a name, an ID number). */
function isTable(header: Header, binding: TableBinding, entity: Entity): boolean {
  const wanted = binding.columns.map((column) => column.field);
  const known = wanted.filter((field) => header.fields.has(field)).length;
  const telling = entity.fields.filter((f: Field) => f.type === 'idNumber' || f.key === 'name').map((f) => f.key);
  const told = telling.length === 0 || telling.some((field) => header.fields.has(field));
  // A roster has the columns that say whose a ledger's row is; a ledger has its own ones besides.
  const own =
    entity.parent === undefined ? [] : entity.fields.filter((f) => f.owner === undefined && f.type !== 'sequence');
  const ownKnown = own.filter(({ key }) => header.fields.has(key)).length;
  return told && ownKnown * 2 >= own.length && known >= Math.max(3, Math.ceil(wanted.length * 0.35));
}

/** How much a header and a template have in common, 0…1. */
function closeness(header: Header, binding: TableBinding): number {
  const wanted = new Set(binding.columns.map((column) => column.field));
  const common = [...header.fields].filter((field) => wanted.has(field)).length;
  return common / (wanted.size + header.fields.size - common);
}

/** Columns that hold something without a header are columns too. */
function withStrays(header: Header, body: readonly SheetRow[]): Header['columns'] {
  const known = new Set(header.columns.map((column) => column.column));
  const strays = new Set<number>();
  const left = header.columns[0]?.column ?? 0;
  const right = header.columns.at(-1)?.column ?? 0;
  for (const row of body.slice(0, 200)) {
    for (const { column } of row.cells) {
      if (!known.has(column) && column >= left && column <= right) strays.add(column);
    }
  }
  const added = [...strays].map((column) => ({ column, levels: [''] }));
  return [...header.columns, ...added].sort((a, b) => a.column - b.column);
}

/** A sheet without a column for the township or village often says it elsewhere: in its title, name or headings. */
function withContext(
  read: { readonly records: readonly ReadRow[]; readonly leftOut: readonly LeftOut[] },
  sheet: Sheet,
  header: Header,
  columns: readonly ColumnUse[],
  entity: Entity,
): readonly ReadRow[] {
  const missing = (key: string): boolean =>
    entity.fields.some((field) => field.key === key) && !columns.some((column) => column.field === key);
  const township = missing('township') ? townshipOf(sheet, header.top) : '';
  const village = missing('village') ? villageOf(sheet) : '';
  const headings = missing('village')
    ? read.leftOut.map(({ row, text }) => ({ row, village: headingVillage(text) })).filter((h) => h.village !== '')
    : [];
  if (township === '' && village === '' && headings.length === 0) return read.records;
  let next = 0;
  let heading = '';
  return read.records.map((record) => {
    for (; (headings[next]?.row ?? record.row) < record.row; next++) heading = headings[next]?.village ?? '';
    const lent: [string, string][] = [
      ['township', township],
      ['village', heading === '' ? village : heading],
    ];
    const texts = { ...Object.fromEntries(lent.filter(([, text]) => text !== '')), ...record.texts };
    return { ...record, texts };
  });
}

/** Ids from our own export. Rows may have been sorted since: whoever merges lets the ID number have the last word. */
function withIds(sheet: RecognisedSheet, workbook: Workbook): RecognisedSheet {
  for (const xml of workbook.customXml) {
    const identity = readIdentity(xml);
    if (identity === undefined || identity.sheet !== sheet.sheet || identity.template !== sheet.template) continue;
    const records = sheet.records.map((record) => {
      const id = identity.ids[record.row - identity.firstRow];
      return id === undefined ? record : { ...record, id };
    });
    return { ...sheet, records };
  }
  return sheet;
}
