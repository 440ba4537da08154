const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** EMU per millimetre. */
const MM = 36_000;

/**
 * The photo's frame: 32 mm by 41.1 mm (35 : 45) in the middle of N3:Q7 (34 mm by 56.4 mm). A size of its own (one-cell
 * anchor), since a frame between two cells would pull the face long when a row grows.
 */
const FRAME = { column: 13, row: 2, left: 1, top: 7.6, width: 32, height: (32 * 45) / 35 } as const;

/** The drawing part with the placeholder; `picture` is its relationship. */
export function recordFormDrawing(picture: string, name: string): string {
  const emu = (mm: number): number => Math.round(mm * MM);
  const { column, row, left, top, width, height } = FRAME;
  const size = `cx="${emu(width)}" cy="${emu(height)}"`;
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}">`,
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${emu(left)}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${emu(top)}</xdr:rowOff></xdr:from><xdr:ext ${size}/>`,
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="${name}" descr="${name}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>`,
    `<xdr:blipFill><a:blip xmlns:r="${REL}" r:embed="${picture}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`,
    '<xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>',
  ].join('');
}
