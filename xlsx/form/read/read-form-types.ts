import type { FormNote } from '../notes.ts';
import type { FieldWords, MoreLabel } from './field-words.ts';

/** What the fields of an entity are called. */
export type LabelsOf = (entity: string) => readonly MoreLabel[];

/** A record that a form showed, as texts under the fields' keys; `row` is its line in the sheet. */
export interface ReadChild {
  /** The sheet that it stands on, where that is another than the form's. */
  readonly sheet?: string;
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
  /** Where each value stands: `content` → `I11`. */
  readonly cells: Readonly<Record<string, string>>;
  /** The record that the line was made from, when the file says so. Lines may have been moved since. */
  readonly id?: string;
}

/** One person's form as it was read. Texts as they stand, trimmed; normal forms are the store's business. */
export interface ReadForm {
  readonly sheet: string;
  /** The record that the sheet was made from, when the file says so; a copied or renamed sheet may say nothing. */
  readonly id?: string;
  /** Row of the first label, and the last row. */
  readonly row: number;
  readonly lastRow: number;
  readonly person: Readonly<Record<string, string>>;
  /** Where each value of the person stands, its label where it is blank: `name` → `B3`. */
  readonly cells: Readonly<Record<string, string>>;
  /** The year that its title names: `村级后备干部日常管理纪实表（2017年度）`. */
  readonly year?: number;
  /** By entity; quarters as `1`…`4`, the section's fixed values (`level`) with them. */
  readonly children: Readonly<Record<string, readonly ReadChild[]>>;
  readonly notes: readonly FormNote[];
}

/** What is collected while a form is read. */
export interface Gathered {
  /** The records that our own export put into a section's line (both from 0). */
  readonly ids: (section: string, line: number, nth: number) => string | undefined;
  /** What an entity's fields are called, those without a place in the template too. */
  readonly words: (entity: string) => readonly FieldWords[];
  readonly person: Record<string, string>;
  readonly cells: Record<string, string>;
  readonly children: Record<string, ReadChild[]>;
  readonly notes: FormNote[];
  /** Cells that were understood. */
  readonly used: Set<string>;
}
