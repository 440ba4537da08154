import type { FormBinding } from '../../../sheets-templates/form-binding.ts';
import type { Sheet } from '../../read/types.ts';
import { fieldWords } from './field-words.ts';
import { blockCell, FormGrid } from './form-grid.ts';
import { headLabels, readHead } from './person-head.ts';
import type { Gathered, LabelsOf, ReadChild, ReadForm } from './read-form-types.ts';
import { readSection } from './read-sections.ts';
import { findSections } from './sections.ts';
import { QUARTER } from './table-headers.ts';
import { unreadTexts } from './unread-texts.ts';

/** Parts of a form on a sheet of their own; `person` has what the sheet says of whose they are, which may be nothing. */
export type FormPage = Pick<ReadForm, 'sheet' | 'person' | 'children' | 'notes' | 'row' | 'lastRow'> & {
  /** Where the first of them begins. */
  readonly cell: string;
};

/** The form's second page, when it stands on a sheet of its own: named sections, and no head of a person. */
export function pageOnSheet(binding: FormBinding, sheet: Sheet, labelsOf: LabelsOf): FormPage | undefined {
  const grid = FormGrid.of(sheet);
  const sections = findSections(binding, grid, 1, grid.lastRow);
  const [first] = sections;
  const named = sections.filter(({ label, section }) => label !== undefined && section.kind !== 'value');
  if (first === undefined || named.length === 0) return undefined;
  const gathered: Gathered = {
    person: {},
    cells: {},
    children: {},
    notes: [],
    ids: () => undefined,
    words: (entity) => fieldWords(labelsOf(entity)),
    used: new Set(),
  };
  const head = grid.rows(1, first.top - 1);
  const words = fieldWords(binding.fields);
  readHead(binding, grid, head, headLabels(head, words), words, gathered);
  for (const found of sections) readSection(found, grid, sheet.name, gathered);
  const notes = [...gathered.notes, ...unreadTexts(binding, grid.rows(1, grid.lastRow), sheet.name, gathered.used)];
  const { person } = gathered;
  const children = Object.fromEntries(
    Object.entries(gathered.children).map(([entity, list]) => [
      entity,
      list.map((child): ReadChild => ({ ...child, sheet: sheet.name })),
    ]),
  );
  const start = first.label?.block ?? first.headers[0]?.block;
  const cell = start === undefined ? 'A1' : blockCell(start);
  return { sheet: sheet.name, person, children, notes, row: first.top, lastRow: grid.lastRow, cell };
}

/**
 * Whose page it is: who is named on it, or in its sheet's name, or the only person of the workbook. Nobody, where that
 * leaves a doubt, or where the person's form says the same quarters already.
 * @param given forms with the pages that were given to them before
 */
export function ownerOf<T extends ReadForm>(
  binding: FormBinding,
  page: FormPage,
  forms: readonly T[],
  given: ReadonlyMap<T, ReadForm>,
): T | undefined {
  const [title] = binding.fields;
  const nameOf = ({ person }: ReadForm): string => squeezed(person[title?.field ?? '']);
  const said = Object.entries(page.person);
  const named = forms.filter((form) =>
    said.length === 0
      ? nameOf(form) !== '' && squeezed(page.sheet).includes(nameOf(form))
      : said.every(([field, text]) => squeezed(text) === squeezed(form.person[field])),
  );
  // 张三 is in 张三丰 too: the longer name is meant.
  const longest = Math.max(0, ...named.map((form) => nameOf(form).length));
  const meant = named.filter((form) => nameOf(form).length === longest);
  const [only, ...others] = meant.length > 0 || said.length > 0 ? meant : forms;
  return only === undefined || others.length > 0 || repeats(binding, page, given.get(only) ?? only) ? undefined : only;
}

/** The form with what stands on its page. */
export function withPage<T extends ReadForm>(form: T, page: FormPage): T {
  const children = { ...form.children };
  for (const [entity, list] of Object.entries(page.children)) children[entity] = [...(children[entity] ?? []), ...list];
  return { ...form, children, notes: [...form.notes, ...page.notes] };
}

function repeats(binding: FormBinding, page: FormPage, form: ReadForm): boolean {
  const keys = new Set([QUARTER, ...binding.sections.flatMap(({ where, yearBy }) => [...Object.keys(where), yearBy])]);
  const keyOf = ({ values }: ReadChild): string => [...keys].map((key) => values[key] ?? '').join(' ');
  return Object.entries(page.children).some(([entity, list]) => {
    const known = new Set((form.children[entity] ?? []).map(keyOf));
    return list.some((child) => QUARTER in child.values && known.has(keyOf(child)));
  });
}

function squeezed(text = ''): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
