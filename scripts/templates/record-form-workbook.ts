import { formIdentityPart } from '../../xlsx/form/identity.ts';
import { contentTypes, relationships, rootRelationships, workbookPart } from '../../xlsx/package/parts.ts';
import { columnName } from '../../xlsx/splice/a1.ts';
import { textPart, writeZip } from '../../xlsx/zip/write-zip.ts';
import { FORM_STYLES } from './form-styles.ts';
import { placeholderPicture } from './placeholder-picture.ts';
import { COLUMNS_MM, LAST_ROW, recordForm } from './record-form.ts';
import { recordFormDrawing } from './record-form-drawing.ts';
import { recordFormSheet } from './record-form-sheet.ts';
import { definedNames, sharedStrings, VIEWS } from './table-workbook.ts';

/** The official record form, blank. The same bytes each time. */
export async function recordFormWorkbook(): Promise<Uint8Array> {
  const texts: string[] = [];
  const shared = (text: string): number => {
    const known = texts.indexOf(text);
    return known >= 0 ? known : texts.push(text) - 1;
  };
  const sheet = recordFormSheet(shared, 'rId1');
  const { pack, id, version } = recordForm;
  const areas = [['Print_Area', `${recordForm.sheet}!$A$1:$${columnName(COLUMNS_MM.length)}$${LAST_ROW}`]] as const;
  const custom = formIdentityPart({ pack, template: id, version }, []);
  const parts: readonly (readonly [name: string, text: string])[] = [
    ['[Content_Types].xml', contentTypes(TYPES, ['png'])],
    ['_rels/.rels', rootRelationships()],
    ['xl/workbook.xml', workbookPart([{ name: recordForm.sheet }], { views: VIEWS, names: definedNames(areas) })],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        { kind: 'worksheet', target: 'worksheets/sheet1.xml' },
        { kind: 'styles', target: 'styles.xml' },
        { kind: 'sharedStrings', target: 'sharedStrings.xml' },
        { kind: 'customXml', target: '../customXml/item1.xml' },
      ]),
    ],
    ['xl/worksheets/sheet1.xml', sheet],
    ['xl/worksheets/_rels/sheet1.xml.rels', relationships([{ kind: 'drawing', target: '../drawings/drawing1.xml' }])],
    ['xl/drawings/drawing1.xml', recordFormDrawing('rId1', '照片')],
    ['xl/drawings/_rels/drawing1.xml.rels', relationships([{ kind: 'image', target: '../media/image1.png' }])],
    ['xl/styles.xml', FORM_STYLES],
    ['xl/sharedStrings.xml', sharedStrings(texts)],
    ['customXml/item1.xml', [...custom.chunks].join('')],
    ['customXml/_rels/item1.xml.rels', relationships([{ kind: 'customXmlProps', target: 'itemProps1.xml' }])],
    ['customXml/itemProps1.xml', custom.properties],
  ];
  return writeZip([
    ...parts.map(([name, text]) => textPart(name, text)),
    { name: 'xl/media/image1.png', chunks: [new Uint8Array(placeholderPicture())] },
  ]);
}

const TYPES: readonly (readonly [name: string, kind: string])[] = [
  ['xl/workbook.xml', 'spreadsheetml.sheet.main'],
  ['xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
  ['xl/drawings/drawing1.xml', 'drawing'],
  ['xl/styles.xml', 'spreadsheetml.styles'],
  ['xl/sharedStrings.xml', 'spreadsheetml.sharedStrings'],
  ['customXml/itemProps1.xml', 'customXmlProperties'],
];
