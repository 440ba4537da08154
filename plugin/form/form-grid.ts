import type { IRange } from '@univerjs/core';
import type { FormBinding } from '../../sheets-templates/form-binding.ts';

/** The template's sheet with more lines in its growing sections. Rows and columns count from 0. */
export interface FormGrid {
  /** Lines per growing section; two grids with the same key are the same. */
  readonly key: string;
  /** The template's row that each row looks like. */
  readonly source: readonly number[];
  readonly merges: readonly IRange[];
  /** Where a row of the template stands. */
  rowOf(templateRow: number): number;
}

interface Growth {
  /** The last line of the section in the template. */
  readonly last: number;
  readonly extra: number;
}

/**
 * Grows the lines of sections: copies of a section's last line below it, what spans that line grows, the rest moves.
 * @param lines wanted lines by section; fewer than the template has are not taken away
 */
export function formGrid(
  binding: FormBinding,
  template: { readonly rowCount: number; readonly merges: readonly IRange[] },
  lines: ReadonlyMap<string, number>,
): FormGrid {
  const growths = growthsOf(binding, lines);
  const source: number[] = [];
  const standing: number[] = [];
  for (let row = 0; row < template.rowCount; row++) {
    standing.push(source.length);
    source.push(row);
    const growth = growths.find((g) => g.last === row);
    for (let extra = 0; extra < (growth?.extra ?? 0); extra++) source.push(row);
  }
  const rowOf = (row: number): number => standing[row] ?? source.length + row - template.rowCount;
  const merges = template.merges.flatMap((merge) => {
    const own = growths.find((g) => merge.startRow === g.last && merge.endRow === g.last);
    if (own) return copies(merge, rowOf(own.last), own.extra);
    const spanned = growths.find((g) => merge.startRow < g.last && merge.endRow === g.last);
    return [{ ...merge, startRow: rowOf(merge.startRow), endRow: rowOf(merge.endRow) + (spanned?.extra ?? 0) }];
  });
  return { key: growths.map(({ last, extra }) => `${last}+${extra}`).join(' '), source, merges, rowOf };
}

function growthsOf(binding: FormBinding, lines: ReadonlyMap<string, number>): Growth[] {
  return binding.sections.flatMap((section) => {
    if (section.kind !== 'lines' || !section.grows) return [];
    const extra = Math.max(0, (lines.get(section.key) ?? 0) - section.lines);
    return [{ last: section.firstRow - 1 + section.lines - 1, extra }];
  });
}

function copies(merge: IRange, row: number, extra: number): IRange[] {
  return Array.from({ length: extra + 1 }, (_, i) => ({ ...merge, startRow: row + i, endRow: row + i }));
}
