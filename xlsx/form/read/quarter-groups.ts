import type { FormSection, QuarterCellsSection } from '../../../sheets-templates/form-binding.ts';
import { NAMING_END } from '../locale/zh-CN.ts';
import type { Block, FormGrid } from './form-grid.ts';
import { type FoundLabel, findLabels } from './found-label.ts';
import { LabelWords, labelKey } from './labels.ts';
import { namesQuarter, quarterOf } from './quarter-names.ts';

/** Names of quarters side by side, or one below the other; what is said of each stands below it, or beside it. */
export interface QuarterGroup {
  readonly blocks: readonly Block[];
  readonly beside: boolean;
  readonly top: number;
  readonly bottom: number;
}

/** The groups between two rows, from above; rows of tables that have a column of quarters are `skipped`. */
export function quarterGroups(
  grid: FormGrid,
  from: number,
  to: number,
  skipped: (row: number) => boolean,
): QuarterGroup[] {
  const groups: QuarterGroup[] = [];
  let column: Block[] = [];
  const close = (): void => {
    const [first, ...more] = column;
    const last = more.at(-1);
    if (first !== undefined && last !== undefined)
      groups.push({ blocks: column, beside: true, top: first.top, bottom: last.bottom });
    column = [];
  };
  for (let row = from; row <= to; row++) {
    // Two opinions on top of each other would else be one: a year's quarters go up.
    const blocks = skipped(row) ? [] : named(grid.row(row));
    const [first, second] = blocks;
    if (first !== undefined && second === undefined) {
      const before = column.at(-1);
      const follows = before?.left === first.left && (quarterOf(before.text) ?? 0) < (quarterOf(first.text) ?? 0);
      if (!follows) close();
      column.push(first);
      continue;
    }
    if (first !== undefined || skipped(row)) close();
    if (second !== undefined) groups.push({ blocks, beside: false, top: row, bottom: row });
  }
  close();
  return groups.sort((a, b) => a.top - b.top);
}

/** A row's names of quarters. Bare numbers are names only where they count up, three of them at least. */
function named(row: readonly Block[]): readonly Block[] {
  const blocks = row.filter(({ text }) => quarterOf(text) !== undefined);
  const spoken = blocks.filter(({ text }) => namesQuarter(text));
  if (spoken.length === blocks.length) return blocks;
  const counts = blocks.every(
    ({ text }, i) => i === 0 || (quarterOf(text) ?? 0) === (quarterOf(blocks[i - 1]?.text ?? '') ?? 0) + 1,
  );
  return counts && blocks.length > 2 ? blocks : spoken;
}

/** What names a group: a label to its left, whole or letter by letter, or a line of its own above. */
export function groupLabel(
  group: QuarterGroup,
  sections: readonly FormSection[],
  grid: FormGrid,
  from: number,
): { readonly section: QuarterCellsSection; readonly label: FoundLabel } | undefined {
  const own = sections.filter((section) => section.kind === 'quarterCells');
  const left = Math.min(...group.blocks.map((block) => block.left));
  const end = Math.max(group.bottom, group.top + FAR);
  // Above quarters below each other stands a row of headers, perhaps with the label at its beginning.
  const first = group.beside ? group.top - 1 : group.top;
  const near = ({ block }: FoundLabel): boolean =>
    block.right < left && block.top <= group.bottom && (block.bottom >= group.top || block.top === first);
  const heading = (label: FoundLabel): boolean =>
    label.block.bottom < group.top &&
    label.block.bottom >= group.top - ABOVE &&
    grid.row(label.block.top).length === label.parts.length;
  for (const fits of [near, heading]) {
    for (const section of own) {
      const label = findLabels(new LabelWords(section.label), grid, Math.max(from, group.top - ABOVE - FAR), end).find(
        fits,
      );
      if (label !== undefined) return { section, label };
    }
    for (const block of grid.rows(Math.max(from, group.top - ABOVE - FAR), group.bottom)) {
      const label = { block, parts: [block] };
      const [only, ...more] = fits(label) ? own.filter((section) => names(section, own, block.text)) : [];
      if (only !== undefined && more.length === 0) return { section: only, label };
    }
  }
  return undefined;
}

/** Rows that a label's letters may be spread over beside its opinions, and those that a heading may stand above them. */
const FAR = 8;
const ABOVE = 2;

/**
 * Does a text name this one of several alike sections in other words (南城镇党委评定意见 for 乡镇评定意见)? It ends as their
 * labels do, and holds what tells this label from the others.
 */
function names(section: QuarterCellsSection, all: readonly QuarterCellsSection[], text: string): boolean {
  if (text.length > LONGEST || all.length < 2 || !NAMING_END.test(labelKey(text))) return false;
  const key = labelKey(text);
  const words = tellingWords(section);
  const others = new Set(all.filter((other) => other !== section).flatMap((other) => [...tellingWords(other)]));
  return [...words].some((word) => !others.has(word) && key.includes(word));
}

const LONGEST = 30;

/** What stands before the common end of a label, and its first letter: 村 and 社区, 乡镇 and 乡 and 街道. */
function tellingWords(section: QuarterCellsSection): Set<string> {
  const words = [section.label.text, ...section.label.aliases].flatMap((label) =>
    label
      .split(/[()（）]/)
      .map((part) => labelKey(part).replace(NAMING_END, ''))
      .filter((part) => part !== ''),
  );
  return new Set(words.flatMap((word) => [word, word.charAt(0)]));
}
