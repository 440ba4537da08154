import { isBlankWord } from '../../recognise/blank.ts';
import { quarterOfMonths } from '../locale/quarters.zh-CN.ts';
import { SERIAL } from '../locale/zh-CN.ts';
import { type Block, blockCell, type FormGrid } from './form-grid.ts';
import { addChild } from './gathered.ts';
import { LabelWords, labelKey } from './labels.ts';
import { quarterOf, saidYear } from './quarter-names.ts';
import type { Gathered } from './read-form-types.ts';
import { readOpinions } from './read-opinions.ts';
import { spansAll } from './section-end.ts';
import type { FoundSection } from './sections.ts';
import { splitStacked } from './stacked.ts';
import { type Header, QUARTER } from './table-headers.ts';
import { valueRight } from './values.ts';

/** Reads the records of one section, or a piece of it, into `gathered`. */
export function readSection(found: FoundSection, grid: FormGrid, sheet: string, gathered: Gathered): void {
  const { section, label } = found;
  for (const part of label?.parts ?? []) gathered.used.add(blockCell(part));
  for (const { block } of found.headers) gathered.used.add(blockCell(block));
  countLines(found, grid, gathered.used);
  switch (section.kind) {
    case 'lines':
      readLines(found, grid, gathered);
      break;
    case 'quarterLines':
      readQuarterLines(found, section.yearBy, grid, sheet, gathered);
      break;
    case 'quarterCells':
      readOpinions(found, section, grid, sheet, gathered);
      break;
    case 'value': {
      if (label === undefined) return;
      const value = resultOf(found, new LabelWords(section.label), grid, gathered.used);
      if (value !== undefined)
        addChild(section, gathered, {
          row: value.block.top,
          values: { [section.field]: value.text },
          cells: { [section.field]: blockCell(value.block) },
          place: [0, 0],
        });
    }
  }
}

/** The one value of a section: in its label's cell, to its right, or, below a label that is a line of its own, under it. */
function resultOf(
  { label, bottom }: FoundSection,
  words: LabelWords,
  grid: FormGrid,
  used: Set<string>,
): { readonly text: string; readonly block: Block } | undefined {
  const block = label?.block;
  if (block === undefined) return undefined;
  const inline = words.inline(block.text);
  if (inline !== undefined) return { text: inline, block };
  const right = grid.row(block.top).find(({ left }) => left > block.right);
  const beside = valueRight(grid, block, () => false, used);
  if (right !== undefined && beside !== undefined) return { text: beside, block: right };
  const [below, ...more] = grid.row(block.top).length > 1 ? [] : grid.row(block.bottom + 1);
  if (below === undefined || more.length > 0 || below.top > bottom) return undefined;
  used.add(blockCell(below));
  return { text: below.text.trim(), block: below };
}

/** A column that only counts the lines says nothing. */
function countLines({ others, headerRow, bottom }: FoundSection, grid: FormGrid, used: Set<string>): void {
  for (const header of others) {
    if (!SERIAL.test(labelKey(header.text))) continue;
    used.add(blockCell(header));
    for (const block of grid.rows(headerRow + 1, bottom))
      if (block.left === header.left && /^\s*[0-9]+\s*$/.test(block.text)) used.add(blockCell(block));
  }
}

function readLines(found: FoundSection, grid: FormGrid, gathered: Gathered): void {
  for (let row = found.headerRow + 1; row <= found.bottom; row++) {
    const values = lineValues(found, grid.row(row), gathered.used);
    if (values === undefined || Object.values(values).every(isBlankWord)) continue;
    addChild(found.section, gathered, {
      row,
      values: trimmedValues(values),
      cells: lineCells(found.headers, row),
      place: [row - found.headerRow - 1, 0],
    });
  }
}

function readQuarterLines(
  found: FoundSection,
  yearBy: string,
  grid: FormGrid,
  sheet: string,
  gathered: Gathered,
): void {
  let quarter: string | undefined;
  let year: Readonly<Record<string, string>> = {};
  for (let row = found.headerRow + 1; row <= found.bottom; row++) {
    const line = lineValues(found, grid.row(row), gathered.used);
    if (line === undefined) continue;
    const { [QUARTER]: said = '', ...values } = line;
    if (said !== '') {
      quarter = quarterText(said);
      year = saidYear(said, yearBy);
    }
    if (Object.values(values).every(isBlankWord)) continue;
    if (quarter === undefined) {
      const value = Object.values(line)
        .filter((text) => text !== '')
        .join(' ');
      gathered.notes.push({ code: 'quarter.unknown', sheet, cell: cellAt(found.headers, row), value });
      continue;
    }
    const mentor = found.headers.find((header) => header.field !== QUARTER)?.field ?? '';
    splitStacked(values, mentor).forEach((record, nth) => {
      addChild(found.section, gathered, {
        row,
        values: { [QUARTER]: quarter ?? '', ...year, ...trimmedValues(record) },
        cells: lineCells(found.headers, row),
        place: [Number(quarter) - 1, nth],
      });
    });
  }
}

/** The texts of a line by field; undefined for a blank line and for the header printed once more. */
function lineValues(
  found: FoundSection,
  blocks: readonly Block[],
  used: Set<string>,
): Record<string, string> | undefined {
  const { headers } = found;
  // A text across all columns belongs to none.
  if (blocks.some((block) => !isBlankWord(block.text) && spansAll(block, found))) return undefined;
  const values: Record<string, string> = {};
  let repeated = 0;
  for (const { field, block, left, right } of headers) {
    const cells = blocks.filter((cell) => left <= cell.left && cell.left <= right);
    if (cells.length === 0) continue;
    if (cells.length === 1 && labelKey(cells[0]?.text ?? '') === labelKey(block.text)) repeated++;
    values[field] = cells.map((cell) => cell.text).join(' ');
    for (const cell of cells) used.add(blockCell(cell));
  }
  if (Object.keys(values).length === 0 || (repeated >= 2 && repeated === Object.keys(values).length)) return undefined;
  return values;
}

/** `第三季度`, or the months of it: `2017.8`. */
function quarterText(text: string): string | undefined {
  const number = quarterOf(text) ?? quarterOfMonths(text) ?? 0;
  return number >= 1 && number <= 4 ? String(number) : undefined;
}

function cellAt(headers: readonly Header[], row: number): string {
  const [first] = headers;
  return first === undefined ? `A${row}` : blockCell({ ...first.block, top: row });
}

/** Where the columns of a line stand. */
function lineCells(headers: readonly Header[], row: number): Record<string, string> {
  return Object.fromEntries(headers.map(({ field, block }) => [field, blockCell({ ...block, top: row })]));
}

function trimmedValues(values: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(values).map(([key, text]) => [key, text.trim()] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}
