import { side, styleFont, styleFormat } from './style-parts.ts';

/** Indexes into `cellXfs` of `QUARTERLY_STYLES`. */
export const QUARTERLY_STYLE = { unit: 1, title: 2, header: 3, text: 4, score: 4, long: 5, change: 6 } as const;

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** What was gained carries its sign, as on the page. */
const SIGNED = 164;
const CENTRED = 'horizontal="center" vertical="center" wrapText="1"';

/** The style sheet of the quarterly table: the official tables' faces, small enough for 25 columns on a page. */
export const QUARTERLY_STYLES = [
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${NS}">`,
  `<numFmts count="1"><numFmt numFmtId="${SIGNED}" formatCode="+General;-General;General"/></numFmts>`,
  `<fonts count="5">${styleFont('宋体', 11)}${styleFont('仿宋_GB2312', 11)}${styleFont('方正小标宋简体', 20)}${styleFont('黑体', 9)}${styleFont('仿宋_GB2312', 9)}</fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs>',
  '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  styleFormat(1, 0, 49, 'horizontal="left" vertical="center"'),
  styleFormat(2, 0, 49, 'horizontal="center" vertical="center"'),
  styleFormat(3, 1, 49, CENTRED),
  // General: a text format would make Excel read scores as texts, and colour none of them.
  styleFormat(4, 1, 0, CENTRED),
  styleFormat(4, 1, 0, 'horizontal="left" vertical="center" wrapText="1"'),
  styleFormat(4, 1, SIGNED, CENTRED),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '<dxfs count="0"/></styleSheet>',
].join('');
