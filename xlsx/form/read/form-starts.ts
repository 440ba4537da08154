import type { FieldWords } from './field-words.ts';
import type { FormGrid } from './form-grid.ts';

/** Where a form begins, and the cells that are its own. */
export interface FormStart {
  readonly grid: FormGrid;
  readonly top: number;
  readonly bottom: number;
  /** Where the form above begins; 0 when there is none. */
  readonly above: number;
}

/** Rows from the first label within which half of a form's labels stand. */
const HEAD = 14;

/**
 * The forms of a sheet, below each other, and side by side: each begins at its first label (姓名), with half of the others
 * around it. A list of relatives inside a form names people too, but has none of these.
 */
export function formStarts(whole: FormGrid, words: readonly FieldWords[]): FormStart[] {
  return sideBySide(whole, words).flatMap((grid) => {
    const tops = [...new Set(begins(grid, words).map(({ top }) => top))];
    return tops.map((top, i) => ({
      grid,
      top,
      bottom: (tops[i + 1] ?? grid.lastRow + 1) - 1,
      above: tops[i - 1] ?? 0,
    }));
  });
}

function sideBySide(grid: FormGrid, words: readonly FieldWords[]): FormGrid[] {
  const rows = new Map<number, number[]>();
  for (const { top, left } of named(grid, words)) rows.set(top, [...(rows.get(top) ?? []), left]);
  for (const lefts of rows.values()) {
    const [first, ...others] = lefts;
    if (first === undefined || others.length === 0) continue;
    const grids = [1, ...others].map((left, i) => grid.between(left, (others[i] ?? Number.POSITIVE_INFINITY) - 1));
    if (grids.every((part) => begins(part, words).length > 0)) return grids;
  }
  return [grid];
}

function begins(grid: FormGrid, words: readonly FieldWords[]) {
  const blocks = named(grid, words);
  return blocks.filter(({ top }) => {
    const next = blocks.find((block) => block.top > top)?.top ?? Number.POSITIVE_INFINITY;
    const near = grid.rows(top, Math.min(top + HEAD, next - 1));
    return words.filter(({ words: w }) => w.find(near) !== undefined).length * 2 >= words.length;
  });
}

/** The cells that say the first label, or it and its value. */
function named(grid: FormGrid, words: readonly FieldWords[]) {
  const first = words[0]?.words;
  if (first === undefined) return [];
  return grid.rows(1, grid.lastRow).filter(({ text }) => first.matches(text) || first.inline(text) !== undefined);
}
