import type { FormSection } from '../../../sheets-templates/form-binding.ts';
import type { Gathered } from './read-form-types.ts';

export interface FoundChild {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, string>>;
  /** Line of the section, and which record of that line; both from 0. */
  readonly place: readonly [line: number, nth: number];
}

/** Adds a record of a section to what was read, with the section's fixed values, and the id that our own export gave it. */
export function addChild(section: FormSection, gathered: Gathered, { row, values, cells, place }: FoundChild): void {
  const list = gathered.children[section.entity] ?? [];
  gathered.children[section.entity] = list;
  const id = gathered.ids(section.key, ...place);
  list.push({ row, values: { ...section.where, ...values }, cells, ...(id === undefined ? {} : { id }) });
}
