import { strToU8, zipSync } from 'fflate';

/** A workbook put together by hand, for tests: the parts that a reader needs, each of them replaceable. */
export interface MadeWorkbook {
  /** Content of `<sheetData>` per sheet name. */
  readonly sheets: Readonly<Record<string, string>>;
  /** `<si>` elements. */
  readonly strings?: string;
  /** Content of `<styleSheet>`. */
  readonly styles?: string;
  /** What stands behind `</sheetData>` on every sheet. */
  readonly tail?: string;
  /** Attributes of `<workbookPr>`. */
  readonly properties?: string;
  /** Part name → content, over what was made; `null` leaves a part out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export function makeWorkbook(made: MadeWorkbook): Uint8Array {
  const names = Object.keys(made.sheets);
  const relations = names.map((_, n) => relation(`rId${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`));
  relations.push(relation('rIdS', 'sharedStrings', 'sharedStrings.xml'), relation('rIdF', 'styles', 'styles.xml'));
  const list = names.map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('');
  const parts = new Map<string, string | Uint8Array | null>([
    ['_rels/.rels', relationships(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr ${made.properties ?? ''}/><sheets>${list}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relationships(relations.join(''))],
  ]);
  names.forEach((name, n) => {
    const data = made.sheets[name] ?? '';
    parts.set(
      `xl/worksheets/sheet${n + 1}.xml`,
      `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetData>${data}</sheetData>${made.tail ?? ''}</worksheet>`,
    );
  });
  if (made.strings !== undefined) parts.set('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${made.strings}</sst>`);
  if (made.styles !== undefined) parts.set('xl/styles.xml', `<styleSheet xmlns="${MAIN}">${made.styles}</styleSheet>`);
  for (const [name, content] of Object.entries(made.parts ?? {})) parts.set(name, content);
  const files: Record<string, Uint8Array> = {};
  for (const [name, content] of parts) {
    if (content !== null) files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

/** Rows of texts as `<row>` elements with inline strings; blank texts make no cell. */
export function inlineRows(rows: readonly (readonly string[])[], first = 1): string {
  return rows
    .map((texts, n) => `<row r="${first + n}">${texts.map((text, c) => inlineCell(c, first + n, text)).join('')}</row>`)
    .join('');
}

function inlineCell(column: number, row: number, text: string): string {
  const name = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`;
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return text === '' ? '' : `<c r="${name}${row}" t="inlineStr"><is><t>${safe}</t></is></c>`;
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"/>`;
}

function relationships(content: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}
