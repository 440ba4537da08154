import type { CellKind } from './record-form.ts';

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Indexes into `cellXfs` of `FORM_STYLES`. */
export const FORM_STYLE = { attachment: 1, title: 2, column: 8 } as const;
export const KIND_STYLE: Readonly<Record<CellKind, number>> = {
  label: 3,
  sixLabel: 4,
  vertical: 5,
  value: 6,
  text: 7,
};

function font(name: string, size: number): string {
  return `<font><sz val="${size}"/><color rgb="FF000000"/><name val="${name}"/><family val="3"/><charset val="134"/></font>`;
}

function side(name: string): string {
  return `<${name} style="thin"><color rgb="FF000000"/></${name}>`;
}

/** Format 49 is `@`, text: an 18-digit number typed into the cell keeps its last three digits. */
function format(fontId: number, borderId: number, alignment: string): string {
  return `<xf numFmtId="49" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`;
}

/**
 * Column widths are counted in digits of the workbook's first font. Those of Times New Roman at 12 pt are 8 pixels wide in
 * Excel and WPS, and in LibreOffice, where 宋体 is replaced by a wider font and the columns would grow with it.
 */
const DEFAULT_FONT = '<font><sz val="12"/><color rgb="FF000000"/><name val="Times New Roman"/><family val="1"/></font>';

const CENTRED = 'horizontal="center" vertical="center"';

/**
 * The style sheet of the record form (GB/T 9704 by convention: 黑体, 方正小标宋简体, 仿宋_GB2312). 10.5 pt (五号): at 11 pt the
 * four characters of a line of 熟悉专业有何专长 do not fit 17 mm.
 */
export const FORM_STYLES = [
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${NS}">`,
  `<fonts count="5">${DEFAULT_FONT}${font('黑体', 16)}${font('方正小标宋简体', 22)}${font('黑体', 10.5)}${font('仿宋_GB2312', 10.5)}</fonts>`,
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs>',
  '<cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  format(1, 0, 'horizontal="left" vertical="center"'),
  format(2, 0, CENTRED),
  format(3, 1, `${CENTRED} wrapText="1"`),
  format(3, 1, 'horizontal="left" vertical="center" wrapText="1" indent="1"'),
  format(3, 1, `${CENTRED} textRotation="255"`),
  format(4, 1, `${CENTRED} wrapText="1"`),
  format(4, 1, 'horizontal="left" vertical="center" wrapText="1"'),
  format(4, 0, `${CENTRED} wrapText="1"`),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
