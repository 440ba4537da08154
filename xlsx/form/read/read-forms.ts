import type { FormBinding, FormLabel } from '../../../sheets-templates/form-binding.ts';
import type { Sheet, Workbook } from '../../read/types.ts';
import { type FormIdentity, readFormIdentity, type SheetOwner } from '../identity.ts';
import { ATTACHMENT } from '../locale/zh-CN.ts';
import { type Block, blockCell, FormGrid } from './form-grid.ts';
import { LabelWords, labelKey } from './labels.ts';
import type { Gathered, ReadForm } from './read-form-types.ts';
import { readSection } from './read-sections.ts';
import { findSections } from './sections.ts';
import { valueRight } from './values.ts';

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

/** The forms on one sheet, from above. `owner`: whose the sheet is, and what stood in its lines. */
export function formsOnSheet(binding: FormBinding, sheet: Sheet, owner?: SheetOwner): ReadForm[] {
  const [first] = binding.fields;
  if (first === undefined || !mayHold(sheet, first.label)) return [];
  const grid = new FormGrid(sheet);
  const words = binding.fields.map(({ field, label }) => ({ field, words: new LabelWords(label) }));
  const named = new LabelWords(first.label);
  const isNamed = (block: Block): boolean => named.matches(block.text) || named.inline(block.text) !== undefined;
  const starts = grid
    .rows(1, grid.lastRow)
    .filter((block) => isNamed(block) && neighbours(grid, block, words) >= 2)
    .map((block) => block.top);
  const tops = [...new Set(starts)];
  return tops.flatMap((top, i) => {
    const bottom = (tops[i + 1] ?? grid.lastRow + 1) - 1;
    const own = i === 0 ? owner : undefined;
    const form = readForm(binding, grid, { sheet: sheet.name, top, bottom, above: tops[i - 1] ?? 0 }, words, own);
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

/** How many of the form's labels stand in this row and the next three. */
function neighbours(grid: FormGrid, block: Block, words: readonly { readonly words: LabelWords }[]): number {
  const near = grid.rows(block.top, block.top + 3);
  return words.filter(({ words: w }) => near.some(({ text }) => w.matches(text) || w.inline(text) !== undefined))
    .length;
}

function readForm(
  binding: FormBinding,
  grid: FormGrid,
  place: { readonly sheet: string; readonly top: number; readonly bottom: number; readonly above: number },
  words: readonly { readonly field: string; readonly words: LabelWords }[],
  owner: SheetOwner | undefined,
): ReadForm | undefined {
  const { sheet, top, bottom } = place;
  const sections = findSections(binding, grid, top, bottom);
  const head = grid.rows(top, (sections[0]?.top ?? bottom + 1) - 1);
  const labels = new Map(
    words.flatMap(({ field, words: w }) => {
      const block = w.find(head);
      return block === undefined ? [] : [[field, block] as const];
    }),
  );
  const photo = binding.photo === undefined ? undefined : new LabelWords(binding.photo.label).find(head);
  const places = new Set([...labels.values(), ...(photo === undefined ? [] : [photo])]);
  const isLabel = (block: Block): boolean => places.has(block);
  const gathered: Gathered = {
    person: {},
    cells: {},
    children: {},
    notes: [],
    ids: (section, line, nth) =>
      owner?.records?.find((r) => r.section === section && r.line === line && r.nth === nth)?.id,
    used: new Set([...places].map(blockCell)),
  };
  for (const { field, words: w } of words) {
    const block = labels.get(field);
    if (block === undefined) continue;
    const written = w.inline(block.text);
    const right = grid.row(block.top).find((b) => b.left > block.right);
    const value = written ?? valueRight(grid, block, isLabel, gathered.used);
    gathered.cells[field] = blockCell(written === undefined && value !== undefined ? (right ?? block) : block);
    if (value === undefined) continue;
    gathered.person[field] = value.trim();
  }
  // A roster has the person's labels as well, but none of the sections, and its values stand below.
  if (labels.size * 2 < words.length || sections.length * 2 < binding.sections.length) return undefined;
  for (const found of sections) readSection(found, grid, sheet, gathered);
  for (const block of grid.rows(top, bottom)) {
    const cell = blockCell(block);
    if (gathered.used.has(cell) || isPrinted(binding, block.text)) continue;
    gathered.notes.push({ code: 'section.unread', sheet, cell, value: block.text });
  }
  const { person, cells, children, notes } = gathered;
  const title = grid.rows(Math.max(place.above, top - 6), top).map(({ text }) => titleYear(text));
  const year = title.find((found) => found !== undefined);
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

/** The year that a title names: `纪实表（2017年度）`, `2017年`. A date (`2017年12月1日`) is no year of a form. */
function titleYear(text: string): number | undefined {
  const match = /(?<![0-9])((?:19|20)[0-9]{2})年度?(?!\s*[0-9])/.exec(text.normalize('NFKC'));
  return match === null ? undefined : Number(match[1]);
}

/** What the form itself prints, a second time on a second page, or above the next form of the sheet. */
function isPrinted(binding: FormBinding, text: string): boolean {
  if (text.length > 60) return false;
  const key = labelKey(text);
  if (key === labelKey(binding.label) || ATTACHMENT.test(key)) return true;
  return binding.sections.some(
    (section) =>
      new LabelWords(section.label).matches(text) ||
      ('columns' in section && section.columns.some((column) => new LabelWords(column).matches(text))),
  );
}
