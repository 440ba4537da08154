import { textOf } from '../../records/value.ts';
import { LEFT_OUT } from '../locale/zh-CN.ts';
import { linePlace } from '../recognise/line-place.ts';
import { passedMessage } from '../recognise/passed-sheets.ts';
import { LEFT_OUT_PERSON, WHOLE_SHEET } from './locale/zh-CN.ts';
import type { MergeRun } from './merge-run.ts';

/** `person`: the row is somebody's; else it is a title, a total, a note. `of`: who speaks for the person. */
export interface LeftOutReport {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  /** The row as it is said: 第 7 行; 第 C 列 of a table on its side. */
  readonly place: string;
  readonly person: boolean;
  readonly reason: string;
  readonly message: string;
  readonly text: string;
  readonly of?: string;
}

export interface AbsentReport {
  readonly township: string;
  readonly village: string;
  readonly name: string;
  readonly idNumber: string;
}

/** Every row that stands for nobody in the result, with its reason; last the sheets that were not read. */
export function leftOutRows(run: MergeRun): LeftOutReport[] {
  const { plan, result, gathered } = run;
  const rows: LeftOutReport[] = [];
  for (const [at, outcome] of result.outcomes.entries()) {
    const source = plan.sources[at];
    if (source === undefined || 'conflict' in outcome) continue;
    const of = outcome.of === null ? undefined : placeName(run, outcome.of);
    const { file, sheet, row, record } = source;
    const message = LEFT_OUT_PERSON[outcome.kind](of ?? '');
    const text = [record.village, record.name, record.idNumber].map(textOf).join(' ');
    rows.push({
      file,
      sheet,
      row,
      place: linePlace(source),
      person: true,
      reason: outcome.kind,
      message,
      text,
      ...(of === undefined ? {} : { of }),
    });
  }
  for (const [file, sheets] of gathered.sheets)
    for (const { sheet, leftOut: others, transposed } of sheets)
      for (const { row, reason, text } of others) {
        const place = linePlace({ row, transposed });
        rows.push({ file, sheet, row, place, person: false, reason, message: LEFT_OUT[reason], text });
      }
  for (const [file, passed] of gathered.passed)
    for (const { sheet, people } of passed) {
      const reason = people > 0 ? 'hiddenSheet' : 'otherSheet';
      const message = passedMessage({ sheet, people });
      rows.push({ file, sheet, row: 1, place: WHOLE_SHEET, person: false, reason, message, text: '' });
    }
  return rows;
}

/** People of the project whom the files of their village do not name. */
export function absentPeople({ plan, store }: MergeRun): AbsentReport[] {
  return plan.absent.map((id) => {
    const record = store.get(plan.entity, id);
    const text = (key: string): string => textOf(record?.[key]);
    return { township: text('township'), village: text('village'), name: text('name'), idNumber: text('idNumber') };
  });
}

/** `甲.xlsx 名册 第 7 行` */
export function placeName({ plan }: MergeRun, at: number): string {
  const source = plan.sources[at];
  return source === undefined ? '' : `${source.file} ${source.sheet} ${linePlace(source)}`;
}
