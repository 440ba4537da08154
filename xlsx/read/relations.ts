import type { ZipArchive, ZipEntry } from '../zip/read-zip.ts';
import { forEachElement } from './elements.ts';

/** One relationship of a part (OPC, 9.3), its target made a name within the container. */
export interface Relation {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, `styles`; the same in transitional and strict workbooks. */
  readonly kind: string;
  readonly target: string;
}

/**
 * The relationships of `part` ('' for the container's own).
 * @throws ReadFailure
 */
export function relationsOf(zip: ZipArchive, part: string): readonly Relation[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const entry = zip.find(`${folder}_rels/${part.slice(slash)}.rels`);
  if (entry === undefined) return [];
  const relations: Relation[] = [];
  forEachElement(zip, entry, ({ name, attributes }) => {
    if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
    const target = attributes.get('Target');
    if (target === undefined) return;
    const kind = (attributes.get('Type') ?? '').split('/').at(-1) ?? '';
    relations.push({ id: attributes.get('Id') ?? '', kind, target: resolve(folder, target) });
  });
  return relations;
}

/** The first part that a relation of this kind points to and that exists. */
export function related(zip: ZipArchive, relations: readonly Relation[], kind: string): ZipEntry | undefined {
  for (const relation of relations) {
    if (relation.kind.toLowerCase() !== kind.toLowerCase()) continue;
    const entry = zip.find(relation.target);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** Resolves `../` and `./`; what would lead out of the container stays at its root. */
function resolve(folder: string, target: string): string {
  const plain = target.replaceAll('\\', '/');
  const steps = (plain.startsWith('/') ? plain : folder + plain).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
