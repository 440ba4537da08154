import { changesOf } from '../../records/merge/changes.ts';
import { type Choice, type Decisions, fieldKey, type MergePlan, type MergeResult } from '../../records/merge/types.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import { textOf } from '../../records/value.ts';
import { LEFT_OUT, READ_ERRORS } from '../../xlsx/locale/zh-CN.ts';
import { type FileCounts, fileCounts } from '../../xlsx/problems/file-counts.ts';
import type { CheckedSheet } from '../../xlsx/recognise/check-workbook.ts';
import { linePlace } from '../../xlsx/recognise/line-place.ts';
import { type Normalised, normalisedCells } from '../../xlsx/recognise/normalised.ts';
import { passedMessage } from '../../xlsx/recognise/passed-sheets.ts';
import { childChangeItems, childConflicts } from './child-items.ts';
import { LEFT_OUT_PERSON, MERGE } from './locale.zh-CN.ts';
import type { ReadAnswer } from './read-protocol.ts';

/** One received file in the panel's table. */
export interface FileLine extends FileCounts {
  readonly file: string;
  /** Why it was not read. */
  readonly error: string | undefined;
  readonly normalised: readonly Normalised[];
  readonly sheets: readonly CheckedSheet[];
}

/** One field that two senders fill differently. */
export interface ConflictItem {
  readonly id: string;
  readonly group: string;
  readonly field: string;
  readonly label: string;
  readonly name: string;
  readonly idNumber: string;
  readonly villages: readonly string[];
  readonly sides: readonly {
    readonly value: string;
    readonly file: string;
    /** 第 7 行 */
    readonly place: string;
    readonly date: string;
  }[];
  readonly choice: Choice | undefined;
}

/** One field in which what was sent differs from the project. */
export interface ChangeItem {
  readonly id: string;
  readonly clears: boolean;
  readonly name: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly taken: boolean;
}

export interface LeftOutItem {
  readonly file: string;
  readonly sheet: string;
  readonly place: string;
  readonly reason: string;
  readonly text: string;
}

/** The sheets of a file that hold the entity that is merged. */
export function sheetsOf(answer: ReadAnswer, entity: string): readonly CheckedSheet[] {
  return answer.result.ok ? answer.result.checked.sheets.filter((sheet) => sheet.entity === entity) : [];
}

export function fileLines(answers: readonly ReadAnswer[], plan: MergePlan, result: MergeResult): FileLine[] {
  const counts = fileCounts(plan, result);
  return answers.map((answer) => {
    const sheets = sheetsOf(answer, plan.entity);
    return {
      file: answer.file,
      error: fileError(answer, sheets),
      ...counts(answer.file, sheets),
      normalised: sheets.flatMap(normalisedCells),
      sheets,
    };
  });
}

/** Why nobody of a file comes into the result; `sheets` are those that hold the entity. */
export function fileError({ result }: ReadAnswer, sheets: readonly CheckedSheet[]): string | undefined {
  if (result.ok) return sheets.length === 0 ? MERGE.otherPack : undefined;
  const { code } = result.error;
  return code === 'unreadable' ? MERGE.unreadable : READ_ERRORS[code];
}

/** A field's label; a sender's own column by its header. */
export function labelsOf({ pack, entity }: MergePlan): (key: string) => string {
  const fields = pack.entities.find(({ key }) => key === entity)?.fields ?? [];
  const labels = new Map(fields.map(({ key, label }) => [key, label]));
  return (key) => labels.get(key) ?? key.replace(/^extra:/, '');
}

export function conflictItems(plan: MergePlan, decisions: Decisions): ConflictItem[] {
  return [...personConflicts(plan, decisions), ...childConflicts(plan, decisions)];
}

function personConflicts(plan: MergePlan, decisions: Decisions): ConflictItem[] {
  const labels = labelsOf(plan);
  return plan.groups.flatMap((group) =>
    group.conflicts.map(({ field, sides }): ConflictItem => {
      const record = plan.sources[group.rows[0] ?? -1]?.record;
      return {
        id: fieldKey(group.key, field),
        group: group.key,
        field,
        label: labels(field),
        name: textOf(record?.name),
        idNumber: textOf(record?.idNumber),
        villages: group.villages,
        sides: sides.map(({ value, rows: [first] }) => {
          const source = plan.sources[first ?? -1];
          return {
            value,
            file: source?.file ?? '',
            place: source === undefined ? '' : linePlace(source),
            date: source?.date ?? '',
          };
        }),
        choice: decisions.settle?.get(group.key)?.get(field),
      };
    }),
  );
}

/** What would change in the project's records; conflicts that are open are not among them. */
export function changeItems(store: RecordStore, plan: MergePlan, decisions: Decisions): ChangeItem[] {
  return [...personChanges(store, plan, decisions), ...childChangeItems(store, plan, decisions)];
}

function personChanges(store: RecordStore, plan: MergePlan, decisions: Decisions): ChangeItem[] {
  const labels = labelsOf(plan);
  return plan.groups.flatMap((group) => {
    const [variant, ...others] = group.variants;
    const [id] = group.existing;
    const current = id === undefined ? undefined : store.get(plan.entity, id);
    if (variant === undefined || others.length > 0 || current === undefined) return [];
    return changesOf(variant, current).map(({ field, from, to, clears }): ChangeItem => {
      const key = fieldKey(group.key, field);
      const taken = clears ? decisions.clear?.has(key) === true : decisions.refuseFields?.has(key) !== true;
      return { id: key, clears, name: textOf(current.name), label: labels(field), from, to, taken };
    });
  });
}

/** Every row that stands for nobody in the result, with its reason. */
export function leftOutItems(answers: readonly ReadAnswer[], plan: MergePlan, result: MergeResult): LeftOutItem[] {
  const people = result.outcomes.flatMap((outcome, at): LeftOutItem[] => {
    const source = plan.sources[at];
    if (source === undefined || 'conflict' in outcome) return [];
    const { file, sheet, record } = source;
    const of = outcome.of === null ? undefined : plan.sources[outcome.of];
    const reason =
      of === undefined
        ? LEFT_OUT_PERSON[outcome.kind]
        : `${LEFT_OUT_PERSON[outcome.kind]}（${of.file} ${linePlace(of)}）`;
    return [
      { file, sheet, place: linePlace(source), reason, text: [record.village, record.name].map(textOf).join(' ') },
    ];
  });
  const others = answers.flatMap((answer) =>
    sheetsOf(answer, plan.entity).flatMap(({ sheet, leftOut, transposed }) =>
      leftOut.map(({ row, reason, text }) => ({
        file: answer.file,
        sheet,
        place: linePlace({ row, transposed }),
        reason: LEFT_OUT[reason],
        text,
      })),
    ),
  );
  return [...people, ...others, ...answers.flatMap(hiddenItems)];
}

/** Hidden sheets with people on them: whoever sent them may have meant them. */
function hiddenItems({ file, result }: ReadAnswer): LeftOutItem[] {
  const passed = result.ok ? result.checked.others.filter(({ people }) => people > 0) : [];
  return passed.map(({ sheet, people }) => {
    return { file, sheet, place: '', reason: passedMessage({ sheet, people }), text: '' };
  });
}
