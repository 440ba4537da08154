import { readChineseNumber } from '../../../formulas/locale/chinese-number.ts';
import type { FormBinding, FormLabel } from '../../../sheets-templates/form-binding.ts';
import type { Sheet, Workbook } from '../../read/types.ts';
import { type FormIdentity, readFormIdentity, type SheetOwner } from '../identity.ts';
import { type FieldWords, fieldWords } from './field-words.ts';
import { FormGrid } from './form-grid.ts';
import { type FormStart, formStarts } from './form-starts.ts';
import { labelKey } from './labels.ts';
import { headLabels, outsideLists, readHead } from './person-head.ts';
import type { Gathered, LabelsOf, ReadForm } from './read-form-types.ts';
import { readSection } from './read-sections.ts';
import { findSections } from './sections.ts';
import { unreadTexts } from './unread-texts.ts';

export interface ReadForms {
  readonly forms: readonly ReadForm[];
  /** Which template the file was made from, when it says so. */
  readonly identity?: FormIdentity;
}

/**
 * The forms in a workbook, on every sheet, hidden ones too, several below each other too. They are known by what their labels
 * say and by where the values stand beside them, not by fixed cells. A workbook without any gives an empty list.
 */
export function readForms(binding: FormBinding, workbook: Workbook): ReadForms {
  const identity = workbook.customXml.map(readFormIdentity).find((found) => found?.template === binding.id);
  const owners = new Map(identity?.owners.map((owner) => [owner.sheet, owner]));
  const forms = workbook.sheets.flatMap((sheet) => formsOnSheet(binding, sheet, owners.get(sheet.name)));
  if (identity === undefined) return { forms };
  const { pack, template, version } = identity;
  return { forms, identity: { pack, template, version } };
}

/**
 * The forms on one sheet, from above. `owner`: whose the sheet is, and what stood in its lines.
 * @param labelsOf fields that a form typed anew may have though the template has no place for them
 * @param headOnly the sections stand on other sheets: what says half of the person's fields is a form
 */
export function formsOnSheet(
  binding: FormBinding,
  sheet: Sheet,
  owner?: SheetOwner,
  labelsOf: LabelsOf = () => [],
  headOnly = false,
): ReadForm[] {
  const [first] = binding.fields;
  if (first === undefined || !mayHold(sheet, first.label)) return [];
  const words = fieldWords(binding.fields);
  const placed = new Set([...binding.fields.map(({ field }) => field), binding.photo?.field]);
  const more = (entity: string): FieldWords[] => fieldWords(labelsOf(entity));
  const others = more(binding.entity).filter(({ field }) => !placed.has(field));
  return formStarts(FormGrid.of(sheet), words).flatMap((start, i) => {
    const form = readForm(binding, sheet.name, start, words, others, {
      owner: i === 0 ? owner : undefined,
      headOnly,
      more,
    });
    return form === undefined ? [] : [form];
  });
}

/** Whether some cell has the letters of the first label: a long sheet of something else is done with at once. */
function mayHold(sheet: Sheet, label: FormLabel): boolean {
  const words = [label.text, ...label.aliases].map((word) => [...word]);
  return sheet.rows.some(({ cells }) =>
    cells.some(({ text }) => words.some((letters) => letters.every((letter) => text.includes(letter)))),
  );
}

interface ReadHow {
  readonly owner: SheetOwner | undefined;
  readonly headOnly: boolean;
  readonly more: Gathered['words'];
}

/** Rows above the first label that the title stands in. */
const ABOVE = 6;

function readForm(
  binding: FormBinding,
  sheet: string,
  { grid, top, bottom, above }: FormStart,
  own: readonly FieldWords[],
  others: readonly FieldWords[],
  { owner, headOnly, more }: ReadHow,
): ReadForm | undefined {
  const sections = findSections(binding, grid, top, bottom).filter(({ headerRow }) => headerRow > top);
  const parts = sections.filter(({ section }) => section.kind !== 'value');
  const title = grid.rows(Math.max(above, top - ABOVE), top).map(({ text }) => text);
  const titled = title.some((text) => labelKey(text).includes(labelKey(binding.label)));
  // A roster has the person's labels as well, but none of the sections, and its values stand below.
  if (parts.length === 0 && !titled && !headOnly) return undefined;
  const head = grid.rows(top, Math.min(bottom + 1, ...parts.map((part) => part.top)) - 1);
  const labels = headLabels(head, own);
  if (labels.size * 2 < own.length) return undefined;
  const gathered: Gathered = {
    person: {},
    cells: {},
    children: {},
    notes: [],
    ids: (section, line, nth) =>
      owner?.records?.find((r) => r.section === section && r.line === line && r.nth === nth)?.id,
    words: more,
    used: new Set(),
  };
  const taken = new Set([...labels.values(), ...sections.flatMap(({ label }) => label?.parts ?? [])]);
  const said = [...(above > 0 ? [] : grid.rows(top - ABOVE, top - 1)), ...head].filter((block) => !taken.has(block));
  const rest = headLabels(outsideLists(said, own), others);
  readHead(binding, grid, head, new Map([...labels, ...rest]), [...own, ...others], gathered);
  if (parts.length === 0 && !titled && Object.keys(gathered.person).length * 2 < own.length) return undefined;
  for (const found of sections) readSection(found, grid, sheet, gathered);
  const { person, cells, children } = gathered;
  const notes = [...gathered.notes, ...unreadTexts(binding, grid.rows(top, bottom), sheet, gathered.used)];
  const year = title.map(titleYear).find((found) => found !== undefined);
  return {
    sheet,
    row: top,
    lastRow: bottom,
    person,
    cells,
    children,
    notes,
    ...(owner === undefined ? {} : { id: owner.id }),
    ...(year === undefined ? {} : { year }),
  };
}

/**
 * The year that a title names: `纪实表（2017年度）`, `2017年`, `二〇一七年度`, `年度：2017`. A date (`2017年12月1日`) is no year of
 * a form.
 */
function titleYear(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[〇零一二三四五六七八九]{4}(?=\s*年)/gu, readChineseNumber);
  const match =
    /(?<![0-9])((?:19|20)[0-9]{2})\s*年度?(?!\s*[0-9])/.exec(plain) ??
    /年度?\s*[:：]\s*((?:19|20)[0-9]{2})(?![0-9.年/-])/.exec(plain);
  return match === null ? undefined : Number(match[1]);
}
