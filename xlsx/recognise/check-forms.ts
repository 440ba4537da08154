import { isoYear } from '../../formulas/calendar.ts';
import { newId } from '../../records/new-id.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { Issue, Settings } from '../../records/types.ts';
import type { FormBinding } from '../../sheets-templates/form-binding.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import { noteMessage } from '../form/locale/zh-CN.ts';
import type { FormNote } from '../form/notes.ts';
import type { FilledForm, SheetForms } from '../form/read/pack-forms.ts';
import type { ReadChild } from '../form/read/read-form-types.ts';
import { parseCell } from '../splice/a1.ts';
import type { CheckedChild, CheckedRecord, CheckedSheet, PlacedIssue } from './check-workbook.ts';
import { type Judged, judgeIn } from './judging-store.ts';
import type { LeftOut } from './recognise.ts';
import { isSignature } from './row-kind.ts';

/**
 * Judges the filled forms of a workbook by the pack's rules, each person with what belongs to them. They are judged by
 * themselves: a roster of the same people in the same file makes nobody double.
 */
export function checkForms(found: readonly SheetForms[], pack: Pack, settings: Settings): CheckedSheet[] {
  if (found.length === 0) return [];
  let read: () => CheckedSheet[] = () => [];
  const load = (store: RecordStore, judged: Judged): void => {
    const judge = new FormJudge(store, judged, pack, settings);
    const placed = found.map((sheet) => ({
      sheet,
      people: sheet.forms.map((form) => judge.place(form, sheet.binding)),
    }));
    read = () => {
      const issues = placed.flatMap(({ sheet, people }) =>
        people.flatMap((person) => judge.issues(person, sheet.binding)),
      );
      return placed.map(({ sheet, people }) => judge.sheet(sheet, people, issues));
    };
  };
  return judgeIn(pack, settings, load, () => read());
}

interface PlacedForm {
  readonly form: FilledForm;
  readonly record: CheckedRecord;
}

/** An issue and the sheet that it stands on: a form's second page may be a sheet of its own. */
interface SheetIssue {
  readonly sheet: string;
  readonly issue: PlacedIssue;
}

class FormJudge {
  readonly #store: RecordStore;
  constructor(
    store: RecordStore,
    readonly judged: Judged,
    readonly pack: Pack,
    readonly settings: Settings,
  ) {
    this.#store = store;
  }

  place(form: FilledForm, binding: FormBinding): PlacedForm {
    const [insert] = this.#store.edit(binding.entity, null, form.person);
    // A form without a name or anything else of the person still has its lines.
    const made = insert?.op === 'insert' ? insert.record : { id: newId() };
    const field = binding.photo?.field;
    const record =
      field === undefined || form.photo === undefined ? made : { ...made, [field]: form.photo, id: made.id };
    this.judged.add(binding.entity, record);
    const children = Object.entries(form.children).flatMap(([entity, list]) =>
      list.flatMap((child) => this.#child(entity, child, form, binding, record.id)),
    );
    return {
      form,
      record: {
        row: form.row,
        record,
        texts: form.person,
        // What the form has a label for is stated; where its photo stands, the picture says.
        cells:
          field === undefined || form.photoCell === undefined ? form.cells : { ...form.cells, [field]: form.photoCell },
        stated: Object.keys(form.cells),
        children,
        ...(form.id === undefined ? {} : { knownId: form.id }),
      },
    };
  }

  #child(entity: string, child: ReadChild, form: FilledForm, binding: FormBinding, owner: string): CheckedChild[] {
    const parent = this.pack.entities.find(({ key }) => key === entity)?.parent;
    if (parent === undefined) return [];
    const section = binding.sections.find((s) => s.entity === entity);
    const year = String(form.year ?? isoYear(this.settings.asOf));
    // A form shows one year; a section whose lines say theirs keeps what they say.
    const own = section === undefined || isColumn(section) ? {} : { [section.yearBy]: year };
    const [insert] = this.#store.edit(entity, null, { ...own, ...child.values });
    if (insert?.op !== 'insert') return [];
    this.judged.add(entity, { ...insert.record, [parent]: owner, id: insert.record.id });
    const { row, cells, values, id, sheet } = child;
    const known = id === undefined ? {} : { knownId: id };
    const place = sheet === undefined ? {} : { sheet };
    return [{ entity, row, cells, texts: values, record: insert.record, ...known, ...place }];
  }

  sheet(
    { sheet, binding, forms, notes = [] }: SheetForms,
    people: readonly PlacedForm[],
    issues: readonly SheetIssue[],
  ): CheckedSheet {
    const told = notes.map((note) => placed(noteIssue(note, '', binding.entity), note.cell ?? 'A1', ''));
    const labels = binding.fields.filter(({ field }) => forms.some(({ cells }) => cells[field] !== undefined));
    return {
      sheet: sheet.name,
      hidden: sheet.hidden,
      template: binding.id,
      entity: binding.entity,
      headerRow: forms[0]?.row ?? 1,
      columns: labels.map(({ field, label }, column) => ({ column, header: label.text, field, score: 1 })),
      records: people.map(({ record }) => record),
      leftOut: forms.flatMap(({ notes }) => notes.filter(isPrinted).map(leftOut)),
      issues: [...issues.flatMap((found) => (found.sheet === sheet.name ? [found.issue] : [])), ...told],
    };
  }

  /** What is to be said of one form, each on the sheet that it stands on. */
  issues({ form, record: { record, row, children = [] } }: PlacedForm, binding: FormBinding): SheetIssue[] {
    const owner = record.id;
    const name = form.cells.name ?? `A${row}`;
    const places = new Set([...binding.fields.map(({ field }) => field), binding.photo?.field]);
    const on = (issue: PlacedIssue, sheet = form.sheet): SheetIssue => ({ sheet, issue });
    const own = this.#store
      .issuesOf(binding.entity, owner)
      // What a form has no place for cannot be missing on it.
      .filter(({ field, value }) => places.has(field) || value !== '')
      .map((issue) => on(placed(issue, form.cells[issue.field] ?? name, owner)));
    const below = children.flatMap((child) =>
      this.#store
        .issuesOf(child.entity, child.record.id)
        .map((issue) =>
          on(placed(issue, child.cells[issue.field] ?? Object.values(child.cells)[0] ?? name, owner), child.sheet),
        ),
    );
    const notes = form.notes
      .filter((note) => !isPrinted(note))
      .map((note) => on(placed(noteIssue(note, record.id, binding.entity), note.cell ?? name, owner), note.sheet));
    return [...own, ...below, ...notes];
  }
}

function isColumn(section: FormBinding['sections'][number]): boolean {
  return 'columns' in section && section.columns.some(({ field }) => field === section.yearBy);
}

function placed(issue: Issue, cell: string, owner: string): PlacedIssue {
  return { ...issue, cell, row: parseCell(cell)?.row ?? 1, owner };
}

/** 填表人：…, 审核人：… are part of the paper, not of the record. */
function isPrinted({ code, value = '' }: FormNote): boolean {
  return code === 'section.unread' && isSignature(value);
}

function leftOut({ cell, value = '' }: FormNote): LeftOut {
  return { row: parseCell(cell ?? '')?.row ?? 1, reason: 'note', text: value };
}

/** `quarter.unknown` (warning) and the like; what only could not be understood is a hint, and says where it stands. */
function noteIssue(note: FormNote, record: string, entity: string): Issue {
  return {
    rule: note.code,
    severity: note.code === 'section.unread' ? 'info' : 'warning',
    entity,
    record,
    field: note.code.startsWith('photo.') ? 'photo' : '',
    message: noteMessage(note),
    value: note.value ?? '',
  };
}
