import { z } from 'zod';

const key = z.string().regex(/^[A-Za-z][A-Za-z0-9.-]*$/, 'an English identifier');
const cell = z.string().regex(/^[A-Z]{1,3}[1-9][0-9]*$/, 'a cell such as A2');
const column = z.string().regex(/^[A-Z]{1,3}$/, 'a column such as K');
const row = z.number().int().positive();

/** Figures that are computed from a person's reviews; what they mean is said in `reports/quarterly`. */
export const FIGURES = ['average.village', 'average.township', 'rank', 'change', 'missing'] as const;
export type Figure = (typeof FIGURES)[number];

/**
 * A column of a matrix: a field of the row's record; with `where`, a field of the one child record of the year that has
 * these values (`{ "level": "township", "quarter": "3" }`); or a figure.
 */
export const matrixColumnSchema = z.union([
  z.strictObject({ column, field: key }),
  z.strictObject({ column, field: key, where: z.record(key, z.string()) }),
  z.strictObject({ column, figure: z.enum(FIGURES) }),
]);
export type MatrixColumn = z.infer<typeof matrixColumnSchema>;

/** A `matrix` template: one record per row, and in its columns fields of several child records: people × quarters. */
export const matrixBindingSchema = z.strictObject({
  kind: z.literal('matrix'),
  id: key,
  version: z.string(),
  label: z.string(),
  entity: key,
  /** The workbook beside this file. */
  workbook: z.string(),
  sheet: z.string(),
  /** The last row of the header. */
  headerRow: row,
  /** The first body row: its look is every row's look. */
  sampleRow: row,
  /** Empty body rows of the blank workbook. */
  blankRows: z.number().int().nonnegative(),
  /** Texts that follow the project's settings, `{county}` and the like; `{year}` is the year of the reference date. */
  texts: z.array(z.strictObject({ cell, text: z.string() })).default([]),
  /** The child entity, and its field that holds the year. */
  cells: z.strictObject({ entity: key, yearBy: key }),
  columns: z.array(matrixColumnSchema),
  /** The colours of numbers in these columns, shaded between the points (`at` ascending, `colour` as `F8696B`). */
  scale: z
    .strictObject({
      columns: z.array(column),
      points: z.array(z.strictObject({ at: z.number(), colour: z.string().regex(/^[0-9A-F]{6}$/) })).min(2),
    })
    .optional(),
});
export type MatrixBinding = z.infer<typeof matrixBindingSchema>;
