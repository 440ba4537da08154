import { applyEdits } from '../xml/edit.ts';
import type { Chunk } from '../zip/compress.ts';
import { MAX_ROW } from './a1.ts';
import { bodyRows, type CellValue } from './body-rows.ts';
import type { Identity } from './custom-part.ts';
import { writeChoiceSheet, writeIdentity } from './extra-parts.ts';
import { growth } from './growth.ts';
import { markEdits } from './marks.ts';
import { WorkbookPackage } from './package.ts';
import { orRefusal, refuse, type Spliced } from './refusal.ts';
import { moveRelated } from './related.ts';
import { surroundingRows } from './row-edits.ts';
import { rowHeights } from './row-height.ts';
import { sheetEdits } from './sheet-edits.ts';
import { bodyEnd, sheetLayout } from './sheet-layout.ts';
import { textBoxes } from './text-box.ts';
import {
  type ChoiceColumn,
  type ColumnMark,
  type ColumnValidation,
  fitsInline,
  uncheckedColumns,
  withValidations,
} from './validation.ts';
import { editWorkbook, removePart, workbookOf } from './workbook-parts.ts';

/** What goes into a table template. Rows count from 1 as in the workbook. */
export interface TableFill {
  readonly sheet: string;
  readonly sampleRow: number;
  /** Bound columns (`K`); `values` answers in this order. */
  readonly columns: readonly string[];
  /** The column that may hold numbers in the template's blank rows. */
  readonly sequenceColumn?: string;
  readonly rows: number;
  /** The values of a body row, counted from 0. Asked once per row, in order. */
  readonly values: (index: number) => readonly CellValue[];
  /** Texts outside the body, by the template's cell. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Native checks down to a row; asked when it is known how far down they reach. */
  readonly checks?: (lastRow: number) => {
    readonly validations: readonly ColumnValidation[];
    readonly marks: readonly ColumnMark[];
  };
  /** Formulas for bound cells that get no value, by column, as in the first body row. */
  readonly formulas?: ReadonlyMap<string, string>;
  readonly identity?: Identity & { readonly ids: readonly string[] };
}

/** Native checks reach so far down where nothing stands below the body: rows are added by hand. */
const CHECKED_ROWS = 500;

/**
 * Fills a table template by splicing into its file: the sheet changes, the parts that speak of its rows follow, all
 * others are copied byte for byte. A table without rows keeps one blank row.
 * Errors: see `SpliceErrorCode`.
 */
export function spliceTable(workbook: Uint8Array, fill: TableFill): Promise<Spliced<Uint8Array>> {
  return orRefusal(async () => {
    const pack = new WorkbookPackage(workbook);
    const book = workbookOf(pack);
    const entry = book.sheets.find((sheet) => sheet.name === fill.sheet);
    if (entry === undefined) throw refuse('no-such-sheet', { place: fill.sheet });
    const { text, root } = pack.parse(entry.part);
    const layout = sheetLayout(entry.part, text, root);
    const rows = Math.max(1, fill.rows);
    const end = bodyEnd(layout, fill.sampleRow, fill.columns, fill.sequenceColumn);
    const g = growth(fill.sampleRow, end, rows);
    const lastTemplateRow = layout.rows.at(-1)?.row ?? end;
    if (Math.max(g.newLast, lastTemplateRow + g.delta) > MAX_ROW)
      throw refuse('too-many-rows', { place: String(fill.rows) });
    moveRelated(pack, entry.part, entry.name, g);

    const reach = lastTemplateRow > end ? g.newLast : Math.max(g.newLast, CHECKED_ROWS);
    const checks = fill.checks?.(reach) ?? { validations: [], marks: [] };
    const validations = uncheckedColumns(layout, g.first, checks.validations);
    const hidden = hiddenChoices(validations, new Set(book.sheets.map((sheet) => sheet.name)));
    const styles = pack.relations(book.part).find((relation) => relation.kind === 'styles');
    const styleSheet = styles === undefined ? undefined : pack.parse(styles.target).root;
    const around = surroundingRows(layout, g, entry.name, fill.texts ?? new Map());
    const edits = [
      ...markEdits(layout, g, reach, checks.marks, styleSheet),
      ...withValidations(layout, g, reach, validations, hidden, [
        ...around.before,
        ...sheetEdits(layout, g, entry.name),
      ]),
    ];
    const sample = layout.rows.find((row) => row.row === g.first);
    if (sample === undefined) throw refuse('no-sample-row', { part: entry.part });
    const bodyAt = sample.element.start;
    const before = applyEdits(
      text,
      edits.filter((edit) => edit.end <= bodyAt),
      0,
      bodyAt,
    );
    const after = applyEdits(
      text,
      edits.filter((edit) => edit.start >= layout.data.closeStart),
      layout.data.closeStart,
    );
    const height = sample.element.attributes.get('ht');
    const boxes = textBoxes(layout, sample, fill.columns, styleSheet);
    const heights = rowHeights(boxes, height === undefined ? undefined : Number(height));
    const body = bodyRows(
      layout,
      g,
      entry.name,
      fill.columns,
      fill.rows === 0 ? () => [] : fill.values,
      heights,
      fill.formulas,
    );
    pack.set(entry.part, joined(before, body, around.after + after));

    if (fill.identity !== undefined) writeIdentity(pack, book.part, fill.identity, fill.identity.ids);
    const relation =
      hidden.columns.size === 0 ? undefined : writeChoiceSheet(pack, book.part, [...hidden.columns.values()]);
    const formulas = (fill.formulas?.size ?? 0) > 0;
    const calculate =
      formulas ||
      book.sheets.some((sheet) =>
        sheet.part !== entry.part
          ? /<([A-Za-z0-9]+:)?f[\s>]/.test(pack.text(sheet.part))
          : /<([A-Za-z0-9]+:)?f[\s>]/.test(text),
      );
    editWorkbook(pack, book.part, entry.name, g, {
      calculate,
      ...(relation === undefined ? {} : { hiddenSheet: { name: hidden.sheet, relation } }),
    });
    // The calculation chain lists cells by address; programs build it anew.
    const chain = pack.relations(book.part).find((item) => item.kind === 'calcChain');
    if (chain !== undefined && pack.has(chain.target)) removePart(pack, book.part, chain.target);
    return pack.save();
  });
}

function* joined(before: string, body: Iterable<Chunk>, after: string): Generator<string | Chunk> {
  yield before;
  yield* body;
  yield after;
}

/** Lists of choices that Excel does not read inline, one column each, on a sheet whose name is free. */
function hiddenChoices(
  validations: readonly ColumnValidation[],
  taken: ReadonlySet<string>,
): { readonly sheet: string; readonly columns: ReadonlyMap<string, ChoiceColumn> } {
  let sheet = 'choices';
  while (taken.has(sheet)) sheet += '_';
  const columns = new Map<string, ChoiceColumn>();
  for (const { column, rule } of validations) {
    if (rule.kind !== 'list' || fitsInline(rule.choices)) continue;
    columns.set(column, { name: column, column: columns.size + 1, choices: rule.choices });
  }
  return { sheet, columns };
}
