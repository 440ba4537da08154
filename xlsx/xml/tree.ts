import { SaxesParser, type SaxesTagNS } from 'saxes';

/** An element with its place in the source, so that the source can be changed there and nowhere else. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  /** By qualified name, entities resolved. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly parent: XmlElement | undefined;
  /** Own text and CDATA, joined; that of children is theirs. */
  readonly text: string;
  /** Offset of `<`. */
  readonly start: number;
  /** Offset behind the opening tag's `>`. */
  readonly openEnd: number;
  /** Offset of `</`; equals `openEnd` for `<a/>`. */
  readonly closeStart: number;
  /** Offset behind the element. */
  readonly end: number;
  readonly selfClosing: boolean;
}

export type XmlErrorCode = 'xml-malformed' | 'xml-doctype' | 'xml-too-deep';

/** Parts of workbooks nest a dozen levels; those who walk a tree by recursion must not run out of stack. */
const DEEPEST = 200;

type Building = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: Building[] };

/**
 * Parses a part into a tree with source offsets.
 * Errors: 'xml-malformed', 'xml-too-deep', 'xml-doctype' (no part of a workbook has one; entities are how XML bombs are made).
 */
export function parseXml(
  source: string,
):
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly error: { readonly code: XmlErrorCode } } {
  const parser = new SaxesParser({ xmlns: true });
  const open: Building[] = [];
  let root: Building | undefined;
  let failure: XmlErrorCode | undefined;
  parser.on('error', () => {
    failure ??= 'xml-malformed';
  });
  parser.on('doctype', () => {
    failure ??= 'xml-doctype';
  });
  parser.on('opentag', (tag) => {
    const parent = open.at(-1);
    const element = begin(tag, source, parser.position, parent);
    if (parent === undefined) root ??= element;
    else parent.children.push(element);
    open.push(element);
    if (open.length > DEEPEST) failure ??= 'xml-too-deep';
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (tag) => {
    const element = open.pop();
    if (element === undefined) return;
    element.end = parser.position;
    element.closeStart = tag.isSelfClosing ? element.openEnd : source.lastIndexOf('<', parser.position - 1);
  });
  parser.write(source).close();
  if (failure !== undefined || root === undefined) return { ok: false, error: { code: failure ?? 'xml-malformed' } };
  return { ok: true, root };
}

function begin(tag: SaxesTagNS, source: string, position: number, parent: Building | undefined): Building {
  return {
    name: tag.name,
    local: tag.local,
    uri: tag.uri,
    attributes: new Map(Object.values(tag.attributes).map((attribute) => [attribute.name, attribute.value])),
    children: [],
    parent,
    text: '',
    // No raw `<` may stand in a tag, so the nearest one before its end begins it.
    start: source.lastIndexOf('<', position - 1),
    openEnd: position,
    closeStart: position,
    end: position,
    selfClosing: tag.isSelfClosing,
  };
}

/** The first child of this local name. */
export function child(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.local === local);
}

/** All children of this local name. */
export function childrenOf(element: XmlElement | undefined, local: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.local === local) ?? [];
}

/** The element and all below it, in document order. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const below of element.children) yield* walk(below);
}
