import type { FormBinding } from '../../../sheets-templates/form-binding.ts';
import type { FieldWords } from './field-words.ts';
import { type Block, blockCell, type FormGrid } from './form-grid.ts';
import { LabelWords } from './labels.ts';
import type { Gathered } from './read-form-types.ts';
import { unknownLabels, valueBelow, valueRight } from './values.ts';

/** The labels of a head, by field. */
export function headLabels(head: readonly Block[], words: readonly FieldWords[]): Map<string, Block> {
  const taken = new Set<Block>();
  const found = new Map<string, Block>();
  for (const { field, words: w } of words) {
    const block = w.find(head.filter((one) => !taken.has(one)));
    if (block === undefined) continue;
    taken.add(block);
    found.set(field, block);
  }
  return found;
}

/** Without the rows that name a person's fields once more: they are headers of a list, of relatives for example. */
export function outsideLists(blocks: readonly Block[], words: readonly FieldWords[]): Block[] {
  const lists = new Set(
    blocks.filter(({ text }) => words.some(({ words: w }) => w.matches(text))).map(({ top }) => top),
  );
  return blocks.filter(({ top }) => !lists.has(top));
}

/** Reads what stands beside the labels of a head into `gathered`. */
export function readHead(
  binding: FormBinding,
  grid: FormGrid,
  head: readonly Block[],
  labels: ReadonlyMap<string, Block>,
  words: readonly FieldWords[],
  gathered: Gathered,
): void {
  const photo = binding.photo === undefined ? undefined : new LabelWords(binding.photo.label).find(head);
  const places = new Set([...labels.values(), ...(photo === undefined ? [] : [photo])]);
  for (const place of places) gathered.used.add(blockCell(place));
  const unknown = unknownLabels(grid, places);
  const isLabel = (block: Block): boolean => places.has(block) || unknown(block);
  for (const { field, words: w } of words) {
    const block = labels.get(field);
    if (block === undefined) continue;
    const written = w.inline(block.text);
    const right = grid.row(block.top).find((b) => b.left > block.right);
    const value = written ?? valueRight(grid, block, isLabel, gathered.used);
    const below = value === undefined ? valueBelow(grid, block, places, head) : undefined;
    if (below !== undefined) gathered.used.add(blockCell(below));
    const at = below ?? (written === undefined && value !== undefined ? (right ?? block) : block);
    gathered.cells[field] = blockCell(at);
    const text = value ?? below?.text;
    if (text !== undefined) gathered.person[field] = text.trim();
  }
}
