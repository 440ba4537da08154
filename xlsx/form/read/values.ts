import { type Block, blockCell, type FormGrid } from './form-grid.ts';

/**
 * What stands to the right of a label in its row, up to the next label; undefined when nothing does.
 * Cells that were typed one beside the other are joined by a space, single letters (an ID number in boxes) by nothing.
 * @param isLabel a label that the form knows, or what stands where labels stand
 */
export function valueRight(
  grid: FormGrid,
  label: Block,
  isLabel: (block: Block) => boolean,
  used: Set<string>,
): string | undefined {
  const blocks: Block[] = [];
  for (const block of grid.row(label.top)) {
    if (block.left <= label.right) continue;
    if (isLabel(block)) break;
    blocks.push(block);
  }
  const texts = blocks.map(({ text }) => text.trim());
  for (const block of blocks) used.add(blockCell(block));
  if (texts.length === 0) return undefined;
  return texts.join(texts.length > 2 && texts.every((text) => [...text].length === 1) ? '' : ' ');
}

/**
 * Tells the labels that a form does not know from values: they stand in a column where its known labels stand, and none of
 * their values does. Without that, 婚姻状况 and what is said of it would go into the field before it.
 */
export function unknownLabels(grid: FormGrid, known: ReadonlySet<Block>): (block: Block) => boolean {
  const labels = new Map<number, number>();
  const values = new Set<number>();
  for (const label of known) {
    labels.set(label.left, (labels.get(label.left) ?? 0) + 1);
    const value = grid.row(label.top).find(({ left }) => left > label.right);
    if (value !== undefined && !known.has(value)) values.add(value.left);
  }
  return ({ left, text }) => [...text.trim()].length > 1 && (labels.get(left) ?? 0) > 1 && !values.has(left);
}

/**
 * What stands under a label that has nothing beside it: where labels are a row, and the next row has none of them. A column
 * that goes on is a table's, and no value of one person.
 * @param head the cells above the sections
 */
export function valueBelow(
  grid: FormGrid,
  label: Block,
  known: ReadonlySet<Block>,
  head: readonly Block[],
): Block | undefined {
  const under = (row: number): Block | undefined => grid.row(row).find(({ left }) => left === label.left);
  const beside = grid.row(label.top).filter((block) => block !== label && known.has(block));
  const value = under(label.bottom + 1);
  if (
    value === undefined ||
    !head.includes(value) ||
    beside.length === 0 ||
    grid.row(value.top).some((block) => known.has(block))
  )
    return undefined;
  const next = under(value.bottom + 1);
  return next === undefined || !head.includes(next) || grid.row(next.top).some((block) => known.has(block))
    ? value
    : undefined;
}
