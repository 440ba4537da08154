import { IDENTITY_NAMESPACE, itemProperties } from '../splice/custom-part.ts';
import { escapeAttribute, escapeText, unescapeText } from '../xml/escape.ts';
import { child, childrenOf, parseXml } from '../xml/tree.ts';

/** Which template a workbook of forms was made from. */
export interface FormIdentity {
  readonly pack: string;
  readonly template: string;
  readonly version: string;
}

/** Whose form a sheet is. */
export interface SheetOwner {
  readonly sheet: string;
  readonly id: string;
  /** Which records stand in the sections' lines. */
  readonly records?: readonly LineRecord[];
}

/** A file's identity with whose its sheets are. */
export interface OwnedIdentity extends FormIdentity {
  readonly owners: readonly SheetOwner[];
}

/** A record's place in a form: the section, its line, and which record of the line; both from 0. */
export interface LineRecord {
  readonly section: string;
  readonly line: number;
  readonly nth: number;
  readonly id: string;
}

/** The custom XML part of a workbook of forms, in chunks, with its properties; it survives saving in Excel and WPS. */
export function formIdentityPart(
  identity: FormIdentity,
  owners: readonly SheetOwner[],
): { readonly chunks: Iterable<string>; readonly properties: string } {
  const { pack, template, version } = identity;
  const attributes = Object.entries({ kind: 'form', pack, template, version })
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  const records = owners.map(({ sheet, id }) => `<r sheet="${escapeAttribute(sheet)}">${escapeText(id)}</r>`).join('');
  const lines = owners
    .flatMap(({ records: own = [] }, n) =>
      own.map((r) => `<l r="${n}" s="${escapeAttribute(r.section)}" n="${r.line} ${r.nth}">${escapeText(r.id)}</l>`),
    )
    .join('');
  return {
    chunks: [
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<mingce xmlns="${IDENTITY_NAMESPACE}"${attributes}><records>${records}</records>${lines === '' ? '' : `<lines>${lines}</lines>`}</mingce>`,
    ],
    properties: itemProperties,
  };
}

/** Reads the part back; undefined when this XML is none of ours. */
export function readFormIdentity(xml: string): OwnedIdentity | undefined {
  if (!xml.includes(IDENTITY_NAMESPACE)) return undefined;
  const parsed = parseXml(xml);
  if (!parsed.ok || parsed.root.uri !== IDENTITY_NAMESPACE) return undefined;
  const { attributes } = parsed.root;
  if (attributes.get('kind') !== 'form') return undefined;
  const text = (name: string): string => unescapeText(attributes.get(name) ?? '');
  const lines = new Map<number, LineRecord[]>();
  for (const item of childrenOf(child(parsed.root, 'lines'), 'l')) {
    const [line = -1, nth = -1] = (item.attributes.get('n') ?? '').split(' ').map(Number);
    const owner = Number(item.attributes.get('r') ?? -1);
    const list = lines.get(owner) ?? [];
    list.push({ section: unescapeText(item.attributes.get('s') ?? ''), line, nth, id: unescapeText(item.text) });
    lines.set(owner, list);
  }
  const owners = childrenOf(child(parsed.root, 'records'), 'r').map((record, n) => ({
    sheet: unescapeText(record.attributes.get('sheet') ?? ''),
    id: unescapeText(record.text),
    records: lines.get(n) ?? [],
  }));
  return { pack: text('pack'), template: text('template'), version: text('version'), owners };
}
