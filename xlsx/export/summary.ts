import type { Settings } from '../../records/types.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import { summaryWords as words } from './locale/zh-CN.ts';

/**
 * The name under which a table is mailed: `南城镇党委-村级后备干部名册-20171130.xlsx`. Characters that Windows refuses in
 * names become `_`; a project without a unit leaves that piece out.
 */
export function officialFileName(settings: Pick<Settings, 'unit' | 'asOf'>, label: string, extension = 'xlsx'): string {
  const pieces = [settings.unit, label, settings.asOf.replaceAll('-', '')]
    .map(safeName)
    .filter((piece) => piece !== '');
  return `${pieces.join('-')}.${extension}`;
}

/** A piece of a file name without what Windows, macOS or a shell would stumble over; at most 80 characters. */
export function safeName(text: string): string {
  const plain = [...text.normalize('NFC')].map((c) => (c < ' ' || '\\/:*?"<>|'.includes(c) ? '_' : c));
  return plain
    .slice(0, 80)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '');
}

export interface SummaryFacts {
  /** The table's label, `村级后备干部名册`. */
  readonly label: string;
  readonly fileName: string;
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  /** What the rows are: people, or lines of a ledger. */
  readonly counted?: 'people' | 'lines';
  /** The mask's label; left out when nothing is masked. */
  readonly mask?: string;
  /** What the official table has no place for, as phrases: `3 处批注`. */
  readonly leftOut?: readonly string[];
}

/** What the rows of a template's table are: lines where they belong to somebody, people else. */
export function rowsAre({ pack }: LoadedPack, entity: string): 'people' | 'lines' {
  return pack.entities.find(({ key }) => key === entity)?.parent === undefined ? 'people' : 'lines';
}

/** The text to paste into the mail that carries the exported file, one fact per line. */
export function mailSummary({ unit, asOf }: Pick<Settings, 'unit' | 'asOf'>, facts: SummaryFacts): string {
  const { label, fileName, rows, errors, warnings, counted = 'people', mask, leftOut = [] } = facts;
  return [
    words.greeting(unit, label),
    '',
    words.unit(unit),
    words[counted](rows),
    words.asOf(asOf),
    verdict(errors, warnings),
    ...(mask === undefined ? [] : [words.mask(mask)]),
    words.file(fileName),
    ...(leftOut.length > 0 ? [words.leftOut(leftOut)] : []),
  ].join('\n');
}

/** Passed, or how many mistakes stand in the way; warnings are never hidden. */
function verdict(errors: number, warnings: number): string {
  if (errors > 0) return warnings > 0 ? words.failedWith(errors, warnings) : words.failed(errors);
  return warnings > 0 ? words.passedWith(warnings) : words.passed;
}
