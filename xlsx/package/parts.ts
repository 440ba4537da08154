import { escapeAttribute } from '../xml/escape.ts';

/** Namespaces of a workbook's parts (ECMA-376). */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument';
const EXTENSIONS = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  vml: `${TYPE}.vmlDrawing`,
  png: 'image/png',
};

/** What one part says of another. */
export interface Relation {
  /** `rId1`, `rId2` … by its place, unless told. */
  readonly id?: string;
  /** `worksheet`, `styles`, `comments` … */
  readonly kind: string;
  readonly target: string;
  /** The target is outside the package. */
  readonly external?: boolean;
}

/** A part `*.rels`. */
export function relationships(relations: readonly Relation[]): string {
  const items = relations.map(
    ({ id, kind, target, external }, n) =>
      `<Relationship Id="${id ?? `rId${n + 1}`}" Type="${OFFICE}/${kind}" Target="${escapeAttribute(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

/** The part `_rels/.rels`: where the workbook is. */
export const rootRelationships = (): string => relationships([{ kind: 'officeDocument', target: 'xl/workbook.xml' }]);

/**
 * The part `[Content_Types].xml`.
 * @param parts name and kind of each part whose ending does not say it: `xl/styles.xml`, `spreadsheetml.styles`
 */
export function contentTypes(
  parts: readonly (readonly [name: string, kind: string])[],
  extensions: readonly (keyof typeof EXTENSIONS)[] = [],
): string {
  const defaults = (['rels', 'xml', ...extensions] as const).map(
    (extension) => `<Default Extension="${extension}" ContentType="${EXTENSIONS[extension]}"/>`,
  );
  const overrides = parts.map(([name, kind]) => `<Override PartName="/${name}" ContentType="${TYPE}.${kind}+xml"/>`);
  return `${XML}<Types xmlns="${PACKAGE}/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
}

/** A sheet as the workbook lists it; its relation is `rId1`, `rId2` … in their order. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden?: boolean;
}

/** The part `xl/workbook.xml`. `views` and `names`: its elements `bookViews` and `definedNames`, ready made. */
export function workbookPart(sheets: readonly ListedSheet[], { views = '', names = '' } = {}): string {
  const list = sheets.map(
    ({ name, hidden }, n) =>
      `<sheet name="${escapeAttribute(name)}" sheetId="${n + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${n + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${views}<sheets>${list.join('')}</sheets>${names}</workbook>`;
}
