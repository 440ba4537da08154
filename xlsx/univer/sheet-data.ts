import type { ICellData, IColumnData, IFreeze, IRange, IRowData, IWorksheetData } from '@univerjs/core';
import { type Area, parseArea } from '../splice/a1.ts';
import type { CellPlace, SheetLayout } from '../splice/sheet-layout.ts';
import { unescapeText } from '../xml/escape.ts';
import { child, type XmlElement } from '../xml/tree.ts';
import { stringOf } from './shared-strings.ts';

export interface SheetOptions {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly strings: readonly string[];
  /** Rows below the last one that have the look of `likeRow`. */
  readonly extraRows: number;
  /** 1-based; its styles and height are those of the extra rows. */
  readonly likeRow?: number | undefined;
  /** Frozen down to this row when the sheet freezes nothing itself. */
  readonly headerRow?: number | undefined;
  /** Free columns beside the last one. */
  readonly extraColumns: number;
}

/** Pixels of a digit of the default font; widths in a file are counted in it. */
const DIGIT = 8;
/** Columns to the end of the sheet (`max="16384"`) say nothing about its size. */
const SENSIBLE_COLUMNS = 256;

/** A worksheet part as Univer's sheet. Rows and columns there count from 0, sizes are pixels. */
export function sheetData(
  layout: SheetLayout,
  options: SheetOptions,
  styleId: (index: string) => string,
): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const rowData: Record<number, Partial<IRowData>> = {};
  let columns = 1;
  for (const row of layout.rows) {
    rowData[row.row - 1] = rowOf(row.element, styleId);
    const cells: Record<number, ICellData> = {};
    for (const cell of row.cells) {
      cells[cell.at.column - 1] = cellOf(cell, options.strings, styleId);
      columns = Math.max(columns, cell.at.column);
    }
    cellData[row.row - 1] = cells;
  }
  const columnData = columnsOf(layout, styleId);
  columns = Math.max(columns, ...Object.keys(columnData).map((key) => Number(key) + 1));
  const merges = (child(layout.root, 'mergeCells')?.children ?? []).flatMap(
    (item) => parseArea(item.attributes.get('ref') ?? '') ?? [],
  );
  const lastRow = Math.max(layout.rows.at(-1)?.row ?? 1, ...merges.map((area) => area.bottom));
  addRows(cellData, rowData, lastRow, options);
  const format = child(layout.root, 'sheetFormatPr');
  const view = child(child(layout.root, 'sheetViews'), 'sheetView');
  return {
    id: options.id,
    name: options.name,
    hidden: options.hidden ? 1 : 0,
    rowCount: lastRow + options.extraRows,
    columnCount: columns + options.extraColumns,
    defaultColumnWidth: columnPixels(Number(format?.attributes.get('defaultColWidth') ?? 9)),
    defaultRowHeight: pixels(Number(format?.attributes.get('defaultRowHeight') ?? 14.25)),
    mergeData: merges.map(rangeOf),
    cellData,
    rowData,
    columnData,
    freeze: freezeOf(child(view, 'pane'), options.headerRow),
    showGridlines: view?.attributes.get('showGridLines') === '0' ? 0 : 1,
  };
}

function addRows(
  cellData: Record<number, Record<number, ICellData>>,
  rowData: Record<number, Partial<IRowData>>,
  lastRow: number,
  options: SheetOptions,
): void {
  if (options.likeRow === undefined) return;
  const like = Object.entries(cellData[options.likeRow - 1] ?? {});
  for (let row = lastRow; row < lastRow + options.extraRows; row++) {
    // A cell object of its own each: Univer writes into them.
    cellData[row] = Object.fromEntries(like.map(([column, { s }]) => [column, s === undefined ? {} : { s }]));
    rowData[row] = { ...rowData[options.likeRow - 1] };
  }
}

function cellOf(cell: CellPlace, strings: readonly string[], styleId: (index: string) => string): ICellData {
  const { element } = cell;
  const style = element.attributes.get('s');
  const formula = child(element, 'f')?.text ?? '';
  return {
    ...(style === undefined ? {} : { s: styleId(style) }),
    ...(formula === '' ? {} : { f: `=${formula}` }),
    ...valueIn(element, strings),
  };
}

function valueIn(element: XmlElement, strings: readonly string[]): Pick<ICellData, 'v' | 't'> {
  const raw = child(element, 'v')?.text;
  const text = (value: string): Pick<ICellData, 'v' | 't'> => (value === '' ? {} : { v: value, t: 1 });
  const inline = child(element, 'is');
  if (inline !== undefined) return text(stringOf(inline));
  if (raw === undefined) return {};
  switch (element.attributes.get('t')) {
    case 's':
      return text(strings[Number(raw)] ?? '');
    case 'b':
      return { v: raw === '1' || raw === 'true' ? 1 : 0, t: 3 };
    case 'str':
    case 'e':
    case 'd':
      return text(unescapeText(raw));
    default:
      return Number.isFinite(Number(raw)) && raw.trim() !== '' ? { v: Number(raw), t: 2 } : text(raw);
  }
}

function rowOf(row: XmlElement, styleId: (index: string) => string): Partial<IRowData> {
  const height = Number(row.attributes.get('ht') ?? Number.NaN);
  const style = row.attributes.get('s');
  const fixed = isOn(row.attributes.get('customHeight'));
  return {
    ...(Number.isFinite(height) ? { h: pixels(height), ia: fixed ? 0 : 1 } : {}),
    ...(isOn(row.attributes.get('hidden')) ? { hd: 1 } : {}),
    ...(style === undefined ? {} : { s: styleId(style) }),
  };
}

function columnsOf(layout: SheetLayout, styleId: (index: string) => string): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const item of child(layout.root, 'cols')?.children ?? []) {
    const from = Number(item.attributes.get('min'));
    const to = Math.min(Number(item.attributes.get('max')), SENSIBLE_COLUMNS);
    const width = Number(item.attributes.get('width') ?? Number.NaN);
    const style = item.attributes.get('style');
    for (let column = from; column <= to; column++) {
      columns[column - 1] = {
        ...(Number.isFinite(width) ? { w: columnPixels(width) } : {}),
        ...(isOn(item.attributes.get('hidden')) ? { hd: 1 } : {}),
        ...(style === undefined || style === '0' ? {} : { s: styleId(style) }),
      };
    }
  }
  return columns;
}

function freezeOf(pane: XmlElement | undefined, headerRow: number | undefined): IFreeze {
  const frozen = pane?.attributes.get('state')?.startsWith('frozen') === true;
  const xSplit = frozen ? Number(pane?.attributes.get('xSplit') ?? 0) : 0;
  const ySplit = frozen ? Number(pane?.attributes.get('ySplit') ?? 0) : (headerRow ?? 0);
  return { xSplit, ySplit, startRow: ySplit === 0 ? -1 : ySplit, startColumn: xSplit === 0 ? -1 : xSplit };
}

function rangeOf(area: Area): IRange {
  return { startRow: area.top - 1, endRow: area.bottom - 1, startColumn: area.left - 1, endColumn: area.right - 1 };
}

function columnPixels(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
}

function pixels(points: number): number {
  return Math.round((points * 96) / 72);
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
