/** What a cell of a list may look like. */
export type CellLook = 'text' | 'title' | 'header' | 'error' | 'warning' | 'info' | 'link' | 'number';

const LOOKS: readonly CellLook[] = ['text', 'title', 'header', 'error', 'warning', 'info', 'link', 'number'];

export function lookIndex(look: CellLook): number {
  return LOOKS.indexOf(look);
}

const solid = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
const thin = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
  .join('');
/** Everything but numbers is text (`@`): what begins with `=` stays what it is, also when the cell is edited. */
const cell = (font: number, fill: number, border: number, format = 49): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"${border === 0 ? '' : ' wrapText="1"'}/></xf>`;

/** The style part of a list workbook; the order of `cellXfs` is that of the looks. */
export const STYLES = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<fonts count="4"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="14"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="宋体"/></font></fonts>',
  `<fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('FFE7EFEC')}${solid('FFFFC7CE')}${solid('FFFFEB9C')}${solid('FFDDEBF7')}</fills>`,
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${thin}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="8">${cell(0, 0, 1)}${cell(1, 0, 0)}${cell(2, 2, 1)}${cell(0, 3, 1)}${cell(0, 4, 1)}${cell(0, 5, 1)}${cell(3, 0, 1)}${cell(0, 0, 1, 0)}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
