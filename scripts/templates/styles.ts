import { MARK_FILLS } from '../../xlsx/splice/marks.ts';
import { side, styleFont, styleFormat } from './style-parts.ts';

/** Indexes into `cellXfs` of `STYLES`. */
export const STYLE = { attachment: 1, title: 2, header: 3, number: 4, text: 5, longText: 6 } as const;

/** The same for whole columns: format and font without borders, which would run down the sheet for ever. */
export const COLUMN_STYLE = { number: 7, text: 8, longText: 9 } as const;

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A differential style that only fills. */
function mark(colour: string): string {
  return `<dxf><fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor rgb="${colour}"/></patternFill></fill></dxf>`;
}

/** The style sheet of our official tables (GB/T 9704 by convention: 黑体, 方正小标宋简体, 仿宋_GB2312). */
export const STYLES = [
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${NS}">`,
  `<fonts count="5">${styleFont('宋体', 11)}${styleFont('黑体', 16)}${styleFont('方正小标宋简体', 22)}${styleFont('黑体', 11)}${styleFont('仿宋_GB2312', 11)}</fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs>',
  '<cellXfs count="10"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  styleFormat(1, 0, 49, 'horizontal="left" vertical="center"'),
  styleFormat(2, 0, 49, 'horizontal="center" vertical="center"'),
  styleFormat(3, 1, 49, 'horizontal="center" vertical="center" wrapText="1"'),
  styleFormat(4, 1, 0, 'horizontal="center" vertical="center" shrinkToFit="1"'),
  styleFormat(4, 1, 49, 'horizontal="center" vertical="center" wrapText="1"'),
  styleFormat(4, 1, 49, 'horizontal="left" vertical="center" wrapText="1"'),
  styleFormat(4, 0, 0, 'horizontal="center" vertical="center" shrinkToFit="1"'),
  styleFormat(4, 0, 49, 'horizontal="center" vertical="center" wrapText="1"'),
  styleFormat(4, 0, 49, 'horizontal="left" vertical="center" wrapText="1"'),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  // What native checks mark: wrong, doubtful. Only these two; a project's own colours are not in the official file.
  `<dxfs count="2">${mark(MARK_FILLS.warning)}${mark(MARK_FILLS.information)}</dxfs></styleSheet>`,
].join('');
