import type { Pack } from '../../sheets-templates/schema.ts';
import { textOf } from '../value.ts';
import type { Facts } from './types.ts';

/** By what records of an entity that belongs to a person are the same thing. */
export interface ChildKeys {
  /** The field by which it names its owner: `person`. */
  readonly parent: string;
  /** Fields that must be equal: level, year, quarter. */
  readonly fixed: readonly string[];
  /** Of the fixed ones, the field that says the year; left out it means the project's. */
  readonly yearBy: string | undefined;
  /** Fields beside the fixed ones, in the order of the form. */
  readonly fields: readonly string[];
  /** What the form has no place for and one typed anew may say all the same: a score beside an opinion. */
  readonly more: readonly string[];
  /** Of several with equal fixed fields, the field that tells them apart: a training's time, a mentor. */
  readonly telling: string | undefined;
  /** Records with equal fixed fields share a cell of the form. */
  readonly stacks: boolean;
}

/** What the pack's forms say about the entities in their sections. */
export function childKeys(pack: Pack): ReadonlyMap<string, ChildKeys> {
  const keys = new Map<string, ChildKeys>();
  for (const binding of pack.templates) {
    if (binding.kind !== 'form') continue;
    for (const section of binding.sections) {
      const entity = pack.entities.find(({ key }) => key === section.entity);
      if (entity?.parent === undefined || keys.has(entity.key)) continue;
      const columns = 'columns' in section ? section.columns.map(({ field }) => field) : [section.field];
      const dated = columns.includes(section.yearBy);
      const quarter = section.kind === 'quarterLines' || section.kind === 'quarterCells' ? ['quarter'] : [];
      const fixed = [...Object.keys(section.where), ...quarter, ...(dated ? [] : [section.yearBy])];
      const telling = dated ? section.yearBy : 'columns' in section ? columns[0] : undefined;
      const fields = columns.filter((key) => !fixed.includes(key));
      const more = entity.fields
        .filter(({ type, owner, derive }) => type !== 'sequence' && owner === undefined && derive === undefined)
        .map(({ key }) => key)
        .filter((key) => key !== entity.parent && !fixed.includes(key) && !columns.includes(key));
      const yearBy = dated ? undefined : section.yearBy;
      const stacks = section.kind !== 'lines';
      keys.set(entity.key, { parent: entity.parent, fixed, yearBy, fields, more, telling, stacks });
    }
  }
  return keys;
}

/** What a record says: its fixed fields (a year left out is the project's), and the others that are not blank. */
export function childFacts(
  record: { readonly [key: string]: Parameters<typeof textOf>[0] },
  keys: ChildKeys,
  year: string,
): { readonly fixed: string; readonly facts: Facts } {
  const own = (key: string): string => (Object.hasOwn(record, key) ? textOf(record[key]) : '');
  const fixed = keys.fixed.map((key) => own(key) || (key === keys.yearBy ? year : ''));
  const said = [...keys.fields, ...keys.more]
    .map((key): [string, string] => [key, own(key)])
    .filter(([, text]) => text.trim() !== '');
  return { fixed: JSON.stringify(fixed), facts: new Map(said) };
}

/** Lines without blank ones and without what stands at their ends: how a cell shows a text, or several in one. */
export function shownText(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
