import type { FormBinding, FormSection, ValueSection } from '../../../sheets-templates/form-binding.ts';
import type { Block, FormGrid } from './form-grid.ts';
import { type FoundLabel, findLabels } from './found-label.ts';
import { LabelWords } from './labels.ts';
import { groupLabel, type QuarterGroup, quarterGroups } from './quarter-groups.ts';
import { ownEnd } from './section-end.ts';
import { type Header, headerRows, QUARTER, ranges } from './table-headers.ts';

/** Where a section, or a piece of it, stands in a sheet. */
export interface FoundSection {
  readonly section: FormSection;
  readonly top: number;
  /** The row before the next section, or before what is none of the form's. */
  bottom: number;
  readonly label: FoundLabel | undefined;
  readonly headerRow: number;
  readonly headers: readonly Header[];
  /** Headers of columns that the form does not know. */
  readonly others: readonly Block[];
  /** Quarters that stand below each other, with their texts to the right. */
  readonly beside: boolean;
}

/** Finds the sections of a form between two rows, from above, by what their labels and headers say. */
export function findSections(binding: FormBinding, grid: FormGrid, from: number, to: number): FoundSection[] {
  const tables = binding.sections.flatMap((section): FoundSection[] => {
    if (section.kind !== 'lines' && section.kind !== 'quarterLines') return [];
    const labels = findLabels(new LabelWords(section.label), grid, from, to);
    return headerRows(section, labels, grid, from, to).map(({ row, ...rest }) => ({
      section,
      top: Math.min(row, rest.label?.block.top ?? row),
      bottom: to,
      headerRow: row,
      beside: false,
      ...rest,
    }));
  });
  const inTable = (row: number): boolean =>
    tables.some(
      ({ section, headerRow, label }) =>
        section.kind === 'quarterLines' && headerRow <= row && row <= (label?.block.bottom ?? headerRow),
    );
  const ends: number[] = [];
  const opinions = quarterGroups(grid, from, to, inTable).flatMap((group): FoundSection[] => {
    const named = groupLabel(group, binding.sections, grid, from);
    if (named !== undefined) return [groupSection(named, group, to)];
    // Opinions of nobody known; a column of quarters may be part of a table.
    if (!group.beside) ends.push(group.top);
    return [];
  });
  const values = binding.sections.flatMap((section) =>
    section.kind === 'value' ? (valueSection(section, grid, from, to) ?? []) : [],
  );
  const found = [...tables, ...opinions, ...values].sort((a, b) => a.top - b.top);
  ends.push(...found.flatMap(({ top, headerRow }) => [top, headerRow]), to + 1);
  for (const place of found) {
    place.bottom = Math.min(...ends.filter((end) => end > place.headerRow)) - 1;
    place.bottom = ownEnd(place, grid);
  }
  return found;
}

function groupSection(
  { section, label }: NonNullable<ReturnType<typeof groupLabel>>,
  { blocks, beside, top }: QuarterGroup,
  to: number,
): FoundSection {
  return {
    section,
    top: Math.min(label.block.top, top),
    bottom: to,
    label,
    headerRow: top,
    headers: ranges(new Map(blocks.map((block) => [block, QUARTER]))),
    others: [],
    beside,
  };
}

function valueSection(section: ValueSection, grid: FormGrid, from: number, to: number): FoundSection | undefined {
  const words = new LabelWords(section.label);
  const inline = grid.rows(from, to).find((block) => words.inline(block.text) !== undefined);
  const [first] = findLabels(words, grid, from, to).sort((a, b) => a.block.left - b.block.left);
  const label = first ?? (inline === undefined ? undefined : { block: inline, parts: [inline] });
  if (label === undefined) return undefined;
  const { top } = label.block;
  return { section, top, bottom: to, label, headerRow: top, headers: [], others: [], beside: false };
}
