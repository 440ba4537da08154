import type { Change, DataRecord, Patch } from '../../records/types.ts';
import { textOf } from '../../records/value.ts';
import type { FormSection } from '../../sheets-templates/form-binding.ts';
import { splitStacked } from '../../xlsx/form/read/stacked.ts';
import type { FormPeople } from './form-people.ts';
import { dealLines } from './stacked-texts.ts';

/** Texts by field. */
export type Texts = Readonly<Record<string, string>>;

/** A line of a section (a quarter, or the one value) with what was typed into its cells. */
export interface TypedLine {
  readonly section: FormSection;
  readonly line: number;
  readonly texts: Texts;
  /** The records that the line shows. */
  readonly records: readonly string[];
  /** The record that a new one stands before. */
  readonly before?: string | undefined;
}

/** Whose form it is. */
export interface FormOwner {
  readonly person: string;
  readonly year: number;
}

/** What typing into a line does to the records: edits, records made by the first text, records gone with the last. */
export function linePatch(people: FormPeople, owner: FormOwner, typed: TypedLine): Patch {
  const { edits, fresh } = deal(people, typed);
  const { entity } = typed.section;
  const patch: Change[] = [];
  for (const [id, texts] of edits) {
    const edit = people.store.edit(entity, id, texts);
    patch.push(...(leavesNothing(people, typed.section, id, edit) ? [{ op: 'remove' as const, entity, id }] : edit));
  }
  for (const texts of fresh) {
    if (Object.values(texts).every((text) => text.trim() === '')) continue;
    patch.push(...people.store.edit(entity, null, { ...beginning(people, owner, typed), ...texts }, typed.before));
  }
  return patch;
}

/** What a record of this line holds before anything is typed. */
function beginning(people: FormPeople, { person, year }: FormOwner, { section, line }: TypedLine): Texts {
  const quarter = section.kind === 'quarterLines' || section.kind === 'quarterCells';
  return {
    [people.parentKey(section.entity)]: person,
    ...section.where,
    ...(quarter ? { quarter: String(line + 1) } : {}),
    ...(fieldsOf(section).includes(section.yearBy) ? {} : { [section.yearBy]: String(year) }),
  };
}

/** The fields that a section shows. */
export function fieldsOf(section: FormSection): readonly string[] {
  return 'columns' in section ? section.columns.map(({ field }) => field) : [section.field];
}

interface Dealt {
  readonly edits: ReadonlyMap<string, Texts>;
  readonly fresh: readonly Texts[];
}

function deal(people: FormPeople, { section, records, texts }: TypedLine): Dealt {
  const { store } = people;
  const { entity } = section;
  const shown = (id: string, field: string): string => store.text(entity, id, field);
  const [first, ...others] = records;
  const by = fieldsOf(section)[0] ?? '';
  if (first === undefined) {
    return { edits: new Map(), fresh: section.kind === 'quarterLines' ? splitStacked(texts, by) : [texts] };
  }
  if (others.length === 0) {
    if (section.kind !== 'quarterLines') return { edits: new Map([[first, texts]]), fresh: [] };
    const whole = Object.fromEntries(fieldsOf(section).map((field) => [field, texts[field] ?? shown(first, field)]));
    const [own = texts, ...rest] = splitStacked(whole, by);
    return { edits: new Map([[first, rest.length === 0 ? texts : own]]), fresh: rest };
  }
  const edits = new Map<string, Record<string, string>>();
  const fresh: Texts[] = [];
  for (const [field, text] of Object.entries(texts)) {
    // Cells of opinions leave blank ones out, lines keep them: so do the lines that are dealt.
    const ids = section.kind === 'quarterLines' ? records : filled(records, (id) => shown(id, field));
    const { texts: dealt, rest } = dealLines(
      ids.map((id) => shown(id, field)),
      text,
    );
    const after = [...dealt];
    if (section.kind === 'quarterLines' && field === by) fresh.push(...rest.map((line) => ({ [field]: line })));
    else if (rest.length > 0) after.push([after.pop() ?? '', ...rest].join('\n'));
    ids.forEach((id, at) => {
      if (after[at] !== shown(id, field)) edits.set(id, { ...edits.get(id), [field]: after[at] ?? '' });
    });
  }
  return { edits, fresh };
}

/** The records with a text; the first one where none has any. */
function filled(records: readonly string[], text: (id: string) => string): readonly string[] {
  const some = records.filter((id) => text(id) !== '');
  return some.length > 0 ? some : records.slice(0, 1);
}

/** Whether an edit takes a record's last text. What the record is filed under (person, year, quarter) does not count. */
function leavesNothing(people: FormPeople, section: FormSection, id: string, edit: Patch): boolean {
  const { entity } = section;
  const record = people.store.get(entity, id);
  if (!record || edit.length === 0) return false;
  let after: DataRecord = record;
  for (const change of edit) if (change.op === 'update') after = { ...after, ...change.set };
  const filing = new Set(['id', 'original', 'quarter', people.parentKey(entity), ...Object.keys(section.where)]);
  if (!fieldsOf(section).includes(section.yearBy)) filing.add(section.yearBy);
  return Object.entries(after).every(
    ([key, value]) => filing.has(key) || value === null || (textOf(value) === '' && !isThing(value)),
  );
}

/** Something that is no text but no blank either. */
function isThing(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
