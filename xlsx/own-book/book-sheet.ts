import type { ICellData, IColumnData, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { MAIN, OFFICE, XML } from '../package/parts.ts';
import { columnName } from '../read/reference.ts';
import { refuse } from '../splice/refusal.ts';
import { escapeMarkup, escapeText, textElement } from '../xml/escape.ts';
import type { BookPage } from './book-page.ts';

type Sheet = Partial<IWorksheetData>;
/** The number of a look, by what a cell says of it. */
export type LookOf = (style: ICellData['s']) => number;

/** Excel takes no longer text in a cell. */
const LONGEST = 32_767;

/**
 * A sheet of a saved workbook as the part `xl/worksheets/sheetN.xml`. `notes`: it has a drawing of notes, rIdNotes;
 * `page`: how it prints.
 * @throws Refusal `text-too-long` with the cell
 */
export function sheetPart(sheet: Sheet, look: LookOf, notes: boolean, page: BookPage): string {
  const merges = (sheet.mergeData ?? []).map(
    (m) => `<mergeCell ref="${place(m.startRow, m.startColumn)}:${place(m.endRow, m.endColumn)}"/>`,
  );
  const grid = sheet.showGridlines === 0 ? ' showGridLines="0"' : '';
  return [
    `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">`,
    page.properties,
    `<sheetViews><sheetView${grid} workbookViewId="0">${pane(sheet)}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="${points(sheet.defaultRowHeight ?? 19)}"/>`,
    columns(sheet, look),
    '<sheetData>',
    ...rows(sheet, look),
    '</sheetData>',
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    page.setup,
    notes ? '<legacyDrawing r:id="rIdNotes"/>' : '',
    '</worksheet>',
  ].join('');
}

function* rows(sheet: Sheet, look: LookOf): Generator<string> {
  const cells = sheet.cellData ?? {};
  const data = sheet.rowData ?? {};
  const numbers = new Set([...Object.keys(cells), ...Object.keys(data)].map(Number));
  for (const row of [...numbers].sort((a, b) => a - b)) {
    const { h, ah, hd } = data[row] ?? {};
    const height = h ?? ah;
    const sized = height === undefined ? '' : ` ht="${points(height)}" customHeight="1"`;
    const line = cells[row];
    const inside = Object.keys(line ?? {})
      .map(Number)
      .sort((a, b) => a - b)
      .map((column) => {
        const cell = line?.[column];
        return cell ? cellElement(place(row, column), cell, look(cell.s), sheet.name) : '';
      })
      .join('');
    yield `<row r="${row + 1}"${sized}${hd ? ' hidden="1"' : ''}>${inside}</row>`;
  }
}

function cellElement(at: string, cell: ICellData, look: number, sheet = ''): string {
  const start = `<c r="${at}" s="${look}"`;
  const formula = typeof cell.f === 'string' && cell.f !== '' ? `<f>${escapeMarkup(cell.f.replace(/^=/, ''))}</f>` : '';
  const text = cell.p?.body?.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
  const v = text ?? cell.v;
  if (v === undefined || v === null || v === '') return formula === '' ? `${start}/>` : `${start}>${formula}</c>`;
  if (cell.t === 3 || typeof v === 'boolean') return `${start} t="b">${formula}<v>${Number(Boolean(v))}</v></c>`;
  if (typeof v === 'string' && v.length > LONGEST) throw refuse('text-too-long', { place: `${sheet} ${at}` });
  if (typeof v === 'number') return `${start}>${formula}<v>${v}</v></c>`;
  if (formula !== '') return `${start} t="str">${formula}<v>${escapeText(v)}</v></c>`;
  return `${start} t="inlineStr"><is>${textElement(v)}</is></c>`;
}

function columns(sheet: Sheet, look: LookOf): string {
  const items = Object.entries(sheet.columnData ?? {})
    .sort(([a], [b]) => Number(a) - Number(b))
    .flatMap(([key, data]: [string, Partial<IColumnData> | undefined]) => {
      if (!data) return [];
      const n = Number(key) + 1;
      const width = characters(data.w ?? sheet.defaultColumnWidth ?? 72);
      const style = data.s ? ` style="${look(data.s)}"` : '';
      return `<col min="${n}" max="${n}" width="${width}"${style}${data.hd ? ' hidden="1"' : ''} customWidth="1"/>`;
    });
  return items.length === 0 ? '' : `<cols>${items.join('')}</cols>`;
}

function pane({ freeze }: Sheet): string {
  const x = Math.max(0, freeze?.xSplit ?? 0);
  const y = Math.max(0, freeze?.ySplit ?? 0);
  if (x === 0 && y === 0) return '';
  const split = `${x > 0 ? ` xSplit="${x}"` : ''}${y > 0 ? ` ySplit="${y}"` : ''}`;
  const active = x > 0 && y > 0 ? 'bottomRight' : y > 0 ? 'bottomLeft' : 'topRight';
  return `<pane${split} topLeftCell="${place(y, x)}" activePane="${active}" state="frozen"/>`;
}

/** The look that a cell's `s` means: an id in the workbook's table, or the look itself. */
export function styleOf(s: ICellData['s'], styles: IWorkbookData['styles']): IStyleData {
  return (typeof s === 'string' ? styles[s] : s) ?? {};
}

const place = (row: number, column: number): string => `${columnName(column)}${row + 1}`;
const points = (pixels: number): number => Math.round(pixels * 75) / 100;
/** A column's width in digits of the standard font, 8 pixels each. */
const characters = (pixels: number): number => Math.round((pixels / 8) * 100) / 100;
