import { textOf } from '../../records/value.ts';
import { quarterNumber } from '../../xlsx/form/locale/quarters.zh-CN.ts';
import { childEntities, fitsSection } from '../../xlsx/form/section-records.ts';
import type { CellSite } from '../binding/bound-sheet.ts';
import { fieldsOf } from './form-patch.ts';
import type { FormPeople } from './form-people.ts';

/** Whether a form has a cell for such a field. */
export function showsField({ binding }: FormPeople, { entity, field }: CellSite): boolean {
  if (entity === binding.entity && [...binding.fields, binding.photo].some((f) => f?.field === field)) return true;
  return binding.sections.some((section) => section.entity === entity && fieldsOf(section).includes(field));
}

/** Whether somebody's form of some year has a cell for this very record's field. */
export function hasCell(people: FormPeople, site: CellSite): boolean {
  if (people.ownerOf(site.entity, site.record) === null || !showsField(people, site)) return false;
  return site.entity === people.binding.entity || hasPlace(people, site);
}

/** The first thing wrong on somebody's form of any year, which has a cell to go to; `null` when nothing is. */
function firstProblem(people: FormPeople, person: string): CellSite | null {
  const { binding, store } = people;
  for (const { entity, record, field } of store.issuesOf(binding.entity, person))
    if (showsField(people, { entity, record, field })) return { entity, record, field };
  for (const entity of childEntities(binding)) {
    // Most have nothing wrong: only then does the order of the lines matter.
    const wrong = [...people.belongings(entity, person)].some((id) => store.issuesOf(entity, id).length > 0);
    for (const id of wrong ? people.children(entity, person) : [])
      for (const { field } of store.issuesOf(entity, id))
        if (hasPlace(people, { entity, record: id, field })) return { entity, record: id, field };
  }
  return null;
}

/** The first problem of the next (1) or previous (-1) person who has one, all around; `null` when nobody else has. */
export function problemBeyond(people: FormPeople, person: string, by: 1 | -1): CellSite | null {
  const ids = people.ids();
  const from = ids.indexOf(person);
  for (let step = 1; step <= ids.length; step++) {
    const id = ids[(from + by * step + ids.length * 2) % ids.length];
    const site = id === undefined || id === person ? null : firstProblem(people, id);
    if (site) return site;
  }
  return null;
}

/** Whether a form has a cell for this very record: none has one for a fifth quarter. */
function hasPlace({ binding, store }: FormPeople, { entity, record: id, field }: CellSite): boolean {
  const record = store.get(entity, id);
  if (record === undefined) return false;
  return binding.sections.some((section) => {
    const fields = fieldsOf(section);
    if (section.entity !== entity || !fields.includes(field) || !fitsSection(section, record)) return false;
    if (section.kind === 'value') return true;
    if (section.kind !== 'lines') return quarterNumber(textOf(record['quarter'])) !== undefined;
    return fields.some((own) => store.text(entity, id, own) !== '');
  });
}
