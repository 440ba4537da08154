import { textOf } from '../../records/value.ts';
import type { FormSection } from '../../sheets-templates/form-binding.ts';
import { quarterNumber } from '../../xlsx/form/locale/quarters.zh-CN.ts';
import { standsIn } from '../../xlsx/form/section-records.ts';
import type { FormPeople } from './form-people.ts';
import { settleLines } from './line-places.ts';

/** The records on each line of a section (or in each quarter); blank lines have none. */
export type SectionLines = readonly (readonly string[])[];

/**
 * Who stands on which line of a section.
 * @param before the lines shown so far, of the same person and year; records keep their lines, even those whose last
 * text was just cleared.
 * @param kept records that stay though their time says another year: typed here, they are not taken from under the cursor
 */
export function sectionLines(
  people: FormPeople,
  section: FormSection,
  person: string,
  year: number,
  before: SectionLines,
  kept: ReadonlySet<string> = new Set(),
): SectionLines {
  const { store } = people;
  const { entity } = section;
  const own = people.children(entity, person);
  if (section.kind === 'lines') {
    const shown = new Set(before.flat());
    const wanted = own.filter((id) => {
      const record = store.get(entity, id);
      if (!record || !(standsIn(section, record, year) || kept.has(id))) return false;
      if (shown.has(id)) return true;
      return section.columns.some(({ field }) => store.text(entity, id, field) !== '');
    });
    return settleLines(
      before.map(([id = null]) => id),
      wanted,
    ).map((id) => (id === null ? [] : [id]));
  }
  const lines: string[][] = section.kind === 'value' ? [[]] : [[], [], [], []];
  for (const id of own) {
    const record = store.get(entity, id);
    if (!record || !standsIn(section, record, year)) continue;
    const at = section.kind === 'value' ? 0 : (quarterNumber(textOf(record['quarter'])) ?? 0) - 1;
    lines[at]?.push(id);
  }
  return lines;
}

/** The same lines with a record on one of them, blank ones before it where there are not so many. */
export function withRecord(lines: SectionLines | undefined, line: number, id: string): SectionLines {
  const length = Math.max(lines?.length ?? 0, line + 1);
  return Array.from({ length }, (_, n) => (n === line ? [id] : (lines?.[n] ?? [])));
}

/** The year that one of these records (by section) says though this one is shown; of several the last. */
export function otherYear(
  people: FormPeople,
  records: ReadonlyMap<string, readonly string[]>,
  shown: number,
): number | null {
  const years = people.binding.sections.flatMap(({ key, entity }) =>
    (records.get(key) ?? []).map((id) => people.yearOf(entity, id)),
  );
  return years.findLast((year) => year !== undefined && year !== shown) ?? null;
}

/** What a cell of a section shows of its records: one below the other, as the export writes it. */
export function lineText(section: FormSection, texts: readonly string[]): string {
  if (section.kind === 'lines' || section.kind === 'quarterLines')
    return texts.every((text) => text === '') ? '' : texts.join('\n');
  return texts.filter((text) => text !== '').join('\n');
}
