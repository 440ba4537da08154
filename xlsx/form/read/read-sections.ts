import type { FormSection } from '../../../sheets-templates/form-binding.ts';
import { isBlankWord } from '../../recognise/blank.ts';
import { type Block, blockCell, type FormGrid } from './form-grid.ts';
import { LabelWords, labelKey } from './labels.ts';
import type { Gathered } from './read-form-types.ts';
import { type FoundSection, type Header, QUARTER, quarterOf } from './sections.ts';
import { splitStacked } from './stacked.ts';
import { valueRight } from './values.ts';

/** Reads the records of one section into `gathered`. */
export function readSection(found: FoundSection, grid: FormGrid, sheet: string, gathered: Gathered): void {
  const { section, label } = found;
  if (label !== undefined) gathered.used.add(blockCell(label));
  for (const { block } of found.headers) gathered.used.add(blockCell(block));
  switch (section.kind) {
    case 'lines':
      readLines(found, grid, gathered);
      break;
    case 'quarterLines':
      readQuarterLines(found, grid, sheet, gathered);
      break;
    case 'quarterCells':
      readQuarterCells(found, section.field, grid, sheet, gathered);
      break;
    case 'value': {
      if (label === undefined) return;
      const words = new LabelWords(section.label);
      const value = words.inline(label.text) ?? valueRight(grid, label, () => false, gathered.used);
      const at = grid.row(label.top).find((block) => block.left > label.right) ?? label;
      if (value !== undefined)
        addChild(section, gathered, {
          row: label.top,
          values: { [section.field]: value },
          cells: { [section.field]: blockCell(at) },
          place: [0, 0],
        });
    }
  }
}

function readLines(found: FoundSection, grid: FormGrid, gathered: Gathered): void {
  for (let row = found.headerRow + 1; row <= found.bottom; row++) {
    const values = lineValues(found.headers, grid.row(row), gathered.used);
    if (values === undefined || Object.values(values).every(isBlankWord)) continue;
    addChild(found.section, gathered, {
      row,
      values: trimmedValues(values),
      cells: lineCells(found.headers, row),
      place: [row - found.headerRow - 1, 0],
    });
  }
}

function readQuarterLines(found: FoundSection, grid: FormGrid, sheet: string, gathered: Gathered): void {
  let quarter: string | undefined;
  for (let row = found.headerRow + 1; row <= found.bottom; row++) {
    const line = lineValues(found.headers, grid.row(row), gathered.used);
    if (line === undefined) continue;
    const { [QUARTER]: said = '', ...values } = line;
    if (said !== '') quarter = quarterText(said);
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
        values: { [QUARTER]: quarter ?? '', ...trimmedValues(record) },
        cells: lineCells(found.headers, row),
        place: [Number(quarter) - 1, nth],
      });
    });
  }
}

function readQuarterCells(found: FoundSection, field: string, grid: FormGrid, sheet: string, gathered: Gathered): void {
  const { label } = found;
  const bottom = label !== undefined && label.bottom > found.headerRow ? label.bottom : found.bottom;
  for (const { block, left, right } of found.headers) {
    const number = quarterOf(block.text) ?? 0;
    const written =
      quarterOf(block.text.split(/[:：\n]/)[0] ?? '') === undefined ? '' : block.text.replace(/^[^:：\n]*[:：\n]?/, '');
    const below = grid
      .rows(found.headerRow + 1, Math.min(bottom, found.bottom))
      .filter((b) => left <= b.left && b.left <= right);
    for (const text of below) gathered.used.add(blockCell(text));
    const opinion = [written, ...below.map((b) => b.text)]
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .join('\n');
    if (isBlankWord(opinion)) continue;
    const first = below[0] ?? block;
    if (number < 1 || number > 4)
      gathered.notes.push({ code: 'quarter.unknown', sheet, cell: blockCell(first), value: opinion });
    else
      addChild(found.section, gathered, {
        row: first.top,
        values: { [QUARTER]: String(number), [field]: opinion },
        cells: { [QUARTER]: blockCell(block), [field]: blockCell(first) },
        place: [number - 1, 0],
      });
  }
}

/** The texts of a line by field; undefined for a blank line and for the header printed once more. */
function lineValues(
  headers: readonly Header[],
  blocks: readonly Block[],
  used: Set<string>,
): Record<string, string> | undefined {
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

/** `第三季度`, or a month of it: `2017.8`. */
function quarterText(text: string): string | undefined {
  const month = Number(/[12][0-9]{3}[^0-9]{1,2}([0-9]{1,2})(?![0-9])/.exec(text)?.[1] ?? 0);
  const number = quarterOf(text) ?? (month >= 1 && month <= 12 ? Math.ceil(month / 3) : 0);
  return number >= 1 && number <= 4 ? String(number) : undefined;
}

function cellAt(headers: readonly Header[], row: number): string {
  const [first] = headers;
  return first === undefined ? `A${row}` : blockCell({ ...first.block, top: row });
}

interface FoundChild {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, string>>;
  /** Line of the section, and which record of that line; both from 0. */
  readonly place: readonly [line: number, nth: number];
}

function addChild(section: FormSection, gathered: Gathered, { row, values, cells, place }: FoundChild): void {
  const list = gathered.children[section.entity] ?? [];
  gathered.children[section.entity] = list;
  const id = gathered.ids(section.key, ...place);
  list.push({ row, values: { ...section.where, ...values }, cells, ...(id === undefined ? {} : { id }) });
}

/** Where the columns of a line stand. */
function lineCells(headers: readonly Header[], row: number): Record<string, string> {
  return Object.fromEntries(headers.map(({ field, block }) => [field, blockCell({ ...block, top: row })]));
}

function trimmedValues(values: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(values).map(([key, text]) => [key, text.trim()] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}
