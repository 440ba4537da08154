import { columnName } from '../../xlsx/splice/a1.ts';
import { identityPart } from '../../xlsx/splice/custom-part.ts';
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
export async function tableWorkbook(design: TableDesign): Promise<Uint8Array> {
  const texts: string[] = [];
  const sheet = tableSheet(design, (text) => texts.push(text) - 1);
  const custom = identityPart(
    { pack: design.pack, template: design.id, version: design.version, sheet: design.sheet, firstRow: SAMPLE_ROW },
    [],
  );
  return writeZip([
    textPart('[Content_Types].xml', contentTypes()),
    textPart('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])),
    textPart('xl/workbook.xml', workbook(design)),
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
    textPart('xl/styles.xml', STYLES),
    textPart('xl/sharedStrings.xml', sharedStrings(texts)),
    textPart('customXml/item1.xml', [...custom.chunks].join('')),
    textPart('customXml/_rels/item1.xml.rels', relationships([['customXmlProps', 'itemProps1.xml']])),
    textPart('customXml/itemProps1.xml', custom.properties),
  ]);
}

function workbook(design: TableDesign): string {
  const last = `$${columnName(design.columns.length)}$${SAMPLE_ROW + design.blankRows - 1}`;
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets><sheet name="${design.sheet}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${design.sheet}!$A$1:${last}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${design.sheet}!$${HEADER_ROW}:$${HEADER_ROW}</definedName></definedNames></workbook>`;
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
