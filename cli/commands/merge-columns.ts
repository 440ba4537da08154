import { fieldLabels } from '../../xlsx/problems/merge-run.ts';
import { answerFor, type ColumnAnswer, layoutOf } from '../../xlsx/recognise/column-answers.ts';
import type { CliMerge } from './merge-run.ts';

/** A table with a header about which the project remembers what the clerk said. */
export interface RememberedColumns {
  readonly file: string;
  readonly sheet: string;
  /** Whether its columns were read as remembered. */
  readonly applied: boolean;
  /** The columns as remembered (where nothing was applied: those that were read otherwise); '' for a column of the sender's own. */
  readonly columns: readonly { readonly header: string; readonly field: string; readonly label: string }[];
}

/** The tables about which the project remembers something: what was applied, or else what would be read otherwise. */
export function rememberedColumns(
  run: CliMerge,
  answers: readonly ColumnAnswer[],
  applied: boolean,
): readonly RememberedColumns[] {
  const labels = fieldLabels(run);
  return [...run.gathered.sheets].flatMap(([file, sheets]) =>
    sheets.flatMap(({ sheet, columns }): RememberedColumns[] => {
      const layout = layoutOf(columns);
      const answer = applied ? answers.find((one) => one.layout === layout) : answerFor(answers, columns);
      if (answer === undefined) return [];
      const said = columns.flatMap(({ header, field: found = '' }, at) => {
        const field = answer.fields[at] ?? '';
        if (!applied && field === found) return [];
        return [{ header, field, label: field === '' ? '' : labels(field) }];
      });
      return [{ file, sheet, applied, columns: said }];
    }),
  );
}
