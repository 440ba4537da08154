import type { Block, FormGrid } from './form-grid.ts';
import { labelKey } from './labels.ts';
import type { FoundSection } from './sections.ts';

/** A heading is short; a longer text over all columns is a remark to the lines around it. */
const HEADING = 12;
/** Letters of a label that is split over cells in a way that was not understood. */
const FRAGMENT = 3;

/**
 * The last row that is a section's own, of those down to `bottom`. Below it stands what the form does not know: another
 * label in the column of labels, a heading over all columns. What is there must not be taken for lines of this section.
 */
export function ownEnd(found: Omit<FoundSection, 'bottom'> & { readonly bottom: number }, grid: FormGrid): number {
  const { headers, others, label, headerRow, bottom } = found;
  const lefts = [...headers.map((header) => header.block), ...others].map(({ left }) => left);
  if (lefts.length === 0) return bottom;
  const left = Math.min(...lefts);
  const covered = Math.max(headerRow, label?.block.bottom ?? 0);
  for (let row = headerRow + 1; row <= bottom; row++) {
    for (const block of grid.row(row)) {
      if (label?.parts.includes(block) === true) continue;
      if (row > covered && block.right < left && isLabel(block, label !== undefined)) return row - 1;
      if (spansAll(block, found) && [...labelKey(block.text)].length <= HEADING && labelKey(block.text) !== '')
        return row - 1;
    }
  }
  return bottom;
}

/** Does a text stand across all columns of a table? Then it is no cell of any. */
export function spansAll(block: Block, { headers }: Pick<FoundSection, 'headers'>): boolean {
  const first = headers[0];
  const last = headers.at(-1);
  return (
    headers.length > 1 &&
    first !== undefined &&
    last !== undefined &&
    block.left <= first.left &&
    block.right >= last.left
  );
}

/** A number only counts the line; a short text beside a section that is not named may be letters of its name. */
function isLabel({ text }: Block, named: boolean): boolean {
  const key = labelKey(text);
  return !/^[0-9]*$/.test(key) && (named || [...key].length > FRAGMENT);
}
