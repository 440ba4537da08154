import { contentTypes, MAIN, relationships, rootRelationships, workbookPart, XML } from '../../xlsx/package/parts.ts';
import { columnName } from '../../xlsx/splice/a1.ts';
import { type Identity, identityPart } from '../../xlsx/splice/custom-part.ts';
import { escapeText } from '../../xlsx/xml/escape.ts';
import { textPart, writeZip } from '../../xlsx/zip/write-zip.ts';
import { STYLES } from './styles.ts';
import { HEADER_ROW, SAMPLE_ROW, type TableDesign } from './table-design.ts';
import { tableSheet } from './table-sheet.ts';

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
  const areas = [
    ['Print_Area', `${identity.sheet}!${printed}`],
    ['Print_Titles', `${identity.sheet}!${repeated}`],
  ] as const;
  return writeZip([
    textPart('[Content_Types].xml', contentTypes(TYPES)),
    textPart('_rels/.rels', rootRelationships()),
    textPart('xl/workbook.xml', workbookPart([{ name: identity.sheet }], { views: VIEWS, names: definedNames(areas) })),
    textPart(
      'xl/_rels/workbook.xml.rels',
      relationships([
        { kind: 'worksheet', target: 'worksheets/sheet1.xml' },
        { kind: 'styles', target: 'styles.xml' },
        { kind: 'sharedStrings', target: 'sharedStrings.xml' },
        { kind: 'customXml', target: '../customXml/item1.xml' },
      ]),
    ),
    textPart('xl/worksheets/sheet1.xml', sheet),
    textPart('xl/styles.xml', styles),
    textPart('xl/sharedStrings.xml', sharedStrings(texts)),
    textPart('customXml/item1.xml', [...custom.chunks].join('')),
    textPart('customXml/_rels/item1.xml.rels', relationships([{ kind: 'customXmlProps', target: 'itemProps1.xml' }])),
    textPart('customXml/itemProps1.xml', custom.properties),
  ]);
}

const TYPES: readonly (readonly [name: string, kind: string])[] = [
  ['xl/workbook.xml', 'spreadsheetml.sheet.main'],
  ['xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
  ['xl/styles.xml', 'spreadsheetml.styles'],
  ['xl/sharedStrings.xml', 'spreadsheetml.sharedStrings'],
  ['customXml/itemProps1.xml', 'customXmlProperties'],
];

/** The window in which Excel opens the book. */
export const VIEWS =
  '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews>';

/** What a book calls by names: [built-in name, area] of its first sheet. */
export function definedNames(areas: readonly (readonly [name: string, area: string])[]): string {
  const items = areas.map(([name, area]) => `<definedName name="_xlnm.${name}" localSheetId="0">${area}</definedName>`);
  return `<definedNames>${items.join('')}</definedNames>`;
}

/** The part `xl/sharedStrings.xml`. */
export function sharedStrings(texts: readonly string[]): string {
  const items = texts.map((text) => `<si><t>${escapeText(text)}</t></si>`).join('');
  return `${XML}<sst xmlns="${MAIN}" count="${texts.length}" uniqueCount="${texts.length}">${items}</sst>`;
}
