import type { FormLabel } from '../../../sheets-templates/form-binding.ts';
import { LabelWords } from './labels.ts';

/** A field with the words that name it on a form. */
export interface FieldWords {
  readonly field: string;
  readonly words: LabelWords;
}

/** Something a form may say of a person though the template has no place for it. */
export interface MoreLabel {
  readonly field: string;
  readonly label: Pick<FormLabel, 'text' | 'aliases'>;
}

/** The words for the template's own fields. */
export function fieldWords(fields: readonly MoreLabel[]): FieldWords[] {
  return fields.map(({ field, label }) => ({ field, words: new LabelWords(label) }));
}
