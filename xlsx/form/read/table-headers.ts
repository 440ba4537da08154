import type { LinesSection, QuarterLinesSection } from '../../../sheets-templates/form-binding.ts';
import type { Block, FormGrid } from './form-grid.ts';
import type { FoundLabel } from './found-label.ts';
import { LabelWords, labelKey } from './labels.ts';
import { namesQuarter } from './quarter-names.ts';

/** The field name under which a section's quarters are found. */
export const QUARTER = 'quarter';

/** A header of a section with the columns under it. */
export interface Header {
  readonly field: string;
  readonly block: Block;
  readonly left: number;
  /** To where the next header begins, so that a text typed beside a merge is found. */
  readonly right: number;
}

/** A row of a section's headers. */
export interface HeaderRow {
  readonly row: number;
  readonly headers: readonly Header[];
  /** Headers of columns that the form does not know. */
  readonly others: readonly Block[];
  readonly label: FoundLabel | undefined;
}

interface Wanted {
  readonly field: string;
  readonly words: LabelWords;
  readonly key: string;
}

/** The rows that hold a table section's headers: once, and again where the section goes on. */
export function headerRows(
  section: LinesSection | QuarterLinesSection,
  labels: readonly FoundLabel[],
  grid: FormGrid,
  from: number,
  to: number,
): HeaderRow[] {
  const columns = [
    ...(section.kind === 'quarterLines' ? [{ field: QUARTER, ...section.quarter }] : []),
    ...section.columns,
  ];
  const wanted = columns.map((column) => ({
    field: column.field,
    words: new LabelWords(column),
    key: labelKey(column.text),
  }));
  const rows: HeaderRow[] = [];
  for (const row of grid.filled(from, to)) {
    const label = labels.find((one) => isOver(one, row, grid));
    const blocks = grid.row(row).filter((block) => label?.parts.includes(block) !== true);
    const known = matched(wanted, blocks, label !== undefined);
    if (section.kind === 'quarterLines' && ![...known.values()].includes(QUARTER)) {
      const quarters = quarterColumn(grid, row, blocks, known, label);
      if (quarters !== undefined) known.set(quarters, QUARTER);
    }
    // Where the section is not named, its headers must name it.
    if (label === undefined ? known.size * 3 < wanted.length * 2 : known.size * 2 < wanted.length) continue;
    if (known.size === 0) continue;
    const others = blocks.filter((block) => !known.has(block));
    rows.push({ row, label, others, headers: ranges(known, others) });
  }
  return rows;
}

/** Does a label name this row: beside it, or as a line of its own above? */
function isOver({ block, parts }: FoundLabel, row: number, grid: FormGrid): boolean {
  if (block.top <= row && row <= block.bottom) return true;
  return row === block.bottom + 1 && grid.rows(block.top, block.bottom).length === parts.length;
}

/** The columns by their header blocks. Below the section's own label a header may be short: `时间` for 培训时间. */
function matched(wanted: readonly Wanted[], blocks: readonly Block[], named: boolean): Map<Block, string> {
  const known = new Map<Block, string>();
  const open = new Set(wanted);
  const take = (block: Block, column: Wanted | undefined): void => {
    if (column === undefined || known.has(block)) return;
    known.set(block, column.field);
    open.delete(column);
  };
  for (const column of wanted) {
    const block = blocks.find((one) => column.words.matches(one.text));
    if (block !== undefined) take(block, column);
  }
  if (!named) return known;
  for (const block of blocks) {
    const tail = labelKey(block.text).slice(-2);
    if (tail.length < 2) continue;
    const [only, ...more] = [...open].filter(({ key }) => key.endsWith(tail));
    if (more.length === 0) take(block, only);
  }
  return known;
}

/** The column of quarters where its header is blank, or another word (季度): it is known by what stands below. */
function quarterColumn(
  grid: FormGrid,
  row: number,
  headers: readonly Block[],
  known: ReadonlyMap<Block, string>,
  label: FoundLabel | undefined,
): Block | undefined {
  if (known.size === 0) return undefined;
  const lefts = new Set([...known.keys()].map(({ left }) => left));
  const below = [row + 1, row + 2].map((next) =>
    grid
      .row(next)
      .find((block) => !lefts.has(block.left) && label?.parts.includes(block) !== true && namesQuarter(block.text)),
  );
  const [first, second] = below;
  if (first === undefined || (second !== undefined && second.left !== first.left)) return undefined;
  return headers.find(({ left }) => left === first.left) ?? { ...first, text: '', top: row, bottom: row };
}

/** Each header's columns reach to the next header, whether it is one of the form's or not. */
export function ranges(known: ReadonlyMap<Block, string>, others: readonly Block[] = []): Header[] {
  const lefts = [...known.keys(), ...others].map(({ left }) => left).sort((a, b) => a - b);
  return [...known]
    .sort(([a], [b]) => a.left - b.left)
    .map(([block, field]) => {
      const next = lefts.find((left) => left > block.left);
      return {
        field,
        block,
        left: block.left,
        right: next === undefined ? block.right : Math.max(block.right, next - 1),
      };
    });
}
