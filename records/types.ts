import { z } from 'zod';
import type { Severity } from '../sheets-templates/schema.ts';

/** A JSON value; what a record may hold under a key that no field claims. */
export type Json = z.infer<ReturnType<typeof z.json>>;

/**
 * One record: a person, a village, a training. Flat: field keys beside `id` (and `person` on what belongs to one).
 * Field values are texts in their normal form (`1990.05`, 18 characters with X); numeric fields may be numbers.
 * A blank field has no key. `original` keeps, per field, the text as it was typed or received where the normal form
 * differs from it. Unknown keys are kept and written back.
 */
export type DataRecord = { readonly id: string } & { readonly [key: string]: Json };

/** The values of `status`; a record without one is 在库. Only 在库 records stand in the roster and are counted. */
export const STATUS = ['在库', '已移出', '取消资格', '已任用', '调出'] as const;

/**
 * One step of a patch.
 * `insert` puts a record before `before` (at the end without it). `update` sets keys; `null` removes the key.
 * `remove` takes a record out for good (only used to take back an insert, or what was blank anyway).
 * `order` gives the whole order of an entity's records. `settings` sets project settings; `null` removes one.
 */
export type Change =
  | { readonly op: 'insert'; readonly entity: string; readonly record: DataRecord; readonly before?: string }
  | {
      readonly op: 'update';
      readonly entity: string;
      readonly id: string;
      readonly set: Readonly<Record<string, Json>>;
    }
  | { readonly op: 'remove'; readonly entity: string; readonly id: string }
  | { readonly op: 'order'; readonly entity: string; readonly ids: readonly string[] }
  | { readonly op: 'settings'; readonly set: Readonly<Record<string, Json>> };

/** What happens as one: applied whole, undone whole by the inverse that `apply` answers. */
export type Patch = readonly Change[];

/** A violated rule at a record and field. `value` is what stands there now; `fix` is what one click applies. */
export interface Issue {
  readonly rule: string;
  readonly severity: Severity;
  readonly entity: string;
  readonly record: string;
  readonly field: string;
  readonly message: string;
  readonly value: string;
  readonly fix?: Fix;
  /** Several ways to mend it, of which a person chooses one: who of two people of one name is meant. */
  readonly choices?: readonly Fix[];
}

/** A patch with its words on the button. */
export interface Fix {
  readonly label: string;
  readonly patch: Patch;
}

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2017-11-30');

/** The settings of a project: `asOf` is the reference date (ages, 周岁). Parameters of the pack may stand beside them. */
export const settingsSchema = z.looseObject({
  county: z.string(),
  unit: z.string(),
  level: z.enum(['village', 'township', 'county']),
  asOf: isoDate,
});
export type Settings = z.infer<typeof settingsSchema>;

export const recordSchema = z.looseObject({ id: z.string().min(1).optional() });

/** 数据文件: what the page and the command line exchange. Unknown keys survive. */
export const projectSchema = z.looseObject({
  pack: z.string(),
  settings: settingsSchema,
  records: z.record(z.string(), z.array(recordSchema)),
});
export type ProjectJson = z.infer<typeof projectSchema>;
