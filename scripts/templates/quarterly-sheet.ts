import { columnName } from '../../xlsx/splice/a1.ts';
import { QUARTERLY, quarterlyColumns, scoreColumns } from './quarterly-review.ts';
import { QUARTERLY_STYLE as STYLE } from './quarterly-styles.ts';
import { columnWidth, inches } from './units.ts';

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Row heights in points; two lines of 9 pt fit a body row. */
const HEIGHT = { unit: 20, title: 36, header: [20, 18, 18], body: 26 } as const;
const FIRST = QUARTERLY.headerRows[0];
const LAST = QUARTERLY.headerRows[2];

interface Heading {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}

/** The header's cells: neighbours under the same words are one, and a short heading reaches down to the last row. */
export function quarterlyHeadings(): readonly Heading[] {
  const headings: Heading[] = [];
  for (let level = 0; level < QUARTERLY.headerRows.length; level++) {
    for (let at = 0; at < quarterlyColumns.length; at++) {
      const path = quarterlyColumns[at]?.heading ?? [];
      const text = path[level];
      if (text === undefined) continue;
      const same = (other: number): boolean =>
        path.length > 1 && path.slice(0, level + 1).every((word, n) => quarterlyColumns[other]?.heading[n] === word);
      let right = at;
      while (level < path.length - 1 && same(right + 1)) right++;
      const bottom = level === path.length - 1 ? LAST : FIRST + level;
      headings.push({ left: at, right, top: FIRST + level, bottom, text });
      at = right;
    }
  }
  return headings;
}

/** The worksheet part; `shared` answers the index of a shared string. */
export function quarterlySheet(shared: (text: string) => number): string {
  const last = columnName(quarterlyColumns.length);
  const end = QUARTERLY.sampleRow + QUARTERLY.blankRows - 1;
  const texts = new Map<string, string>([
    ['A1', QUARTERLY.unit.text],
    ['A2', QUARTERLY.title.text],
  ]);
  const headings = quarterlyHeadings();
  for (const { left, top, text } of headings) texts.set(`${columnName(left + 1)}${top}`, text);
  const row = (number: number, height: number, style: (index: number) => number): string => {
    const cells = quarterlyColumns.map((_, at) => {
      const name = `${columnName(at + 1)}${number}`;
      const text = texts.get(name);
      return text === undefined
        ? `<c r="${name}" s="${style(at)}"/>`
        : `<c r="${name}" s="${style(at)}" t="s"><v>${shared(text)}</v></c>`;
    });
    return `<row r="${number}" ht="${height}" customHeight="1">${cells.join('')}</row>`;
  };
  const merges = [
    `A1:${last}1`,
    `A2:${last}2`,
    ...headings
      .filter(({ left, right, top, bottom }) => left !== right || top !== bottom)
      .map(({ left, right, top, bottom }) => `${columnName(left + 1)}${top}:${columnName(right + 1)}${bottom}`),
  ];
  const scored = scoreColumns.map((column) => `${column}${QUARTERLY.sampleRow}:${column}${end}`).join(' ');
  const scale = [
    ...QUARTERLY.points.map(({ at }) => `<cfvo type="num" val="${at}"/>`),
    ...QUARTERLY.points.map(({ colour }) => `<color rgb="FF${colour}"/>`),
  ].join('');
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${NS}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${last}${end}"/>`,
    `<sheetViews><sheetView showGridLines="1" workbookViewId="0"><pane xSplit="4" ySplit="${LAST}" topLeftCell="E${QUARTERLY.sampleRow}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="E${QUARTERLY.sampleRow}" sqref="E${QUARTERLY.sampleRow}"/></sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="14.25"/>',
    `<cols>${quarterlyColumns.map(({ mm }, at) => `<col min="${at + 1}" max="${at + 1}" width="${columnWidth(mm)}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
    row(1, HEIGHT.unit, () => STYLE.unit),
    row(2, HEIGHT.title, () => STYLE.title),
    ...QUARTERLY.headerRows.map((number, at) => row(number, HEIGHT.header[at] ?? HEIGHT.body, () => STYLE.header)),
    ...Array.from({ length: QUARTERLY.blankRows }, (_, n) =>
      row(QUARTERLY.sampleRow + n, HEIGHT.body, (at) => STYLE[quarterlyColumns[at]?.kind ?? 'text']),
    ),
    '</sheetData>',
    `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
    `<conditionalFormatting sqref="${scored}"><cfRule type="colorScale" priority="1"><colorScale>${scale}</colorScale></cfRule></conditionalFormatting>`,
    '<printOptions horizontalCentered="1"/>',
    `<pageMargins left="${inches(10)}" right="${inches(10)}" top="${inches(12)}" bottom="${inches(14)}" header="${inches(6)}" footer="${inches(6)}"/>`,
    '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>',
    '<headerFooter><oddFooter>&amp;C&amp;"宋体"&amp;10第 &amp;P 页　共 &amp;N 页</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('');
}
