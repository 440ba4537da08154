/** What the cells of a notice look like; the numbers are their places in `NOTICE_STYLES`. */
export const LOOKS = { plain: 0, title: 1, paragraph: 2, header: 3, cell: 4, signature: 5 } as const;

const font = (name: string, size: number): string => `<font><sz val="${size}"/><name val="${name}"/></font>`;
const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;
const look = (fontId: number, borderId: number, alignment: string): string =>
  `<xf numFmtId="49" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`;

/** Fonts as GB/T 9704 has them for official papers: title 方正小标宋简体 22 pt, text 仿宋_GB2312 16 pt, header 黑体. */
export const NOTICE_STYLES = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<fonts count="5">${font('宋体', 11)}${font('方正小标宋简体', 22)}${font('仿宋_GB2312', 16)}${font('黑体', 12)}${font('仿宋_GB2312', 12)}</fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  look(1, 0, 'horizontal="center" vertical="center" wrapText="1"'),
  look(2, 0, 'horizontal="left" vertical="center" wrapText="1"'),
  look(3, 1, 'horizontal="center" vertical="center" wrapText="1"'),
  look(4, 1, 'horizontal="center" vertical="center" wrapText="1"'),
  look(2, 0, 'horizontal="right" vertical="center" indent="2"'),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
