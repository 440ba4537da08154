import { z } from 'zod';

const key = z.string().regex(/^[A-Za-z][A-Za-z0-9.-]*$/, 'an English identifier');
const formula = z.string().min(1);

/** A field that a step asks for. */
export const wizardFieldSchema = z.strictObject({
  field: z.string(),
  /** Asked only where this holds, `=[身份]="大学生村官"`; read from the record in the making. */
  when: formula.optional(),
  /** What stands there to begin with, and may be changed: `=YEAR({截止日期})`. */
  initial: formula.optional(),
  /** Only these values, with the words for them: `village` → 村（社区）. */
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
  /** The values that records of an entity have in a field; `also` takes further fields over from that record. */
  list: z
    .strictObject({ entity: key, field: z.string(), also: z.record(z.string(), z.string()).default({}) })
    .optional(),
  /** Sentences that one click or Alt+1…9 puts in, to be edited after. */
  phrases: z.array(z.string()).default([]),
  /** Shown, not asked: it follows from the others. */
  readOnly: z.boolean().default(false),
});
export type WizardField = z.infer<typeof wizardFieldSchema>;

/** A field by which records are told apart. `blank`: what it means when a record leaves it out. */
export const wizardMatchSchema = z.strictObject({ field: z.string(), blank: formula.optional() });
export type WizardMatch = z.infer<typeof wizardMatchSchema>;

export const wizardStepSchema = z.strictObject({
  label: z.string(),
  help: z.string().optional(),
  /**
   * `people`: who it is about. `once`: asked once for everybody. `each`: for a person. `lines`: as many records of the
   * person as there are.
   */
  ask: z.enum(['people', 'once', 'each', 'lines']),
  /** Whose fields; the wizard's own entity without it. */
  entity: key.optional(),
  /** The step is there only where this holds: for the record that it asks for, with `lines` for the person. */
  when: formula.optional(),
  fields: z.array(wizardFieldSchema).default([]),
  /** Of `lines`: which records of the person; new ones get these values. */
  where: z.array(wizardMatchSchema.extend({ value: formula })).default([]),
  /** Of `lines`: lines that stand there from the start, such as the four quarters. */
  rows: z
    .array(z.strictObject({ label: z.string(), values: z.record(z.string(), z.string()).default({}) }))
    .default([]),
  /** Of `lines`: whether further ones may be added. */
  more: z.boolean().default(true),
  /** Of `each`: what stands beside: the person's last record before this one by `before`, with the same `same`. */
  beside: z
    .strictObject({
      label: z.string(),
      before: z.array(wizardMatchSchema),
      same: z.array(z.string()),
      fields: z.array(z.string()),
    })
    .optional(),
});
export type WizardStep = z.infer<typeof wizardStepSchema>;

/**
 * A public notice about the chosen people. In the texts `{name}` stands for a field of the wizard's record, a setting,
 * `{n}` (how many), `{people}` (their names); dates are written out. No column may be a sensitive field.
 */
export const wizardNoticeSchema = z.strictObject({
  title: z.string(),
  paragraphs: z.array(z.string()),
  columns: z.array(z.strictObject({ label: z.string(), field: z.string() })),
  signature: z.array(z.string()),
  fileName: z.string(),
  /** The field that takes the names. */
  people: z.string(),
});
export type WizardNotice = z.infer<typeof wizardNoticeSchema>;

/** A wizard as data: what it asks, of whom, in which order. The page builds it from this alone. */
export const wizardSchema = z.strictObject({
  id: key,
  label: z.string(),
  /** A few words for the menu. */
  summary: z.string(),
  help: z.string(),
  /** What it makes or fills in. */
  entity: key,
  /** `new`: it makes the person. `one`: one person. `many`: several at once. `each`: several, one after the other. */
  people: z.enum(['new', 'one', 'many', 'each']),
  /** A record of the person with the same values is gone on with, so that none is made twice. */
  match: z.array(wizardMatchSchema).default([]),
  /** Fields that the next round begins with. */
  keep: z.array(z.string()).default([]),
  steps: z.array(wizardStepSchema).min(1),
  notice: wizardNoticeSchema.optional(),
});
export type Wizard = z.infer<typeof wizardSchema>;
