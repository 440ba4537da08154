import type { Sheet } from '../read/types.ts';
import type { Header } from './header.ts';
import { headerText } from './header-text.ts';
import { type FieldNames, headerScore, SURE } from './similarity.ts';

/**
 * The tables that stand side by side under one header row (the same labels once more to the right), each as a sheet of
 * its own columns; one when there is one. What stands above the header belongs to all of them.
 */
export function sideBySide(sheet: Sheet, header: Header, names: readonly FieldNames[]): readonly Sheet[] {
  const [first] = header.columns;
  if (first === undefined || header.top !== header.bottom) return [sheet];
  const label = headerText(first.levels.at(-1) ?? '').full;
  const starts = header.columns.filter(({ levels }) => headerText(levels.at(-1) ?? '').full === label);
  const ranges = starts.map(({ column }, n) => ({
    left: n === 0 ? 0 : column,
    right: (starts[n + 1]?.column ?? Number.POSITIVE_INFINITY) - 1,
  }));
  if (label === '' || ranges.length < 2 || !ranges.every((range) => tells(header, range, names))) return [sheet];
  return ranges.map(({ left, right }) => ({
    ...sheet,
    rows: sheet.rows.flatMap(({ row, cells }) => {
      const own = row < header.top ? cells : cells.filter(({ column }) => column >= left && column <= right);
      return own.length === 0 ? [] : [{ row, cells: own }];
    }),
    merges: sheet.merges.filter((area) => area.bottom < header.top || (area.left >= left && area.right <= right)),
  }));
}

/** Two columns of one table may have one label (电话 twice); a table of its own says who it is about. */
function tells(header: Header, range: { readonly left: number; readonly right: number }, names: readonly FieldNames[]) {
  return header.columns.some(
    ({ column, levels }) =>
      column >= range.left &&
      column <= range.right &&
      names.some(
        (target) =>
          (target.field.key === 'name' || target.field.type === 'idNumber') &&
          headerScore(levels.at(-1) ?? '', target, names) >= SURE,
      ),
  );
}
