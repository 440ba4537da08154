import { fill, TEXTS } from '../locale/zh-CN.ts';
import type { ExportResult } from './types.ts';

export interface SummaryFacts {
  readonly unit: string;
  readonly template: string;
  /** `2017-11-30` */
  readonly asOf: string;
  /** The rows are lines of a ledger, not people. */
  readonly lines?: boolean;
  /** The mask's label; left out when nothing is masked. */
  readonly mask?: string;
  readonly result: Pick<ExportResult, 'fileName' | 'rows' | 'errors' | 'warnings' | 'leftOut'>;
}

/** The text to paste into the mail that carries the exported file. */
export function mailSummary({ unit, template, asOf, lines = false, mask, result }: SummaryFacts): string {
  const { errors, warnings, rows, fileName, leftOut } = result;
  const t = TEXTS.summary;
  const verdict =
    errors > 0 ? (warnings > 0 ? t.failedWarnings : t.failed) : warnings > 0 ? t.passedWarnings : t.passed;
  return [
    fill(t.greeting, { unit, template }),
    '',
    fill(t.unit, { unit }),
    fill(lines ? t.lines : t.people, { n: rows }),
    fill(t.asOf, { date: asOf }),
    fill(verdict, { errors, warnings }),
    ...(mask === undefined ? [] : [fill(t.mask, { mask })]),
    fill(t.file, { file: fileName }),
    ...(leftOut.length > 0 ? [fill(t.leftOut, { items: leftOut.join('、') })] : []),
  ].join('\n');
}
