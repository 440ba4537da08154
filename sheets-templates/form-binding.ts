import { z } from 'zod';
import { type CellBlock, readBlock } from './form-area.ts';

/**
 * The contract of a `form` template: one record per sheet, with areas for the records that belong to it.
 * Rows and cells as in the workbook (1-based). `area` is a cell with its merge, `B3:D3`, or one cell, `B3`.
 */

const key = z.string().regex(/^[A-Za-z][A-Za-z0-9.-]*$/, 'an English identifier');
const area = z.string().regex(/^[A-Z]{1,3}[1-9][0-9]*(:[A-Z]{1,3}[1-9][0-9]*)?$/, 'a cell or merge such as B3:D3');
const columns = z.string().regex(/^[A-Z]{1,3}(:[A-Z]{1,3})?$/, 'columns such as B:D');
const row = z.number().int().positive();

/** A printed text, by which a returned form is recognised wherever it stands. */
export const formLabelSchema = z.strictObject({
  text: z.string().min(1),
  /** Other words for it: 身份证号码 for 身份证号. */
  aliases: z.array(z.string()).default([]),
  area,
});
export type FormLabel = z.infer<typeof formLabelSchema>;

const columnSchema = z.strictObject({
  columns,
  field: z.string(),
  text: z.string().min(1),
  aliases: z.array(z.string()).default([]),
});
export type FormColumn = z.infer<typeof columnSchema>;

/** The four opinions of a year stand under these headers, first quarter first. */
const quarterColumns = z.array(columns).length(4);

const common = {
  key,
  entity: key,
  /** Only records with these values: `{ level: 'village' }`. */
  where: z.record(z.string(), z.string()).default({}),
  /** The field that says the record's year: `year`, or a date (`time`). */
  yearBy: z.string(),
  label: formLabelSchema,
};

/** One line per record. */
export const linesSectionSchema = z.strictObject({
  kind: z.literal('lines'),
  ...common,
  headerRow: row,
  firstRow: row,
  /** Lines in the workbook; more are added when there are more records and it `grows`. */
  lines: z.number().int().positive(),
  grows: z.boolean(),
  columns: z.array(columnSchema).min(1),
});
/** One line per quarter; several records of a quarter share it, one below the other. */
export const quarterLinesSectionSchema = z.strictObject({
  kind: z.literal('quarterLines'),
  ...common,
  headerRow: row,
  /** The line of the first quarter; the other three follow. */
  firstRow: row,
  quarter: z.strictObject({ columns, text: z.string().min(1), aliases: z.array(z.string()).default([]) }),
  columns: z.array(columnSchema).min(1),
});
/** One cell per quarter, side by side. */
export const quarterCellsSectionSchema = z.strictObject({
  kind: z.literal('quarterCells'),
  ...common,
  headerRow: row,
  row,
  quarters: quarterColumns,
  field: z.string(),
});
/** One cell: the year's result. */
export const valueSectionSchema = z.strictObject({
  kind: z.literal('value'),
  ...common,
  area,
  field: z.string(),
});

export const formSectionSchema = z.discriminatedUnion('kind', [
  linesSectionSchema,
  quarterLinesSectionSchema,
  quarterCellsSectionSchema,
  valueSectionSchema,
]);
export type FormSection = z.infer<typeof formSectionSchema>;
export type LinesSection = z.infer<typeof linesSectionSchema>;
export type QuarterLinesSection = z.infer<typeof quarterLinesSectionSchema>;
export type QuarterCellsSection = z.infer<typeof quarterCellsSectionSchema>;
export type ValueSection = z.infer<typeof valueSectionSchema>;

export const formBindingSchema = z
  .strictObject({
    kind: z.literal('form'),
    id: key,
    version: z.string(),
    label: z.string(),
    entity: key,
    /** The workbook beside this file. */
    workbook: z.string(),
    sheet: z.string(),
    /** Texts that follow the project's settings, `{county}` and the like. */
    texts: z.array(z.strictObject({ area, text: z.string() })).default([]),
    fields: z.array(z.strictObject({ field: z.string(), area, label: formLabelSchema })),
    sections: z.array(formSectionSchema),
    /** The picture that the record's photo replaces stands over this area; `ratio` is width to height. */
    photo: z.strictObject({ field: z.string(), area, label: formLabelSchema, ratio: z.tuple([row, row]) }).optional(),
    /** Name of a person's sheet, with fields of the record: `{name}`. */
    sheetName: z.string(),
    /** Name of a person's file: `{township}-{village}-{name}-纪实表.xlsx`. */
    fileName: z.string(),
  })
  .superRefine((binding, context) => {
    const blocks = bindingBlocks(binding);
    blocks.forEach((block, i) => {
      const other = blocks.slice(0, i).find((earlier) => overlap(earlier, block));
      if (other !== undefined) {
        context.addIssue({ code: 'custom', path: [], message: `${block.name} lies over ${other.name}` });
      }
    });
    for (const name of repeated(binding.sections.map((section) => section.key))) {
      context.addIssue({ code: 'custom', path: ['sections'], message: `two sections ${name}` });
    }
  });
export type FormBinding = z.infer<typeof formBindingSchema>;

interface Named extends CellBlock {
  readonly name: string;
}

function overlap(a: CellBlock, b: CellBlock): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

function repeated(keys: readonly string[]): string[] {
  return keys.filter((name, i) => keys.indexOf(name) < i);
}

/** All that the binding speaks of, labels too. */
function bindingBlocks(binding: {
  readonly texts: readonly { readonly area: string }[];
  readonly fields: readonly { readonly field: string; readonly area: string; readonly label: FormLabel }[];
  readonly sections: readonly FormSection[];
  readonly photo?: { readonly area: string } | undefined;
}): Named[] {
  const block = (name: string, text: string): Named => ({ name, ...readBlock(text) });
  return [
    ...binding.texts.map((text) => block(`text ${text.area}`, text.area)),
    ...binding.fields.flatMap(({ field, area: at, label }) => [block(field, at), block(label.text, label.area)]),
    ...binding.sections.flatMap((section) => [
      block(section.label.text, section.label.area),
      ...slotAreas(section).map((at) => block(section.key, at)),
    ]),
    ...(binding.photo === undefined ? [] : [block('photo', binding.photo.area)]),
  ];
}

/** The areas that a section's values go to in the workbook, line by line; `sectionSlots` gives them as a table. */
export function slotAreas(section: FormSection): string[] {
  return sectionSlots(section).flat();
}

/** The areas of a section's values: one list per line, in the order of its columns. */
export function sectionSlots(section: FormSection): string[][] {
  switch (section.kind) {
    case 'lines':
      return lineAreas(section, section.lines);
    case 'quarterLines':
      return lineAreas(section, 4);
    case 'quarterCells':
      return [section.quarters.map((range) => at(range, section.row))];
    case 'value':
      return [[section.area]];
  }
}

function lineAreas(section: LinesSection | QuarterLinesSection, lines: number): string[][] {
  return Array.from({ length: lines }, (_, i) =>
    section.columns.map((column) => at(column.columns, section.firstRow + i)),
  );
}

/** `B:D` in row 9 → `B9:D9`. */
function at(range: string, number: number): string {
  const [left = '', right = left] = range.split(':');
  return left === right ? `${left}${number}` : `${left}${number}:${right}${number}`;
}
