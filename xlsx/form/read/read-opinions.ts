import type { QuarterCellsSection } from '../../../sheets-templates/form-binding.ts';
import { isBlankWord } from '../../recognise/blank.ts';
import { datedQuarter } from '../locale/quarters.zh-CN.ts';
import { NAMING_END } from '../locale/zh-CN.ts';
import { type Block, blockCell, type FormGrid } from './form-grid.ts';
import { addChild } from './gathered.ts';
import { labelKey } from './labels.ts';
import { quarterOf, saidYear } from './quarter-names.ts';
import type { Gathered } from './read-form-types.ts';
import type { FoundSection } from './sections.ts';
import { type Header, ranges } from './table-headers.ts';

/** Reads what is said of each quarter of a section. */
export function readOpinions(
  found: FoundSection,
  section: QuarterCellsSection,
  grid: FormGrid,
  sheet: string,
  gathered: Gathered,
): void {
  const { field, yearBy } = section;
  const columns = found.beside ? fieldColumns(found, section, grid, gathered) : [];
  for (const header of found.headers) {
    const { block } = header;
    const number = quarterOf(block.text) ?? 0;
    const written = datedQuarter(block.text) === undefined ? block.text.replace(/^[^:：\n]*[:：\n]?/, '') : '';
    const said = new Map<string, Block[]>();
    for (const text of saidOf(found, header, grid)) {
      const of = columns.length === 0 ? field : columnOf(columns, text);
      if (of === undefined) continue;
      gathered.used.add(blockCell(text));
      said.set(of, [...(said.get(of) ?? []), text]);
    }
    const texts = new Map([...said].map(([key, blocks]) => [key, joined(blocks.map(({ text }) => text))]));
    const opinion = joined([written, texts.get(field) ?? '']);
    const values = { ...Object.fromEntries(texts), [field]: opinion };
    if (Object.values(values).every(isBlankWord)) continue;
    const [first = block] = [...said.values()].flat();
    if (number < 1 || number > 4)
      gathered.notes.push({ code: 'quarter.unknown', sheet, cell: blockCell(first), value: opinion });
    else
      addChild(section, gathered, {
        row: first.top,
        values: { quarter: String(number), ...saidYear(block.text, yearBy), ...withoutBlanks(values) },
        cells: {
          quarter: blockCell(block),
          [field]: blockCell(first),
          ...Object.fromEntries([...said].map(([key, [at = block]]) => [key, blockCell(at)])),
        },
        place: [number - 1, 0],
      });
  }
}

/** What is said of a quarter: below its name, as far as the section's label goes, or beside it. */
function saidOf({ label, beside, headerRow, bottom }: FoundSection, header: Header, grid: FormGrid): Block[] {
  const { block, left, right } = header;
  if (beside) return grid.row(block.top).filter((b) => b.left > block.right);
  const own = label?.block.bottom ?? 0;
  return grid
    .rows(headerRow + 1, own > headerRow ? Math.min(own, bottom) : bottom)
    .filter((b) => left <= b.left && b.left <= right);
}

/** The columns above quarters that stand below each other, when they have headers: 评定意见, 得分, 等次. */
function fieldColumns(
  { headerRow, headers, label }: FoundSection,
  { entity, field }: QuarterCellsSection,
  grid: FormGrid,
  { words, used }: Gathered,
): readonly Header[] {
  const quarters = headers[0]?.left ?? 0;
  const above = grid
    .row(headerRow - 1)
    .filter((block) => block.left >= quarters && label?.parts.includes(block) !== true);
  const known = new Map<Block, string>();
  for (const block of above) {
    const one = words(entity).find(({ words: w }) => w.matches(block.text));
    const of = one?.field ?? (NAMING_END.test(labelKey(block.text)) ? field : undefined);
    if (of !== undefined && ![...known.values()].includes(of)) known.set(block, of);
  }
  if (![...known.values()].includes(field)) return [];
  for (const block of known.keys()) used.add(blockCell(block));
  return ranges(
    known,
    above.filter((block) => !known.has(block)),
  );
}

function columnOf(columns: readonly Header[], { left }: Block): string | undefined {
  return columns.find((column) => column.left <= left && left <= column.right)?.field;
}

function joined(texts: readonly string[]): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n');
}

function withoutBlanks(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ''));
}
