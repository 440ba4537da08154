import { child, childrenOf, type XmlElement } from '../xml/tree.ts';
import { type CellRef, columnNumber, parseCell } from './a1.ts';
import { refuse } from './refusal.ts';

/** A row of `sheetData` with its number, said or counted. */
export interface RowPlace {
  readonly row: number;
  readonly element: XmlElement;
  readonly cells: readonly CellPlace[];
}

export interface CellPlace {
  readonly at: CellRef;
  readonly element: XmlElement;
}

/** A worksheet part, read so that it can be changed in place. */
export interface SheetLayout {
  readonly part: string;
  readonly source: string;
  readonly root: XmlElement;
  /** `x:` when the part writes its elements with a prefix. */
  readonly prefix: string;
  readonly data: XmlElement;
  readonly rows: readonly RowPlace[];
}

const MAIN = /\/spreadsheetml\/(2006\/)?main$/;

/** @throws Refusal 'unknown-content' when the part is no worksheet or its rows are out of order. */
export function sheetLayout(part: string, source: string, root: XmlElement): SheetLayout {
  const data = child(root, 'sheetData');
  if (root.local !== 'worksheet' || !MAIN.test(root.uri) || data === undefined) {
    throw refuse('unknown-content', { part, place: root.name });
  }
  const rows: RowPlace[] = [];
  let last = 0;
  for (const element of childrenOf(data, 'row')) {
    const row = Number(element.attributes.get('r') ?? last + 1);
    if (!Number.isInteger(row) || row <= last) throw refuse('unknown-content', { part, place: `row ${row}` });
    last = row;
    rows.push({ row, element, cells: cellsOf(part, row, element) });
  }
  const colon = root.name.indexOf(':');
  return { part, source, root, prefix: root.name.slice(0, colon + 1), data, rows };
}

function cellsOf(part: string, row: number, element: XmlElement): CellPlace[] {
  let last = 0;
  return childrenOf(element, 'c').map((cell) => {
    const said = cell.attributes.get('r');
    const at = said === undefined ? { row, column: last + 1 } : parseCell(said);
    if (at === undefined || at.row !== row || at.column <= last)
      throw refuse('unknown-content', { part, place: said ?? '' });
    last = at.column;
    return { at, element: cell };
  });
}

/** Whether the cell holds something, a formula too. */
export function holdsSomething(cell: CellPlace): boolean {
  return cell.element.children.some((part) => part.text !== '' || part.children.length > 0 || part.local === 'f');
}

/**
 * The last row of the body that stands in the template: from the sample row on, as long as rows follow that are empty
 * but for numbers in the sequence column and look like the sample row in the bound columns.
 */
export function bodyEnd(layout: SheetLayout, sampleRow: number, columns: readonly string[], sequence?: string): number {
  const bound = columns.map(columnNumber);
  const ignored = sequence === undefined ? undefined : columnNumber(sequence);
  const index = layout.rows.findIndex((row) => row.row === sampleRow);
  const sample = layout.rows[index];
  if (sample === undefined) throw refuse('no-sample-row', { part: layout.part, place: String(sampleRow) });
  const look = (row: RowPlace): string =>
    bound
      .map((column) => row.cells.find((cell) => cell.at.column === column)?.element.attributes.get('s') ?? '')
      .join(' ');
  const wanted = look(sample);
  let end = sampleRow;
  for (const row of layout.rows.slice(index + 1)) {
    const filled = row.cells.some((cell) => cell.at.column !== ignored && holdsSomething(cell));
    if (row.row !== end + 1 || filled || look(row) !== wanted || row.cells.length === 0) break;
    end = row.row;
  }
  return end;
}
