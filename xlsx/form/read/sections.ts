import type {
  FormBinding,
  FormSection,
  LinesSection,
  QuarterLinesSection,
} from '../../../sheets-templates/form-binding.ts';
import { quarterNumber } from '../locale/zh-CN.ts';
import type { Block, FormGrid } from './form-grid.ts';
import { LabelWords } from './labels.ts';

/** A header of a section with the columns under it. */
export interface Header {
  readonly field: string;
  readonly block: Block;
  readonly left: number;
  /** To where the next header begins, so that a text typed beside a merge is found. */
  readonly right: number;
}

/** Where a section stands in a sheet. */
export interface FoundSection {
  readonly section: FormSection;
  readonly top: number;
  /** The row before the next section. */
  bottom: number;
  readonly label: Block | undefined;
  readonly headerRow: number;
  readonly headers: readonly Header[];
}

/** The field name under which a section's quarters are found. */
export const QUARTER = 'quarter';

/** Finds the sections of a form between two rows, from above, by what their headers say. */
export function findSections(binding: FormBinding, grid: FormGrid, from: number, to: number): FoundSection[] {
  const found = binding.sections.flatMap((section) => findSection(section, grid, from, to) ?? []);
  found.sort((a, b) => a.top - b.top);
  found.forEach((place, i) => {
    const next = found.slice(i + 1).find((other) => other.top > place.top);
    place.bottom = Math.min(to, (next?.top ?? to + 1) - 1);
  });
  return found;
}

function findSection(section: FormSection, grid: FormGrid, from: number, to: number): FoundSection | undefined {
  const words = new LabelWords(section.label);
  const label = grid
    .rows(from, to)
    .filter((block) => words.matches(block.text))
    .sort((a, b) => a.left - b.left)[0];
  switch (section.kind) {
    case 'lines':
    case 'quarterLines':
      return tableSection(section, label, grid, from, to);
    case 'quarterCells': {
      if (label === undefined) return undefined;
      for (let row = label.top; row <= Math.max(label.bottom, label.top + 1); row++) {
        const blocks = grid.row(row).filter((block) => quarterOf(block.text) !== undefined && block.left > label.right);
        if (blocks.length < 2) continue;
        const headers = ranges(blocks.map((block) => ({ field: QUARTER, block })));
        return { section, top: label.top, bottom: to, label, headerRow: row, headers };
      }
      return undefined;
    }
    case 'value':
      return label === undefined
        ? undefined
        : { section, top: label.top, bottom: to, label, headerRow: label.top, headers: [] };
  }
}

/** The quarter that a header names, alone or before what was written behind it. */
export function quarterOf(text: string): number | undefined {
  return quarterNumber(text) ?? quarterNumber(text.split(/[:：\n]/)[0] ?? '');
}

function tableSection(
  section: LinesSection | QuarterLinesSection,
  label: Block | undefined,
  grid: FormGrid,
  from: number,
  to: number,
): FoundSection | undefined {
  const wanted = [
    ...(section.kind === 'quarterLines' ? [{ field: QUARTER, words: new LabelWords(section.quarter) }] : []),
    ...section.columns.map((column) => ({ field: column.field, words: new LabelWords(column) })),
  ];
  let best: { row: number; headers: { field: string; block: Block }[] } | undefined;
  for (let row = from; row <= to; row++) {
    const headers = wanted.flatMap(({ field, words }) => {
      const block = grid.row(row).find((candidate) => words.matches(candidate.text));
      return block === undefined ? [] : [{ field, block }];
    });
    if (headers.length > (best?.headers.length ?? 0)) best = { row, headers };
  }
  if (best === undefined || best.headers.length * 3 < wanted.length * 2) return undefined;
  const { row, headers } = best;
  const top = label !== undefined && label.top < row && label.bottom >= row ? label.top : row;
  return { section, top, bottom: to, label, headerRow: row, headers: ranges(headers) };
}

function ranges(headers: readonly { readonly field: string; readonly block: Block }[]): Header[] {
  const sorted = [...headers].sort((a, b) => a.block.left - b.block.left);
  return sorted.map(({ field, block }, i) => {
    const next = sorted[i + 1]?.block.left;
    return {
      field,
      block,
      left: block.left,
      right: next === undefined ? block.right : Math.max(block.right, next - 1),
    };
  });
}
