import { mainTable } from '../../sheets-templates/main-table.ts';
import type { Entity, Field, Pack, TableBinding } from '../../sheets-templates/schema.ts';
import type { Place, Sheet, Workbook } from '../read/types.ts';
import type { Uncalculated } from '../read/uncalculated.ts';
import { readIdentity } from '../splice/custom-part.ts';
import { headerByContent, holdsIds } from './by-content.ts';
import { answered, type ColumnAnswer } from './column-answers.ts';
import { assignColumns, type ColumnUse } from './columns.ts';
import { headingTownship, headingVillage, townshipOf, villageOf } from './context.ts';
import { Grid, rowsBelow } from './grid.ts';
import { findHeader, type Header } from './header.ts';
import { HeaderAgain } from './header-again.ts';
import { ownPlaces } from './place-texts.ts';
import { isPlainList, plainHeader } from './plain-header.ts';
import { type LeftOut, type ReadRow, readRows } from './read-rows.ts';
import { explains } from './row-kind.ts';
import { sideBySide } from './side-by-side.ts';
import { type FieldNames, fieldNames } from './similarity.ts';
import { nextTable, sheetPart, titlesAbove } from './stacked-tables.ts';
import { withStrays } from './stray-columns.ts';
import { recogniseTransposed } from './transposed.ts';

export type { ColumnUse } from './columns.ts';
export type { LeftOut, ReadRow } from './read-rows.ts';
export type { LeftOutReason } from './row-kind.ts';

/** A sheet with records on it. */
export interface RecognisedSheet {
  readonly sheet: string;
  readonly hidden: boolean;
  /** Which of several tables of the sheet, from 0; absent where there is one. */
  readonly part?: number;
  /** Template and entity of the pack. */
  readonly template: string;
  readonly entity: string;
  /** 1-based; the first row of a header of several levels. */
  readonly headerRow: number;
  readonly columns: readonly ColumnUse[];
  readonly records: readonly ReadRow[];
  /** Rows below the header that are no records; blank rows are not listed. */
  readonly leftOut: readonly LeftOut[];
  /** Labels down a column, a person in each column beside it (see `recogniseTransposed`). */
  readonly transposed?: boolean;
  /** Formulas without a result on the sheet. */
  readonly uncalculated?: readonly Uncalculated[];
  /** Cells of the sheet that are crossed out; of a table on its side, as if it stood upright. */
  readonly struck?: readonly Place[];
}

export interface Recognised {
  readonly sheets: readonly RecognisedSheet[];
  /** Sheets on which no table of this pack was found, by name. */
  readonly others: readonly string[];
  /** Those of them that are hidden and hold people, with how many. */
  readonly hidden?: ReadonlyMap<string, number>;
  /** A header was found, and nobody below it. */
  readonly blank?: boolean;
}

/**
 * Finds the tables of a pack in a workbook. Texts are handed on as they stand in the cells; what they mean is the
 * store's to say. A hidden sheet counts only when no visible one holds records.
 */
export function recogniseWorkbook(workbook: Workbook, pack: Pack, answers: readonly ColumnAnswer[] = []): Recognised {
  const recognise = (sheet: Sheet): RecognisedSheet[] => recogniseSheet(sheet, pack, answers);
  const found: RecognisedSheet[] = [];
  const others: string[] = [];
  let blank = false;
  for (const sheet of workbook.sheets) {
    const all = recognise(sheet);
    const upright = all.filter(({ records }) => records.length > 0);
    const tables = upright.length > 0 ? upright : recogniseTransposed(sheet, recognise);
    if (tables.length === 0) {
      others.push(sheet.name);
      blank ||= all.length > 0;
    } else found.push(...numbered(tables).map((table) => withIds(table, workbook)));
  }
  if (found.length === 0) return { ...withoutHeaders(workbook, pack, answers), blank };
  const visible = found.filter((sheet) => !sheet.hidden);
  if (visible.length === 0) return { sheets: found, others };
  const hidden = new Map<string, number>();
  for (const { hidden: passed, sheet, records } of found)
    if (passed) hidden.set(sheet, (hidden.get(sheet) ?? 0) + records.length);
  return { sheets: visible, others: [...others, ...hidden.keys()], hidden };
}

/** Several tables of a sheet are told apart by their number. */
function numbered(tables: readonly RecognisedSheet[]): readonly RecognisedSheet[] {
  return tables.length < 2 ? tables : tables.map((table, part) => ({ ...table, part }));
}

/** When no header says enough: tables that are known by their cells alone, or lists of a few columns under plain words. */
function withoutHeaders(workbook: Workbook, pack: Pack, answers: readonly ColumnAnswer[]): Recognised {
  const binding = mainTable(pack);
  const entity = pack.entities.find(({ key }) => key === binding?.entity);
  if (binding === undefined || entity === undefined) return { sheets: [], others: workbook.sheets.map((s) => s.name) };
  const names = namesOf(entity);
  // A ledger has ID numbers as well.
  const grids = workbook.sheets.flatMap((sheet) => {
    const grid = new Grid(sheet);
    return sheet.hidden || bestHeader(grid, pack) !== undefined ? [] : [grid];
  });
  const under = (grid: Grid, header: Header | undefined): RecognisedSheet[] => {
    if (header === undefined) return [];
    const { table } = tableUnder(grid, { header, binding, entity, names }, answers);
    return table.records.length > 0 && table.columns.some(({ field }) => field === 'name') ? [table] : [];
  };
  const told = grids.flatMap((grid) => under(grid, headerByContent(grid.sheet)));
  const plain = (grid: Grid): RecognisedSheet[] => {
    const header = plainHeader(grid, names);
    return under(grid, header).filter((table) => header !== undefined && isPlainList(table, grid, header));
  };
  const sheets = told.length > 0 ? told : grids.flatMap(plain);
  const known = new Set(sheets.map(({ sheet }) => sheet));
  return { sheets, others: workbook.sheets.map(({ name }) => name).filter((name) => !known.has(name)) };
}

interface Candidate {
  readonly header: Header;
  readonly binding: TableBinding;
  readonly entity: Entity;
  readonly names: readonly FieldNames[];
}

/** The tables on one sheet, side by side or one below the other. */
export function recogniseSheet(sheet: Sheet, pack: Pack, answers: readonly ColumnAnswer[] = []): RecognisedSheet[] {
  if (sheet.rows.length < 2) return [];
  const grid = new Grid(sheet);
  const best = bestHeader(grid, pack);
  // A ledger (trainings of people) names people, but its rows are none.
  if (best === undefined || best.entity.parent !== undefined) return [];
  const beside = sideBySide(sheet, best.header, best.names);
  if (beside.length > 1) return beside.flatMap((part) => recogniseSheet(part, pack, answers));
  const [first] = sheet.rows;
  // The header that names most need not be the first: what stands above it may be a table as well.
  const top = titlesAbove(sheet, best.header.top);
  const above =
    first === undefined || top <= first.row ? [] : recogniseSheet(sheetPart(sheet, first.row, top), pack, answers);
  if (above.some(({ records }) => records.length > 0))
    return [...above, ...recogniseSheet(sheetPart(sheet, top, Number.POSITIVE_INFINITY), pack, answers)];
  const { table, next } = tableUnder(grid, best, answers);
  if (next === undefined || first === undefined || next <= first.row) return [table];
  // Each part is read by itself: what stands above the second header is its title, not the first table's.
  const parts = [sheetPart(sheet, first.row, next), sheetPart(sheet, next, Number.POSITIVE_INFINITY)];
  return parts.flatMap((part) => recogniseSheet(part, pack, answers));
}

function bestHeader(grid: Grid, pack: Pack): Candidate | undefined {
  let best: Candidate | undefined;
  // Several templates are views of one entity.
  const headers = new Map<Entity, Header | undefined>();
  for (const binding of pack.templates) {
    if (binding.kind !== 'table') continue;
    const entity = pack.entities.find((e) => e.key === binding.entity);
    if (entity === undefined) continue;
    const names = namesOf(entity);
    if (!headers.has(entity)) headers.set(entity, findHeader(grid, names));
    const header = headers.get(entity);
    if (header === undefined || !isTable(grid, header, binding, entity)) continue;
    if (best === undefined || closeness(header, binding) > closeness(best.header, best.binding)) {
      best = { header, binding, entity, names };
    }
  }
  return best;
}

/** Rows that explain the columns stand among the first below their header. */
const EXPLAINED = 6;

/** Rows that tell what the columns hold. */
const SAMPLED = 200;

/** The table under a header, and the row where another one begins below it. */
function tableUnder(
  grid: Grid,
  { header, binding, entity, names }: Candidate,
  answers: readonly ColumnAnswer[],
): { readonly table: RecognisedSheet; readonly next: number | undefined } {
  const { sheet } = grid;
  const first = rowsBelow(sheet, header.bottom, SAMPLED);
  const again = new HeaderAgain(header, names);
  const telling = first.filter((row, at) => (at >= EXPLAINED || !explains(row)) && !again.is(row));
  const found = assignColumns(withStrays(header, first), telling, names);
  const columns = answered(found, answers, new Set(entity.fields.map(({ key }) => key)));
  const read = readRows(sheet, header, columns, entity, again);
  const records = ownPlaces(withContext(read, sheet, header, columns, entity), columns);
  const table = {
    sheet: sheet.name,
    hidden: sheet.hidden,
    template: binding.id,
    entity: entity.key,
    headerRow: header.top,
    columns,
    records,
    leftOut: read.leftOut,
    ...(sheet.uncalculated === undefined ? {} : { uncalculated: sheet.uncalculated }),
    ...(sheet.struck === undefined ? {} : { struck: sheet.struck }),
  };
  return { table, next: nextTable(grid, header, names, read) };
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
function isTable({ sheet }: Grid, header: Header, binding: TableBinding, entity: Entity): boolean {
  const wanted = binding.columns.map((column) => column.field);
  const known = wanted.filter((field) => header.fields.has(field)).length;
  const telling = entity.fields.filter((f: Field) => f.type === 'idNumber' || f.key === 'name').map((f) => f.key);
  const told =
    telling.length === 0 ||
    telling.some((field) => header.fields.has(field)) ||
    holdsIds(sheet.rows.filter(({ row }) => row > header.bottom));
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
  const village = missing('village') ? villageOf(sheet, header.top) : '';
  const headings = read.leftOut
    .map(({ row, text }) => ({
      row,
      township: missing('township') ? headingTownship(text) : '',
      village: missing('village') ? headingVillage(text) : '',
    }))
    .filter((heading) => heading.township !== '' || heading.village !== '');
  if (township === '' && village === '' && headings.length === 0) return read.records;
  let next = 0;
  let above = { township, village };
  return read.records.map((record) => {
    for (let heading = headings[next]; heading !== undefined && heading.row < record.row; heading = headings[++next])
      // The villages of one township are not those of the next.
      above = {
        township: heading.township || above.township,
        village: heading.village || (heading.township === '' ? above.village : village),
      };
    const lent: [string, string][] = [
      ['township', above.township],
      ['village', above.village],
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
      return id === undefined || id === '' ? record : { ...record, id };
    });
    return { ...sheet, records };
  }
  return sheet;
}
