import { strToU8, type Zippable, zipSync } from 'fflate';

/** A spreadsheet in OpenDocument format put together by hand, for tests. */
export interface MadeOds {
  /** Content of `<table:table>` per name. */
  readonly tables: Readonly<Record<string, string>>;
  /** Content of `<office:automatic-styles>`. */
  readonly styles?: string;
  /** What the document's body holds: `spreadsheet`, `text` … */
  readonly kind?: string;
  /** Part name → content, over what was made; `null` leaves a part out. */
  readonly parts?: Readonly<Record<string, string | null>>;
}

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const SPACES = ['office', 'style', 'table', 'text', 'draw', 'number'].map(
  (name) => `xmlns:${name}="${OASIS}:${name}:1.0"`,
);

/** The parts as text; `flat`: as the root of a single file. */
export function odsContent({ tables, styles = '', kind = 'spreadsheet' }: MadeOds, root = 'document-content'): string {
  const body = Object.entries(tables).map(
    ([name, content]) => `<table:table table:name="${name}">${content}</table:table>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${SPACES.join(' ')} xmlns:calcext="c"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body.join('')}</office:${kind}></office:body></office:${root}>`;
}

export function makeOds(made: MadeOds): Uint8Array {
  const parts: Record<string, string | null> = {
    mimetype: `application/vnd.oasis.opendocument.${made.kind ?? 'spreadsheet'}`,
    'content.xml': odsContent(made),
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="m"/>',
    ...made.parts,
  };
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts))
    if (content !== null) files[name] = [strToU8(content), { level: name === 'mimetype' ? 0 : 6 }];
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

/** A row of cells. */
export const odsRow = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
/** A cell of text, given with its attributes where it has some. */
export const odsText = (text: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;
/** Rows of texts as the content of a table. */
export const odsRows = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => odsRow(...row.map((text) => odsText(text)))).join('');
