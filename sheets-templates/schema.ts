import { z } from 'zod';
import { formBindingSchema } from './form-binding.ts';
import { matrixBindingSchema } from './matrix-binding.ts';
import { wizardSchema } from './wizard-schema.ts';

/**
 * The contract of a pack: entities, parameters, rules and templates as plain JSON.
 * `JSON.parse(JSON.stringify(pack))` is the pack; nothing here is code.
 */

const key = z.string().regex(/^[A-Za-z][A-Za-z0-9.-]*$/, 'an English identifier');

/**
 * A formula of the rule language: `=ID.CHECK([身份证号码], {截止日期})`. Fields and parameters by key or Chinese label;
 * `assemblePack` reads every one of them.
 */
export const formulaSchema = z.string().min(1);

export const severitySchema = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof severitySchema>;

export const fieldTypeSchema = z.enum([
  'sequence', // 1…n by the program, never stored
  'text',
  'longText',
  'idNumber',
  'yearMonth', // text 1990.05
  'date', // text 2017-11-30
  'phone',
  'choice',
  'integer',
  'number',
  'image',
]);
export type FieldType = z.infer<typeof fieldTypeSchema>;

export const fieldSchema = z.strictObject({
  key,
  /** The header's text, letter by letter. */
  label: z.string(),
  /** Other headers under which the field is met. */
  aliases: z.array(z.string()).default([]),
  type: fieldTypeSchema,
  /** Offered in the drop-down; `choiceGroups` splits the list by a condition (villages, communities). */
  choices: z.array(z.string()).optional(),
  choiceGroups: z.array(z.strictObject({ when: formulaSchema, choices: z.array(z.string()) })).optional(),
  /** Longest sensible text, in characters. */
  maxLength: z.number().int().positive().optional(),
  /** `sensitive` is masked in exports that ask for a mask and never in a public notice. */
  privacy: z.enum(['none', 'personal', 'sensitive']).default('none'),
  /** Turns typed text into the normal form; the record's own fields may be read. */
  normalise: formulaSchema.optional(),
  /**
   * `fill`: stored; follows while it is blank or equals what was derived before. `computed`: shown, and stored only
   * when typed and different from the derived value.
   */
  derive: z.strictObject({ mode: z.enum(['fill', 'computed']), value: formulaSchema }).optional(),
  /**
   * Of an entity with a parent: this field shows the owner's field of that key (a training's 姓名 is its person's).
   * Typing it finds the owner, it never renames one; it is stored only as long as no owner is found.
   */
  owner: key.optional(),
  /**
   * A month or day can be picked from a calendar, and is written like this one; `yearMonth` and `date` have their own
   * spelling without it.
   */
  pick: z.enum(['2017.11', '2017-11-30', '2017.11.30']).optional(),
  help: z.string().optional(),
});
export type Field = z.infer<typeof fieldSchema>;

export const entitySchema = z.strictObject({
  key,
  label: z.string(),
  /** The key of the owning entity's reference (`person`), for everything but person and village. */
  parent: key.optional(),
  fields: z.array(fieldSchema),
});
export type Entity = z.infer<typeof entitySchema>;

export const parameterSchema = z.strictObject({
  key,
  label: z.string(),
  type: z.enum(['number', 'date', 'text', 'choice']),
  choices: z.array(z.string()).optional(),
  /** `null`: not set by the documents; every rule that reads it is off until it is set. */
  default: z.union([z.string(), z.number(), z.null()]),
  source: z.string().optional(),
});
export type Parameter = z.infer<typeof parameterSchema>;

export const ruleSchema = z.strictObject({
  id: key,
  entity: key,
  /** What is wrong, in a few words: `校验码不对`. For lists of rules, and for native messages of several rules at once. */
  label: z.string().optional(),
  /** The field that carries the mark. */
  field: z.string(),
  severity: severitySchema,
  /** The first condition that holds replaces the severity. */
  severityWhen: z.array(z.strictObject({ when: formulaSchema, severity: severitySchema })).default([]),
  /** The rule is asked only where this holds. */
  when: formulaSchema.optional(),
  /** Right when this is `true`. */
  check: formulaSchema,
  /** Rules of the same record whose issue silences this one: one mistake gives one issue. */
  unless: z.array(key).default([]),
  /** Chinese sentence; `{name}` is replaced from `values`, `{value}` by what stands in the field. */
  message: z.string(),
  values: z.record(z.string(), formulaSchema).default({}),
  /** One click sets these fields. Offered only when every value is a non-blank text. */
  fix: z.strictObject({ label: z.string(), set: z.record(z.string(), formulaSchema) }).optional(),
  /**
   * Of an entity with a parent: one click makes one of the candidates the owner. The words on the button, such as
   * `是{village}的{name}`; names in braces are the owner's fields.
   */
  chooseOwner: z.string().optional(),
  help: z.string().optional(),
});
export type Rule = z.infer<typeof ruleSchema>;

const cell = z.string().regex(/^[A-Z]{1,3}[1-9][0-9]*$/, 'a cell such as A2');
const column = z.string().regex(/^[A-Z]{1,3}$/, 'a column such as K');

/** A `table` template: one record per row, the sample row repeated. Rows and cells as in the workbook (1-based). */
export const tableBindingSchema = z.strictObject({
  kind: z.literal('table'),
  id: key,
  version: z.string(),
  label: z.string(),
  entity: key,
  /** The workbook beside this file. */
  workbook: z.string(),
  sheet: z.string(),
  headerRow: z.number().int().positive(),
  /** The first body row: its styles, height and borders are those of every row. */
  sampleRow: z.number().int().positive(),
  /** Empty body rows of the blank official workbook. */
  blankRows: z.number().int().nonnegative(),
  /** Texts that follow the project's settings, `{county}` and the like. */
  texts: z.array(z.strictObject({ cell, text: z.string() })).default([]),
  columns: z.array(z.strictObject({ column, field: z.string() })),
});
export type TableBinding = z.infer<typeof tableBindingSchema>;

/**
 * A template is a `table`, a `form` (one record per sheet, `form-binding.ts`) or a `matrix` (child records in the
 * columns, `matrix-binding.ts`).
 */
export const bindingSchema = z.discriminatedUnion('kind', [tableBindingSchema, formBindingSchema, matrixBindingSchema]);
export type Binding = z.infer<typeof bindingSchema>;

export const packSchema = z.strictObject({
  id: key,
  version: z.string(),
  label: z.string(),
  entities: z.array(entitySchema),
  parameters: z.array(parameterSchema),
  rules: z.array(ruleSchema),
  /** Ways through the daily work, step by step; see `wizard-schema.ts`. */
  wizards: z.array(wizardSchema).default([]),
  templates: z.array(bindingSchema),
});
/**
 * A pack as the program uses it: the templates' bindings are gathered from their folders
 * (`sheets-templates/PACK/TEMPLATE/binding.json`), the rest is `sheets-templates/PACK/pack.json`.
 */
export type Pack = z.infer<typeof packSchema>;

/** A template with its workbook, the official .xlsx byte for byte. */
export interface Template {
  readonly binding: Binding;
  readonly workbook: Uint8Array;
}

/** A pack with the workbooks of its templates. */
export interface LoadedPack {
  readonly pack: Pack;
  readonly templates: ReadonlyMap<string, Template>;
}
