import { escapeAttribute, escapeText, unescapeText } from '../xml/escape.ts';
import { child, childrenOf, parseXml } from '../xml/tree.ts';

/** The namespace by which our part is known among others. */
export const IDENTITY_NAMESPACE = 'urn:mingce:table';

/** Which template an exported workbook was made from, and where its records stand. */
export interface Identity {
  readonly pack: string;
  readonly template: string;
  readonly version: string;
  readonly sheet: string;
  /** The row of the first record; the others follow, one per row. */
  readonly firstRow: number;
}

const STORE_ITEM = '{6F1D0C52-4E0B-4D0E-9C61-9B3C1B7E2A41}';
const PER_CHUNK = 2000;

/** What `itemPropsN.xml` says beside each of our parts. */
export const itemProperties = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${STORE_ITEM}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${IDENTITY_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`;

/**
 * The custom XML part `customXml/itemN.xml`, in chunks, and its `itemPropsN.xml`. Excel and WPS keep such a part when
 * they save, so a returned workbook updates the records it came from.
 */
export function identityPart(
  identity: Identity,
  ids: readonly string[],
): { readonly chunks: Iterable<string>; readonly properties: string } {
  return {
    chunks: chunks(identity, ids),
    properties: itemProperties,
  };
}

function* chunks(identity: Identity, ids: readonly string[]): Generator<string> {
  const attribute = (name: keyof Identity): string => ` ${name}="${escapeAttribute(String(identity[name]))}"`;
  const names: readonly (keyof Identity)[] = ['pack', 'template', 'version', 'sheet', 'firstRow'];
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<mingce xmlns="${IDENTITY_NAMESPACE}"${names.map(attribute).join('')}><records>`;
  for (let at = 0; at < ids.length; at += PER_CHUNK) {
    let chunk = '';
    for (const id of ids.slice(at, at + PER_CHUNK)) chunk += `<r>${escapeText(id)}</r>`;
    yield chunk;
  }
  yield '</records></mingce>';
}

/** Reads the part back; undefined when this XML is none of ours or does not hold together. */
export function readIdentity(xml: string): (Identity & { readonly ids: readonly string[] }) | undefined {
  const parsed = parseXml(xml);
  if (!parsed.ok || parsed.root.uri !== IDENTITY_NAMESPACE || parsed.root.local !== 'mingce') return undefined;
  const text = (name: string): string => parsed.root.attributes.get(name) ?? '';
  const firstRow = Number(text('firstRow'));
  if (!Number.isInteger(firstRow) || firstRow < 1 || text('template') === '') return undefined;
  return {
    pack: text('pack'),
    template: text('template'),
    version: text('version'),
    sheet: text('sheet'),
    firstRow,
    ids: childrenOf(child(parsed.root, 'records'), 'r').map((record) => unescapeText(record.text)),
  };
}
