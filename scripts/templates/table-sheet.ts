import { columnName } from '../../xlsx/splice/a1.ts';
import { COLUMN_STYLE, STYLE } from './styles.ts';
import { HEADER_ROW, SAMPLE_ROW, type TableDesign } from './table-design.ts';
import { columnWidth, inches } from './units.ts';

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Row heights in points. 20 blank rows fill one page. */
const HEIGHT = { attachment: 24, title: 40, header: 34, body: 24 };

/** The worksheet part; `shared` answers the index of a shared string. */
export function tableSheet(design: TableDesign, shared: (text: string) => number): string {
  const last = columnName(design.columns.length);
  const lastRow = SAMPLE_ROW + design.blankRows - 1;
  const text = (cell: string, style: number, value: string): string =>
    `<c r="${cell}" s="${style}" t="s"><v>${shared(value)}</v></c>`;
  const blank = (row: number, style: (index: number) => number, from = 0): string =>
    design.columns.map((_, i) => (i < from ? '' : `<c r="${columnName(i + 1)}${row}" s="${style(i)}"/>`)).join('');
  const row = (number: number, height: number, cells: string): string =>
    `<row r="${number}" ht="${height}" customHeight="1">${cells}</row>`;
  // Who hands it in is a line of text over the whole width; 附件 1 stands in its corner.
  const first =
    typeof design.attachment === 'string'
      ? { text: design.attachment, style: STYLE.attachment, merges: [] }
      : {
          text: design.attachment.text,
          style: COLUMN_STYLE.longText,
          merges: [`<mergeCell ref="A1:${last}1"/>`],
        };
  const body = Array.from({ length: design.blankRows }, (_, i) =>
    row(
      SAMPLE_ROW + i,
      HEIGHT.body,
      blank(SAMPLE_ROW + i, (c) => STYLE[design.columns[c]?.kind ?? 'text']),
    ),
  );
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${NS}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${last}${lastRow}"/>`,
    `<sheetViews><sheetView showGridLines="1" workbookViewId="0"><pane ySplit="${HEADER_ROW}" topLeftCell="A${SAMPLE_ROW}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B${SAMPLE_ROW}" sqref="B${SAMPLE_ROW}"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="14.25"/>',
    `<cols>${design.columns.map((c, i) => `<col min="${i + 1}" max="${i + 1}" width="${columnWidth(c.mm)}" style="${COLUMN_STYLE[c.kind]}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
    row(1, HEIGHT.attachment, text('A1', first.style, first.text) + blank(1, () => first.style, 1)),
    row(2, HEIGHT.title, text('A2', STYLE.title, design.title.text) + blank(2, () => STYLE.title, 1)),
    row(
      HEADER_ROW,
      HEIGHT.header,
      design.columns.map((c, i) => text(`${columnName(i + 1)}${HEADER_ROW}`, STYLE.header, c.label)).join(''),
    ),
    ...body,
    '</sheetData>',
    `<mergeCells count="${first.merges.length + 1}">${first.merges.join('')}<mergeCell ref="A2:${last}2"/></mergeCells>`,
    '<printOptions horizontalCentered="1"/>',
    `<pageMargins left="${inches(10)}" right="${inches(10)}" top="${inches(12)}" bottom="${inches(14)}" header="${inches(6)}" footer="${inches(6)}"/>`,
    '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>',
    '<headerFooter><oddFooter>&amp;C&amp;"宋体"&amp;10第 &amp;P 页　共 &amp;N 页</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('');
}
