import type { WizardStep } from '../../sheets-templates/wizard-schema.ts';

/** A place for one record in the making. */
export interface Slot {
  /** Its name in `WizardState.typed`. */
  readonly key: string;
  readonly entity: string;
  /** The person that the record belongs to; for records of people the person. `null`: a new person, or nobody. */
  readonly person: string | null;
  /** The record that is gone on with; `null`: a new one. */
  readonly record: string | null;
  /** Values that a new record has from the start. */
  readonly values: Readonly<Record<string, string>>;
  /** Of lines that stand there from the start: `第一季度`. */
  readonly label: string;
  /** Whether it was added by hand and may be taken away again. */
  readonly added: boolean;
}

/** What is asked once for everybody. */
export const ONCE = 'once';
export const eachKey = (entity: string, person: string | null): string => `each ${entity} ${person ?? ''}`;
export const recordKey = (step: number, record: string): string => `record ${step} ${record}`;
export const rowKey = (step: number, person: string | null, row: number): string =>
  `row ${step} ${row} ${person ?? ''}`;
export const addedKey = (id: string): string => `added ${id}`;

/** Whether a step is gone through for each person. */
export function isPersonal({ ask }: WizardStep): boolean {
  return ask === 'each' || ask === 'lines';
}
