import { formIdentityPart } from '../../xlsx/form/identity.ts';
import { columnName } from '../../xlsx/splice/a1.ts';
import { escapeText } from '../../xlsx/xml/escape.ts';
import { textPart, writeZip } from '../../xlsx/zip/write-zip.ts';
import { FORM_STYLES } from './form-styles.ts';
import { placeholderPicture } from './placeholder-picture.ts';
import { COLUMNS_MM, LAST_ROW, recordForm } from './record-form.ts';
import { recordFormDrawing } from './record-form-drawing.ts';
import { recordFormSheet } from './record-form-sheet.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument';

/** The official record form, blank. The same bytes each time. */
export async function recordFormWorkbook(): Promise<Uint8Array> {
  const texts: string[] = [];
  const shared = (text: string): number => {
    const known = texts.indexOf(text);
    return known >= 0 ? known : texts.push(text) - 1;
  };
  const sheet = recordFormSheet(shared, 'rId1');
  const { pack, id, version } = recordForm;
  const custom = formIdentityPart({ pack, template: id, version }, []);
  const parts: readonly (readonly [name: string, text: string])[] = [
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook()],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ['customXml', '../customXml/item1.xml'],
      ]),
    ],
    ['xl/worksheets/sheet1.xml', sheet],
    ['xl/worksheets/_rels/sheet1.xml.rels', relationships([['drawing', '../drawings/drawing1.xml']])],
    ['xl/drawings/drawing1.xml', recordFormDrawing('rId1', '照片')],
    ['xl/drawings/_rels/drawing1.xml.rels', relationships([['image', '../media/image1.png']])],
    ['xl/styles.xml', FORM_STYLES],
    ['xl/sharedStrings.xml', sharedStrings(texts)],
    ['customXml/item1.xml', [...custom.chunks].join('')],
    ['customXml/_rels/item1.xml.rels', relationships([['customXmlProps', 'itemProps1.xml']])],
    ['customXml/itemProps1.xml', custom.properties],
  ];
  return writeZip([
    ...parts.map(([name, text]) => textPart(name, text)),
    { name: 'xl/media/image1.png', chunks: [new Uint8Array(placeholderPicture())] },
  ]);
}

function workbook(): string {
  const area = `${recordForm.sheet}!$A$1:$${columnName(COLUMNS_MM.length)}$${LAST_ROW}`;
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets><sheet name="${recordForm.sheet}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${area}</definedName></definedNames></workbook>`;
}

function sharedStrings(texts: readonly string[]): string {
  const items = texts.map((text) => `<si><t>${escapeText(text)}</t></si>`).join('');
  return `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${texts.length}">${items}</sst>`;
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
    ['xl/drawings/drawing1.xml', `${TYPE}.drawing+xml`],
    ['xl/styles.xml', `${TYPE}.spreadsheetml.styles+xml`],
    ['xl/sharedStrings.xml', `${TYPE}.spreadsheetml.sharedStrings+xml`],
    ['customXml/itemProps1.xml', `${TYPE}.customXmlProperties+xml`],
  ].map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
  ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults.join('')}${parts.join('')}</Types>`;
}
