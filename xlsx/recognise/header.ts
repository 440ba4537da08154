import type { Area, SheetRow } from '../read/types.ts';
import { cellAt, type Grid } from './grid.ts';
import { headerText } from './header-text.ts';
import { type FieldNames, headerScores, namesSome, SURE } from './similarity.ts';

/** A column's header, level by level from above; one level for most. */
export interface ColumnHeader {
  readonly column: number;
  readonly levels: readonly string[];
}

export interface Header {
  /** First row of the header. */
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly ColumnHeader[];
  /** Fields that the header names surely, and the sum of their scores. */
  readonly fields: ReadonlySet<string>;
  readonly score: number;
}

/** Rows of several cells above a header: a unit and a date, explanations, another table. Lines of a letter do not count. */
const SEARCHED = 60;
/** Where nothing was found among them, a header may still stand below a longer table. */
const SEARCHED_FURTHER = 500;
const WIDEST = 256;

/** The header among the first rows of a sheet: the row that names most fields, with the levels above and below it. */
export function findHeader(grid: Grid, names: readonly FieldNames[]): Header | undefined {
  const rows = grid.sheet.rows.filter(({ cells }) => cells.length >= 2);
  const best =
    bestOf(grid, rows.slice(0, SEARCHED), names) ?? bestOf(grid, rows.slice(SEARCHED, SEARCHED_FURTHER), names);
  return best === undefined ? undefined : withLevels(grid, best, names);
}

function bestOf(grid: Grid, rows: readonly SheetRow[], names: readonly FieldNames[]): Header | undefined {
  let best: Header | undefined;
  for (const row of rows) {
    const header = headerAt(grid, row, names);
    if (header !== undefined && header.score > (best?.score ?? 0) + 0.001) best = header;
  }
  return best;
}

/** A row read as a header of one level; `undefined` when it names fewer than three fields. */
export function headerAt(grid: Grid, row: SheetRow, names: readonly FieldNames[]): Header | undefined {
  if (row.cells.length < 2 || holdsValues(row)) return undefined;
  const merges = grid.mergesIn(row.row);
  const columns: ColumnHeader[] = [];
  for (const cell of row.cells) {
    if (cell.column < WIDEST && cell.text.length <= 60) columns.push({ column: cell.column, levels: [cell.text] });
  }
  for (const area of merges) {
    // A label merged down from the row above belongs to this row too.
    if (area.left !== area.right || area.top === row.row || area.left >= WIDEST || area.bottom - area.top > 3) continue;
    const text = grid.text(area.top, area.left);
    if (text !== '') columns.push({ column: area.left, levels: [text] });
  }
  columns.sort((a, b) => a.column - b.column);
  const { fields, score } = scoreColumns(columns, names);
  return fields.size < 3 ? undefined : { top: row.row, bottom: row.row, columns, fields, score };
}

/** Numbers, dates, ID numbers and phones, two at least: a row of people, which would only cost time to compare. */
function holdsValues(row: SheetRow): boolean {
  let values = 0;
  for (const { text, kind } of row.cells) {
    if (kind === 'text' && (text.length > 30 || !/^[\s'‘’]*[\d０-９][\d０-９Xx*./年月日—-]{3,}[\s日]*$/.test(text)))
      continue;
    if (kind !== 'text' && text.length < 4) continue;
    if (++values >= 2) return true;
  }
  return false;
}

function scoreColumns(columns: readonly ColumnHeader[], names: readonly FieldNames[]) {
  const best = new Map<string, number>();
  for (const { levels } of columns) {
    for (const [key, score] of headerScores(levels.at(-1) ?? '', names))
      if (score >= SURE && score > (best.get(key) ?? 0)) best.set(key, score);
  }
  let score = 0;
  for (const value of best.values()) score += value;
  return { fields: new Set(best.keys()), score };
}

/** More levels than this no header has. */
const LEVELS = 4;

function withLevels(grid: Grid, header: Header, names: readonly FieldNames[]): Header {
  let found = header;
  for (let level = 1; level < LEVELS; level++) {
    const below = grid.row(found.bottom + 1);
    const merges = grid.mergesIn(found.bottom);
    if (below === undefined || !isSubHeader(below, found, merges, names)) break;
    found = { ...found, bottom: below.row, columns: levelsBelow(found, below, merges) };
  }
  for (let level = 1; level < LEVELS; level++) {
    const above = grid.row(found.top - 1);
    if (above === undefined || !isGroupRow(grid, above, found, names)) break;
    found = { ...found, top: above.row, columns: levelsAbove(grid, above, found) };
  }
  const down = grid.mergesIn(found.top).filter((m) => m.left === m.right && m.bottom - m.top <= 3);
  const fields = new Set([...header.fields, ...scoreColumns(found.columns, names).fields]);
  return { ...found, top: Math.min(found.top, ...down.map((m) => m.top)), fields };
}

/** Is the row below a second level: short labels, some of them under a group or under nothing? */
function isSubHeader(row: SheetRow, header: Header, merges: readonly Area[], names: readonly FieldNames[]): boolean {
  const own = new Set(header.columns.map((column) => column.column));
  const first = header.columns[0]?.column ?? 0;
  const last = Math.max(header.columns.at(-1)?.column ?? 0, ...merges.map((area) => Math.min(area.right, WIDEST)));
  let grouped = false;
  let apart = false;
  for (const cell of row.cells) {
    const label = cell.text.trim();
    const words = headerText(label).core;
    if (cell.kind !== 'text' || words.length > 14 || /\d{3}|^[男女]$/.test(words)) return false;
    if (cell.column < first || cell.column > last + 4) return false;
    const inGroup = merges.some((a) => a.left < a.right && a.left <= cell.column && cell.column <= a.right);
    if (!inGroup) apart = true;
    if (inGroup || !own.has(cell.column)) grouped = true;
    else if (!namesSome(label, names)) return false;
  }
  // Labels merged down through this row stand for themselves; a row of people fills most columns.
  return grouped && (!apart || row.cells.length <= header.columns.length * 0.7 + 1);
}

function levelsBelow(header: Header, row: SheetRow, merges: readonly Area[]): ColumnHeader[] {
  const columns: ColumnHeader[] = [];
  const children = new Set(row.cells.map((cell) => cell.column));
  for (const column of header.columns) {
    const child = cellAt(row, column.column)?.text;
    columns.push(child === undefined ? column : { column: column.column, levels: [...column.levels, child] });
  }
  const own = new Set(header.columns.map((column) => column.column));
  for (const column of children) {
    if (own.has(column)) continue;
    const area = merges.find((a) => a.left <= column && column <= a.right);
    const parent = header.columns.findLast((c) => c.column < column && (area === undefined || c.column >= area.left));
    const label = cellAt(row, column)?.text ?? '';
    columns.push({ column, levels: parent === undefined ? [label] : [...parent.levels, label] });
  }
  return columns.sort((a, b) => a.column - b.column);
}

/** Is the row above a level of groups: labels over several columns, or the labels of columns that have none here? */
function isGroupRow(grid: Grid, row: SheetRow, header: Header, names: readonly FieldNames[]): boolean {
  const own = new Set(header.columns.map((column) => column.column));
  const width = header.columns.length;
  const merges = grid.mergesIn(row.row);
  return row.cells.some((cell) => {
    const area = merges.find((a) => a.left === cell.column && a.top === row.row);
    const span = area === undefined ? 1 : area.right - area.left + 1;
    if (span >= 2 && span <= width * 0.7 && cell.text.length <= 20 && area?.bottom === row.row)
      return own.has(cell.column);
    return span === 1 && !own.has(cell.column) && namesSome(cell.text, names);
  });
}

function levelsAbove(grid: Grid, row: SheetRow, header: Header): ColumnHeader[] {
  const merges = grid.mergesIn(row.row);
  const columns: ColumnHeader[] = header.columns.map((column) => {
    const area = merges.find((a) => a.left <= column.column && column.column <= a.right);
    const parent = area === undefined ? cellAt(row, column.column) : cellAt(row, area.left);
    const text = parent?.text ?? '';
    return text === '' || text === column.levels[0]
      ? column
      : { column: column.column, levels: [text, ...column.levels] };
  });
  const own = new Set(header.columns.map((column) => column.column));
  for (const cell of row.cells) {
    if (!own.has(cell.column) && cell.column < WIDEST) columns.push({ column: cell.column, levels: [cell.text] });
  }
  return columns.sort((a, b) => a.column - b.column);
}
