import { type Block, blockCell, type FormGrid } from './form-grid.ts';

/**
 * What stands to the right of a label in its row, up to the next label; undefined when nothing does.
 * Cells that were typed one beside the other are joined by a space.
 */
export function valueRight(
  grid: FormGrid,
  label: Block,
  isLabel: (block: Block) => boolean,
  used: Set<string>,
): string | undefined {
  const texts: string[] = [];
  for (const block of grid.row(label.top)) {
    if (block.left <= label.right) continue;
    if (isLabel(block)) break;
    texts.push(block.text.trim());
    used.add(blockCell(block));
  }
  return texts.length === 0 ? undefined : texts.join(' ');
}
