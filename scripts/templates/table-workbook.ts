import { columnName } from '../../xlsx/splice/a1.ts';
import { type Identity, identityPart } from '../../xlsx/splice/custom-part.ts';
import { escapeText } from '../../xlsx/xml/escape.ts';
import { textPart, writeZip } from '../../xlsx/zip/write-zip.ts';
import { STYLES } from './styles.ts';
import { HEADER_ROW, SAMPLE_ROW, type TableDesign } from './table-design.ts';
import { tableSheet } from './table-sheet.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument';

/** The official workbook, blank. The same design gives the same bytes. */
export function tableWorkbook(design: TableDesign): Promise<Uint8Array> {
  const texts: string[] = [];
  const { pack, id: template, version, sheet, columns, blankRows } = design;
  return oneSheetWorkbook({
    identity: { pack, template, version, sheet, firstRow: SAMPLE_ROW },
    sheet: tableSheet(design, (text) => texts.push(text) - 1),
    texts,
    styles: STYLES,
    printed: `$A$1:$${columnName(columns.length)}$${SAMPLE_ROW + blankRows - 1}`,
    repeated: `$${HEADER_ROW}:$${HEADER_ROW}`,
  });
}

/** The parts that make a workbook of one sheet. */
export interface OneSheet {
  readonly identity: Identity;
  /** The worksheet part, and the shared strings that it counts. */
  readonly sheet: string;
  readonly texts: readonly string[];
  readonly styles: string;
  /** What is printed (`$A$1:$N$23`), and the rows repeated on each page (`$3:$3`). */
  readonly printed: string;
  readonly repeated: string;
}

/** A workbook of one sheet that says which template it is. */
export function oneSheetWorkbook({ identity, sheet, texts, styles, printed, repeated }: OneSheet): Promise<Uint8Array> {
  const custom = identityPart(identity, []);
  const areas = `<definedName name="_xlnm.Print_Area" localSheetId="0">${identity.sheet}!${printed}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${identity.sheet}!${repeated}</definedName>`;
  return writeZip([
    textPart('[Content_Types].xml', contentTypes()),
    textPart('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])),
    textPart('xl/workbook.xml', workbook(identity.sheet, areas)),
    textPart(
      'xl/_rels/workbook.xml.rels',
      relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ['customXml', '../customXml/item1.xml'],
      ]),
    ),
    textPart('xl/worksheets/sheet1.xml', sheet),
    textPart('xl/styles.xml', styles),
    textPart('xl/sharedStrings.xml', sharedStrings(texts)),
    textPart('customXml/item1.xml', [...custom.chunks].join('')),
    textPart('customXml/_rels/item1.xml.rels', relationships([['customXmlProps', 'itemProps1.xml']])),
    textPart('customXml/itemProps1.xml', custom.properties),
  ]);
}

function workbook(sheet: string, areas: string): string {
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets><definedNames>${areas}</definedNames></workbook>`;
}

function sharedStrings(texts: readonly string[]): string {
  const items = texts.map((text) => `<si><t>${escapeText(text)}</t></si>`).join('');
  return `${HEAD}<sst xmlns="${MAIN}" count="${texts.length}" uniqueCount="${texts.length}">${items}</sst>`;
}

function relationships(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${REL}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(): string {
  const parts = [
    ['xl/workbook.xml', `${TYPE}.spreadsheetml.sheet.main+xml`],
    ['xl/worksheets/sheet1.xml', `${TYPE}.spreadsheetml.worksheet+xml`],
    ['xl/styles.xml', `${TYPE}.spreadsheetml.styles+xml`],
    ['xl/sharedStrings.xml', `${TYPE}.spreadsheetml.sharedStrings+xml`],
    ['customXml/itemProps1.xml', `${TYPE}.customXmlProperties+xml`],
  ].map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}
