import { type Block, blockCell, type FormGrid } from './form-grid.ts';
import { type LabelWords, labelKey } from './labels.ts';

/** A label with the cells that it was written in, from above; `block` covers them all. */
export interface FoundLabel {
  readonly block: Block;
  readonly parts: readonly Block[];
}

/** Rows that a label's letters may be spread over. */
const FAR = 16;

/** Where a label stands between two rows, from above: in one cell, or its letters in several below each other. */
export function findLabels(words: LabelWords, grid: FormGrid, from: number, to: number): FoundLabel[] {
  const found: FoundLabel[] = [];
  const taken = new Set<string>();
  for (const block of grid.rows(from, to)) {
    if (taken.has(blockCell(block))) continue;
    const label = words.matches(block.text) ? { block, parts: [block] } : stacked(words, grid, block, to);
    if (label === undefined) continue;
    for (const part of label.parts) taken.add(blockCell(part));
    found.push(label);
  }
  return found;
}

function stacked(words: LabelWords, grid: FormGrid, first: Block, to: number): FoundLabel | undefined {
  let key = labelKey(first.text);
  if (!words.begins(key)) return undefined;
  const parts = [first];
  for (let row = first.bottom + 1; row <= Math.min(to, first.top + FAR); row++) {
    const next = grid.row(row).find(({ left }) => left === first.left);
    if (next === undefined) continue;
    key += labelKey(next.text);
    parts.push(next);
    if (words.is(key)) return { block: { ...first, text: key, bottom: next.bottom }, parts };
    if (!words.begins(key)) return undefined;
  }
  return undefined;
}
