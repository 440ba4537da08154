import type { RecordStore } from '../../records/store.contract.ts';
import type { FormBinding } from '../../sheets-templates/form-binding.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import { MISSING_RECORD, REMARK_WORDS } from './locale/remarks.zh-CN.ts';
import { noteMessage } from './locale/zh-CN.ts';
import type { FormNote } from './notes.ts';
import type { ProjectForms } from './project-forms.ts';

/** Something to know about exported forms: what was left out, or does not show whole. */
export interface FormRemark {
  readonly code: string;
  readonly message: string;
  /** The sheet and cell that it speaks of. */
  readonly sheet?: string;
  readonly cell?: string;
  /** The record that was left out. */
  readonly entity?: string;
  readonly id?: string;
}

/** Everything that a clerk should hear after forms were exported, in Chinese. */
export function formRemarks(
  pack: Pack,
  binding: FormBinding,
  store: RecordStore,
  { missing, otherYears, year }: ProjectForms,
  notes: readonly FormNote[],
): readonly FormRemark[] {
  const labels = new Map(pack.entities.map(({ key, label }) => [key, label]));
  const [title] = binding.fields;
  const nameOf = (id: string): string =>
    (title === undefined ? '' : store.text(binding.entity, id, title.field)) || REMARK_WORDS.nobody;
  const left = missing.map(({ code, entity, id, owner, value }): FormRemark => {
    const sentence = MISSING_RECORD[code](labels.get(entity) ?? entity, value);
    return { code, message: code === 'owner.unknown' ? sentence : `${nameOf(owner)}：${sentence}`, entity, id };
  });
  const shown = notes.map(
    (note): FormRemark => ({
      code: note.code,
      message: noteMessage(note),
      sheet: note.sheet,
      ...(note.cell === undefined ? {} : { cell: note.cell }),
    }),
  );
  const others =
    otherYears.size === 0 ? [] : [{ code: 'year.other', message: REMARK_WORDS.otherYears(otherYears.size, year) }];
  return [...left, ...shown, ...others];
}
