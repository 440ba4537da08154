import type { Sheet } from '../read/types.ts';
import type { ColumnHeader, Header } from './header.ts';
import { headerText } from './header-text.ts';
import { type FieldNames, headerScore, SURE } from './similarity.ts';

/** Columns of one of several tables, both ends included. */
interface Range {
  readonly left: number;
  readonly right: number;
}

/**
 * The tables that stand side by side under one header (the same labels once more to the right), each as a sheet of its own
 * columns; one when there is one. Columns before the first label that comes again (序号, 村 of a row for two people), and
 * what stands above the header, belong to all of them.
 */
export function sideBySide(sheet: Sheet, header: Header, names: readonly FieldNames[]): readonly Sheet[] {
  const { columns } = header;
  const first = columns.findIndex((column, at) => columns.slice(at + 1).some((other) => sameLabel(column, other)));
  const begins = columns[first];
  if (begins === undefined || labelOf(begins) === '') return [sheet];
  const starts = columns.filter((column) => sameLabel(column, begins));
  const ranges = starts.map(
    ({ column }, n): Range => ({ left: column, right: (starts[n + 1]?.column ?? Number.POSITIVE_INFINITY) - 1 }),
  );
  if (!ranges.every((range) => tells(header, range, names))) return [sheet];
  const shared = begins.column - 1;
  const others =
    (first > 0 || header.top !== header.bottom) && !ranges.every((range) => repeats(header, ranges, range));
  if (others) return [sheet];
  return ranges.map(({ left, right }) => ({
    ...sheet,
    rows: sheet.rows.flatMap(({ row, cells }) => {
      const own = row < header.top ? cells : cells.filter(({ column: c }) => c <= shared || (c >= left && c <= right));
      return own.length === 0 ? [] : [{ row, cells: own }];
    }),
    merges: sheet.merges.filter(
      (area) => area.bottom < header.top || area.right <= shared || (area.left >= left && area.right <= right),
    ),
  }));
}

/** Without the number that tells the second from the first: 后备人选一, 人选2. */
const labelOf = ({ levels }: ColumnHeader): string => unnumbered(levels.at(-1) ?? '');

function unnumbered(label: string): string {
  const { full } = headerText(label);
  return full.replace(/^(?:第?[一二三四五六]|[1-6])(?:号|名|人)?(?=.)|(?<=.)(?:[一二三四五六甲乙丙]|[1-6①-⑥])$/gu, '');
}

/** The same label, below the same of a level above. */
function sameLabel(a: ColumnHeader, b: ColumnHeader): boolean {
  return labelOf(a) === labelOf(b) && unnumbered(a.levels[0] ?? '') === unnumbered(b.levels[0] ?? '');
}

/** Has a table the labels of the first one, nearly all? Where people share columns, other labels are somebody else's. */
function repeats({ columns }: Header, [first]: readonly Range[], range: Range): boolean {
  const labels = ({ left, right }: Range): string[] =>
    columns.filter(({ column }) => column >= left && column <= right).map(labelOf);
  const [wanted, own] = [first === undefined ? [] : labels(first), labels(range)];
  const common = own.filter((label) => wanted.includes(label)).length;
  return common >= 2 && common >= wanted.length * 0.8;
}

/** Two columns of one table may have one label (电话 twice); a table of its own says who it is about. */
function tells(header: Header, range: Range, names: readonly FieldNames[]): boolean {
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
