import { columnName, columnNumber } from '../../xlsx/splice/a1.ts';
import { FORM_STYLE, KIND_STYLE } from './form-styles.ts';
import {
  BREAK_ROW,
  COLUMNS_MM,
  FIRST_PAGE,
  FIRST_ROW,
  type FormRow,
  LAST_ROW,
  recordForm,
  SECOND_PAGE,
} from './record-form.ts';
import { columnWidth, inches } from './units.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const HEIGHT = { attachment: 24, title: 40 };
const LAST = columnName(COLUMNS_MM.length);

/** The worksheet part; `shared` answers the index of a shared string, `drawing` is the picture's relationship. */
export function recordFormSheet(shared: (text: string) => number, drawing: string): string {
  const rows = [...FIRST_PAGE, ...SECOND_PAGE];
  const styles = cellStyles(rows);
  const text = (cell: string, style: number, value: string): string =>
    `<c r="${cell}" s="${style}" t="s"><v>${shared(value)}</v></c>`;
  const rowTag = (number: number, height: number, cells: string): string =>
    `<row r="${number}" ht="${height}" customHeight="1">${cells}</row>`;
  const whole = (number: number, style: number, value: string): string =>
    COLUMNS_MM.map((_, i) =>
      i === 0 ? text(`A${number}`, style, value) : `<c r="${columnName(i + 1)}${number}" s="${style}"/>`,
    ).join('');
  const body = rows.map((row, i) => {
    const texts = new Map(row.cells.flatMap((cell) => (cell.text ? [[first(cell.columns), cell.text] as const] : [])));
    const cells = COLUMNS_MM.map((_, c) => {
      const style = styles[i]?.[c] ?? FORM_STYLE.column;
      const cell = `${columnName(c + 1)}${FIRST_ROW + i}`;
      const value = texts.get(c + 1);
      return value === undefined ? `<c r="${cell}" s="${style}"/>` : text(cell, style, value);
    });
    return rowTag(FIRST_ROW + i, row.height, cells.join(''));
  });
  const merges = [`A2:${LAST}2`, ...mergesOf(rows)];
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${REL}">`,
    `<dimension ref="A1:${LAST}${LAST_ROW}"/>`,
    '<sheetViews><sheetView workbookViewId="0"><selection activeCell="B3" sqref="B3:D3"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="14.25"/>',
    `<cols>${COLUMNS_MM.map((mm, i) => `<col min="${i + 1}" max="${i + 1}" width="${columnWidth(mm)}" style="${FORM_STYLE.column}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
    rowTag(1, HEIGHT.attachment, whole(1, FORM_STYLE.attachment, recordForm.attachment)),
    rowTag(2, HEIGHT.title, whole(2, FORM_STYLE.title, recordForm.title)),
    ...body,
    '</sheetData>',
    `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
    '<printOptions horizontalCentered="1"/>',
    `<pageMargins left="${inches(20)}" right="${inches(20)}" top="${inches(18)}" bottom="${inches(18)}" header="${inches(8)}" footer="${inches(8)}"/>`,
    '<pageSetup paperSize="9" orientation="portrait"/>',
    `<rowBreaks count="1" manualBreakCount="1"><brk id="${BREAK_ROW}" max="16383" man="1"/></rowBreaks>`,
    `<drawing r:id="${drawing}"/>`,
    '</worksheet>',
  ].join('');
}

/** The style of every cell, those under a merge too: their borders are drawn. */
function cellStyles(rows: readonly FormRow[]): number[][] {
  const styles = rows.map((): number[] => []);
  rows.forEach((row, i) => {
    for (const cell of row.cells) {
      for (let r = i; r < i + (cell.down ?? 1); r++) {
        for (let c = first(cell.columns); c <= last(cell.columns); c++) {
          const line = styles[r];
          if (line !== undefined) line[c - 1] = KIND_STYLE[cell.kind];
        }
      }
    }
  });
  return styles;
}

function mergesOf(rows: readonly FormRow[]): string[] {
  return rows.flatMap((row, i) =>
    row.cells.flatMap(({ columns, down = 1 }) => {
      const [left, right] = [columnName(first(columns)), columnName(last(columns))];
      const top = FIRST_ROW + i;
      return left === right && down === 1 ? [] : [`${left}${top}:${right}${top + down - 1}`];
    }),
  );
}

function first(columns: string): number {
  return columnNumber(columns.split(':')[0] ?? '');
}

function last(columns: string): number {
  return columnNumber(columns.split(':').at(-1) ?? '');
}
