import type { DataRecord } from '../../records/types.ts';
import { textOf } from '../../records/value.ts';
import type { FormSection } from '../../sheets-templates/form-binding.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import { recordYear } from './record-year.ts';

/** Whether a record is of the kind that a section shows, such as the reviews of a village. */
export function fitsSection({ where }: Pick<FormSection, 'where'>, record: DataRecord): boolean {
  return Object.entries(where).every(([key, value]) => textOf(record[key]) === value);
}

/** The year that a record says by the field of its section; undefined when it says none. */
export function saidYear({ yearBy }: Pick<FormSection, 'yearBy'>, record: DataRecord): number | undefined {
  return recordYear(textOf(record[yearBy]));
}

/** Whether a record stands in a section of one year's form; records that say no year are of every year. */
export function standsIn(section: FormSection, record: DataRecord, year: number): boolean {
  return fitsSection(section, record) && (saidYear(section, record) ?? year) === year;
}

/** The sections of all forms of a pack that show an entity. */
export function sectionsOf(pack: Pack, entity: string): readonly FormSection[] {
  return pack.templates
    .flatMap((binding) => (binding.kind === 'form' ? binding.sections : []))
    .filter((section) => section.entity === entity);
}

/** The entities whose records a form shows beside the person's own fields. */
export function childEntities({
  sections,
}: {
  readonly sections: readonly Pick<FormSection, 'entity'>[];
}): readonly string[] {
  return [...new Set(sections.map(({ entity }) => entity))];
}
