import { CellValueType, type ICellData, type IStyleData, type IWorkbookData, type Nullable } from '@univerjs/core';
import { catalogue } from '../../formulas/catalogue.ts';
import { choicesOf } from '../../records/compile.ts';
import { idsListed } from '../../records/in-force.ts';
import { ownerSpec } from '../../records/owner/owner-spec.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { Pack, TableBinding } from '../../sheets-templates/schema.ts';
import { choiceRules } from '../choices/choice-rules.ts';
import { HeaderKeeper } from '../guard/header-keeper.ts';
import { BoundTable } from './bound-table.ts';
import { columnIndex } from './columns.ts';
import { LateRows } from './late-rows.ts';
import { TableLooks, type TemplateLooks } from './looks.ts';
import { placeOwnColumns, TEXT_STYLE } from './place-own-columns.ts';
import { neededHeight, storedWidth, wrappedColumns } from './row-heights.ts';
import {
  type Cells,
  hasContent,
  type OpenedSheet,
  type SheetPart,
  type SheetRequest,
  type StoredSheet,
  sheetOf,
} from './sheet-part.ts';
import { ID_KEY, SPARE_ROWS, TableSheet } from './table-sheet.ts';
import { templateSnapshot } from './template-snapshot.ts';
import { shiftOf, weaveRows } from './weave-rows.ts';

/** Fields that the program numbers; they are drawn, never stored. */
export function sequenceFields(pack: Pack, entity: string): ReadonlySet<string> {
  const fields = pack.entities.find((e) => e.key === entity)?.fields ?? [];
  return new Set(fields.filter((f) => f.type === 'sequence').map((f) => f.key));
}

/**
 * The sheet of a table: the template's own with one row per person in force, or the one stored last time with the
 * records' present values in it.
 */
export async function makeTable(request: SheetRequest<TableBinding>): Promise<SheetPart> {
  const { loaded, binding, store, stored } = request;
  const template = await templateSnapshot(request);
  const templateSheet = sheetOf(template, binding.sheet);
  const sheet = stored ?? templateSheet;
  const styles = { ...template.styles, [TEXT_STYLE.id]: TEXT_STYLE.style };
  const first = binding.sampleRow - 1;
  const templateCells = templateSheet.cellData;
  const lookOf = (row: number): ReadonlyMap<number, ICellData['s']> =>
    new Map(
      binding.columns.map((c) => [columnIndex(c.column), templateCells[row]?.[columnIndex(c.column)]?.s ?? null]),
    );
  const looks: TemplateLooks = { body: lookOf(first), head: Array.from({ length: first }, (_, row) => lookOf(row)) };
  const columns = binding.columns.map((c) => {
    const column = columnIndex(c.column);
    return { column, field: c.field, s: looks.body.get(column) ?? null };
  });
  const idColumn = Math.min(...columns.map((c) => c.column));
  const entity = loaded.pack.entities.find((e) => e.key === binding.entity);
  const ids = idsListed(store, binding.entity, (entity && ownerSpec(loaded.pack, entity)?.parent) ?? null);

  writeTexts(sheet.cellData, binding, store);
  const rows = stored ? settle(sheet, ids, first, idColumn) : new Map(ids.map((id, i) => [id, first + i]));
  const lastColumn = Math.max(...columns.map((c) => c.column));
  const sequence = sequenceFields(loaded.pack, binding.entity);
  const standard = templateSheet.rowData?.[first]?.h ?? sheet.defaultRowHeight ?? 24;
  const styled = columns
    .filter(({ field }) => !sequence.has(field))
    .map(({ column, field, s }) => ({ column, field, style: styleOf(styles, s) }));
  const wrapped = wrappedColumns(styled, (column) =>
    storedWidth(sheet.columnData, column, sheet.defaultColumnWidth ?? 72),
  );
  sheet.defaultRowHeight = standard;
  const reader = store.reader(binding.entity);
  const owners = fitHeights(sheet, rows, standard, (id) => neededHeight(wrapped, reader(id)));
  const place = { headerRow: binding.headerRow - 1, lastColumn, entity: binding.entity };
  const writeOwn = placeOwnColumns(sheet, place, store);
  const last = Math.max(first - 1, owners.length - 1);
  const rowCount = Math.max(stored ? (sheet.rowCount ?? 0) : 0, last + 1 + SPARE_ROWS);
  sheet.rowCount = rowCount;
  const late = new LateRows(sheet.cellData, first, rowCount, (row, cells) => {
    const id = owners[row] ?? null;
    const shown = id === null ? null : reader(id);
    for (const { column, field, s } of columns) {
      const text = shown === null || sequence.has(field) ? '' : shown(field);
      // A look that came from another workbook's style table means nothing here; the sample row's is the body's.
      cells[column] = bodyCell(cells[column]?.s ?? s, text, column === idColumn ? id : null);
    }
    if (id !== null) writeOwn(id, cells);
  });
  sheet.cellData = late.cells;

  return {
    sheet,
    styles,
    defaultStyle: template.defaultStyle,
    rules: choiceRules(loaded.pack, binding),
    late,
    bind(opened) {
      late.attach(opened.worksheet);
      return bindTable(request, looks, rows, opened);
    },
  };
}

function bindTable(
  { loaded, binding, store }: SheetRequest<TableBinding>,
  looks: TemplateLooks,
  rows: ReadonlyMap<string, number>,
  { commands, workbook, worksheet, today }: OpenedSheet,
): BoundTable {
  const entity = loaded.pack.entities.find((e) => e.key === binding.entity);
  const fields = entity?.fields ?? [];
  const owner = entity && (ownerSpec(loaded.pack, entity)?.parent ?? null);
  const clean = catalogue.get('ID.CLEAN');
  const sequence = sequenceFields(loaded.pack, binding.entity);
  const sheet = new TableSheet(commands, workbook, worksheet, binding, sequence, looks);
  return new BoundTable(sheet, rows, {
    store,
    entity: binding.entity,
    // The ID number in a ledger is its person's: it tells no two rows apart.
    keyField: fields.find((f) => f.type === 'idNumber' && f.owner === undefined)?.key ?? null,
    owner: owner ?? null,
    nameField: fields.some((f) => f.key === 'name') ? 'name' : null,
    normaliseKey: (typed) => String(clean?.run(typed) ?? typed.trim()),
    today,
    choiceFields: new Set(fields.filter((f) => choicesOf(f).length > 0).map((f) => f.key)),
    looks: new TableLooks(commands, workbook, worksheet, looks),
    header: new HeaderKeeper(sheet),
  });
}

/** Each kind of cell is written at once, not key by key: there are millions, and keys that come later take twice the room. */
function bodyCell(s: Nullable<ICellData['s']>, v: string, id: string | null): ICellData {
  if (id !== null) {
    const custom: { [ID_KEY]: string } = { mingceId: id };
    return v === '' ? { s, custom } : { s, v, t: CellValueType.STRING, custom };
  }
  return v === '' ? { s } : { s, v, t: CellValueType.STRING };
}

/**
 * Makes rows high enough. Where a row stands on the page hangs on the heights of all above it: they are known from the start.
 * @returns Who stands in a row
 */
function fitHeights(
  sheet: StoredSheet,
  rows: ReadonlyMap<string, number>,
  standard: number,
  needed: (id: string) => number,
): readonly (string | undefined)[] {
  const heights = sheet.rowData ?? {};
  sheet.rowData = heights;
  const owners: (string | undefined)[] = [];
  for (const [id, row] of rows) {
    owners[row] = id;
    const h = needed(id);
    if (h > (heights[row]?.h ?? standard)) heights[row] = { ...heights[row], h };
  }
  return owners;
}

function styleOf(styles: IWorkbookData['styles'], s: ICellData['s']): Nullable<IStyleData> {
  return typeof s === 'string' ? styles[s] : s;
}

function rowIn(cells: Cells, row: number): Cells[number] {
  const target = cells[row] ?? {};
  cells[row] = target;
  return target;
}

/** Titles that carry the county and the like. */
function writeTexts(cells: Cells, binding: TableBinding, store: RecordStore): void {
  for (const { cell, text } of binding.texts) {
    const at = /^([A-Z]+)(\d+)$/.exec(cell);
    const row = rowIn(cells, Number(at?.[2]) - 1);
    const column = columnIndex(at?.[1] ?? 'A');
    const v = text.replace(/\{(\w+)\}/g, (whole, key: string) => String(store.settings[key] ?? whole));
    row[column] = { ...row[column], v, t: CellValueType.STRING };
  }
}

/** Finds the rows of a stored layout, moving stored rows down where records came in between. */
function settle(sheet: StoredSheet, ids: readonly string[], first: number, idColumn: number): Map<string, number> {
  const standing = new Map<string, number>();
  const taken = new Set<number>();
  const known = new Set(ids);
  for (const [key, cells] of Object.entries(sheet.cellData)) {
    const row = Number(key);
    if (row < first || !cells) continue;
    const id: unknown = cells[idColumn]?.custom?.[ID_KEY];
    if (typeof id === 'string' && known.has(id) && !standing.has(id)) standing.set(id, row);
    else if (!Object.values<ICellData | null | undefined>(cells).some(hasContent)) continue;
    taken.add(row);
  }
  const { rows, shifts } = weaveRows(ids, standing, taken, first);
  if (shifts.length > 0) {
    const moved = (row: number): number => row + shiftOf(row, shifts);
    sheet.cellData = Object.fromEntries(
      Object.entries(sheet.cellData).map(([row, cells]) => [moved(Number(row)), cells]),
    );
    if (sheet.rowData) {
      sheet.rowData = Object.fromEntries(
        Object.entries(sheet.rowData).map(([row, data]) => [moved(Number(row)), data]),
      );
    }
    sheet.mergeData = (sheet.mergeData ?? []).map((m) => ({
      ...m,
      startRow: moved(m.startRow),
      endRow: moved(m.endRow),
    }));
  }
  return rows;
}
