import { parseXml, type XmlElement } from '../xml/tree.ts';
import type { Chunk } from '../zip/compress.ts';
import { openZip, type ZipArchive, type ZipEntry } from '../zip/read-zip.ts';
import { writeZip, type ZipPart } from '../zip/write-zip.ts';
import { decodeText } from './decode-text.ts';
import { refuse } from './refusal.ts';

/** A relationship as the part's `.rels` says it, its target made a part's name. */
export interface Relation {
  readonly id: string;
  /** Last word of the type's address: the same in transitional and strict workbooks. */
  readonly kind: string;
  readonly target: string;
}

/** The parts of a workbook, of which some are replaced; what is not touched is copied byte for byte. */
export class WorkbookPackage {
  readonly #zip: ZipArchive;
  readonly #changed = new Map<string, Iterable<string | Chunk> | null>();
  readonly #trees = new Map<string, { text: string; root: XmlElement }>();

  /** @throws Refusal 'unreadable' */
  constructor(bytes: Uint8Array) {
    const opened = openZip(bytes);
    if (!opened.ok) throw refuse('unreadable', { detail: opened.error.code });
    this.#zip = opened.zip;
  }

  /** Names of all parts, in the order of the archive, the added ones last. */
  names(): string[] {
    const names = new Set(this.#zip.entries.map((entry) => normal(entry.name)));
    for (const [name, chunks] of this.#changed) chunks === null ? names.delete(name) : names.add(name);
    return [...names];
  }

  has(part: string): boolean {
    const changed = this.#changed.get(this.#key(part));
    return changed === undefined ? this.#zip.find(part) !== undefined : changed !== null;
  }

  /** A part's text as it stands now. @throws Refusal 'unreadable' */
  text(part: string): string {
    const changed = this.#changed.get(this.#key(part));
    if (changed !== undefined && changed !== null) return [...changed].map(asText).join('');
    const read = this.#zip.read(part);
    if (!read.ok || changed === null)
      throw refuse('unreadable', { part, detail: read.ok ? 'removed' : read.error.code });
    const text = decodeText(read.bytes);
    if (text === undefined) throw refuse('unreadable', { part, detail: 'bad-encoding' });
    return text;
  }

  /** A part's text with its tree. @throws Refusal 'unreadable' */
  parse(part: string): { readonly text: string; readonly root: XmlElement } {
    const known = this.#trees.get(this.#key(part));
    if (known !== undefined) return known;
    const text = this.text(part);
    const parsed = parseXml(text);
    if (!parsed.ok) throw refuse('unreadable', { part, detail: parsed.error.code });
    const tree = { text, root: parsed.root };
    this.#trees.set(this.#key(part), tree);
    return tree;
  }

  /** Replaces or adds a part. Chunks are asked for once, while the archive is written. */
  set(part: string, chunks: Iterable<string | Chunk>): void {
    const key = this.#key(part);
    this.#changed.set(key, chunks);
    this.#trees.delete(key);
  }

  remove(part: string): void {
    this.#changed.set(this.#key(part), null);
    this.#trees.delete(this.#key(part));
  }

  /** Relationships of a part, '' for the package's own. */
  relations(part: string): Relation[] {
    const rels = relationsPart(part);
    if (!this.has(rels)) return [];
    return this.parse(rels).root.children.flatMap((element) => {
      const target = element.attributes.get('Target');
      if (target === undefined || element.attributes.get('TargetMode') === 'External') return [];
      const kind = element.attributes.get('Type')?.split('/').at(-1) ?? '';
      return [{ id: element.attributes.get('Id') ?? '', kind, target: resolve(part, target) }];
    });
  }

  /** The archive; parts keep their places, added ones stand at the end. */
  async save(): Promise<Uint8Array> {
    return writeZip(this.parts());
  }

  /** The parts as they are written: in the archive's order, added ones last. */
  parts(): ZipPart[] {
    const parts: ZipPart[] = [];
    const written = new Set<string>();
    for (const entry of this.#zip.entries) {
      const key = this.#key(entry.name);
      const chunks = this.#changed.get(key);
      if (chunks === undefined) parts.push({ kept: entry });
      else if (chunks !== null) parts.push({ name: entry.name, chunks: encoded(chunks) });
      written.add(key);
    }
    for (const [key, chunks] of this.#changed) {
      if (chunks !== null && !written.has(key)) parts.push({ name: key, chunks: encoded(chunks) });
    }
    return parts;
  }

  /** Parts are found whatever the case or slashes of their name; one spelling must serve as key. */
  #key(part: string): string {
    const entry: ZipEntry | undefined = this.#zip.find(part);
    return normal(entry === undefined ? part : entry.name);
  }
}

/** Where a part's relationships stand. */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function normal(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

function resolve(part: string, target: string): string {
  const plain = target.replaceAll('\\', '/');
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const path: string[] = [];
  for (const step of (plain.startsWith('/') ? plain : folder + plain).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function asText(chunk: string | Chunk): string {
  return typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
}

function* encoded(chunks: Iterable<string | Chunk>): Generator<Chunk> {
  const encoder = new TextEncoder();
  for (const chunk of chunks) yield typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
}
