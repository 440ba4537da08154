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
  readonly label: string;
  readonly fileName: string;
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  /** What the rows are: people, or lines of a ledger. */
  readonly counted?: 'people' | 'lines';
}

/** What the rows of a template's table are: lines where they belong to somebody, people else. */
export function rowsAre({ pack }: LoadedPack, entity: string): 'people' | 'lines' {
  return pack.entities.find(({ key }) => key === entity)?.parent === undefined ? 'people' : 'lines';
}

/** The summary to paste into the mail, one fact per line. */
export function mailSummary(settings: Pick<Settings, 'unit' | 'asOf'>, facts: SummaryFacts): string {
  return [
    `${words.unit}：${settings.unit}`,
    `${words.table}：${facts.label}`,
    `${words[facts.counted ?? 'people']}：${facts.rows}`,
    `${words.asOf}：${settings.asOf}`,
    `${words.result}：${verdict(facts.errors, facts.warnings)}`,
    `${words.file}：${facts.fileName}`,
  ].join('\n');
}

/** `通过`, or how many mistakes stand in the way. */
export function verdict(errors: number, warnings: number): string {
  if (errors > 0) return words.failed(errors, warnings);
  return warnings > 0 ? words.passedWith(warnings) : words.passed;
}
