/** A font of a style sheet; `size` in points. */
export function styleFont(name: string, size: number): string {
  return `<font><sz val="${size}"/><color rgb="FF000000"/><name val="${name}"/><family val="3"/><charset val="134"/></font>`;
}

/** A thin side of a cell's border. */
export function side(name: string): string {
  return `<${name} style="thin"><color rgb="FF000000"/></${name}>`;
}

/** A cell's format. `numFmtId` 49 is `@`, text: without it an 18-digit number typed into the cell loses its last three digits. */
export function styleFormat(fontId: number, borderId: number, numFmtId: number, alignment: string): string {
  return `<xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`;
}
