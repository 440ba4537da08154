import { useCallback, useMemo, useRef, useState } from 'react';
import type { PhotoKeeper } from '../../plugin/photo/photo-keeper.ts';
import { photoRatio } from '../../plugin/photo/photo-ratio.ts';
import { planMerge } from '../../records/merge/plan.ts';
import { resolveMerge } from '../../records/merge/resolve.ts';
import type { Choice, Decisions, MergePlan, MergeResult } from '../../records/merge/types.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { Patch } from '../../records/types.ts';
import { mainTable } from '../../sheets-templates/main-table.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import { picturesPassed } from '../../xlsx/locale/zh-CN.ts';
import type { CheckedSheet } from '../../xlsx/recognise/check-workbook.ts';
import {
  ANSWERS_SETTING,
  answerFor,
  type ColumnAnswer,
  layoutOf,
  rememberedAnswers,
  withAnswer,
} from '../../xlsx/recognise/column-answers.ts';
import { sourceRows } from '../../xlsx/recognise/source-rows.ts';
import { keepPhotos } from './keep-photos.ts';
import { MERGE } from './locale.zh-CN.ts';
import { sheetsOf } from './merge-view.ts';
import { type NamedFile, readFiles } from './read-files.ts';
import type { ReadAnswer } from './read-protocol.ts';
import type { Received } from './received-files.ts';

export interface UseMergeOptions {
  readonly store: RecordStore;
  readonly loaded: LoadedPack;
  readonly photos: PhotoKeeper;
  /** Today, written with a removal: `2017-11-30`. */
  readonly today: () => string;
  /** Carries the patch out as one undo step. */
  readonly apply: (patch: Patch) => void;
}

/** People added and changed, and trainings, reviews and the like added or changed. */
export interface MergeCounts {
  readonly added: number;
  readonly changed: number;
  readonly records: number;
}

export type MergePhase =
  | { readonly kind: 'empty'; readonly message?: string }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number; readonly names: readonly string[] }
  | { readonly kind: 'review'; readonly answers: readonly ReadAnswer[]; readonly plan: MergePlan };

/** What the panel shows and does. */
export interface MergeController {
  readonly phase: MergePhase;
  readonly decisions: Decisions;
  /** The photos that were read, as data URLs, by the text that records name them by. */
  readonly pictures: ReadonlyMap<string, string>;
  /** What merging would do as decided now; `null` while nothing was read. */
  readonly result: MergeResult | null;
  /** Reads files on top of those already there; one of the same name takes the other's place. */
  read(received: Received): Promise<void>;
  /** Pictures among the files, which nobody reads. */
  readonly passed: readonly string[];
  cancel(): void;
  choose(group: string, field: string, choice: Choice): void;
  join(proposal: string): void;
  /** Takes a change over or not; `clears` as the change says. */
  take(id: string, clears: boolean, taken: boolean): void;
  remove(record: string, removed: boolean): void;
  /** What the columns of a layout are; the files that have it are read again. Kept with the project when it is merged. */
  answer(answer: ColumnAnswer): void;
  /** What the project remembers of a layout, where it was not taken over yet and says something else. */
  remembered(sheet: CheckedSheet): ColumnAnswer | undefined;
  /** Applies the patch and forgets the files; answers how many were added and changed. */
  commit(): MergeCounts | null;
  reset(): void;
}

const NOTHING: Decisions = {};
const EMPTY: MergePhase = { kind: 'empty' };

/** The merge of received files into an open project. */
export function useMerge({ store, loaded, photos, today, apply }: UseMergeOptions): MergeController {
  const { pack } = loaded;
  const [phase, setPhase] = useState<MergePhase>(EMPTY);
  const [decisions, setDecisions] = useState<Decisions>(NOTHING);
  const [passed, setPassed] = useState<readonly string[]>([]);
  const joined = useRef<ReadonlySet<string>>(new Set());
  const abort = useRef<AbortController | null>(null);
  const known = useRef<readonly ReadAnswer[]>([]);
  const files = useRef<ReadonlyMap<string, NamedFile>>(new Map());
  const answers = useRef<readonly ColumnAnswer[]>([]);
  const pictures = useRef(new Map<string, string>());
  // Rows that are mailed up are people: what belongs to somebody (a training) comes with its person.
  const entity = mainTable(pack)?.entity ?? '';
  const { settings } = store;
  const kept = useMemo(() => rememberedAnswers(settings), [settings]);

  const review = useCallback(
    (answers: readonly ReadAnswer[]): void => {
      known.current = answers;
      const sources = answers.flatMap((answer) => {
        if (!answer.result.ok) return [];
        const checked = { ...answer.result.checked, sheets: sheetsOf(answer, entity) };
        return sourceRows(answer, checked);
      });
      setPhase({ kind: 'review', answers, plan: planMerge(store, pack, entity, sources, joined.current) });
    },
    [store, pack, entity],
  );

  const read = useCallback(
    async ({ tables: some, pictures: left }: Received): Promise<void> => {
      setPassed((before) => [...new Set([...before, ...left])]);
      if (some.length === 0) {
        const message = left.length === 0 ? MERGE.noneFound : `${MERGE.noneFound}${picturesPassed(left)}`;
        if (known.current.length === 0) setPhase({ kind: 'empty', message });
        return;
      }
      abort.current?.abort();
      const controller = new AbortController();
      abort.current = controller;
      files.current = new Map([...files.current, ...some.map((file) => [file.name, file] as const)]);
      const read = await readFiles(some, {
        pack,
        settings: store.settings,
        answers: answers.current,
        signal: controller.signal,
        onProgress: (done, names) => {
          if (abort.current === controller) setPhase({ kind: 'reading', done, total: some.length, names });
        },
      });
      const ratio = (of: string, field: string): number => photoRatio(loaded, of, field);
      const places = { photos, ratio, pictures: pictures.current, signal: controller.signal };
      const kept = read === null ? null : await keepPhotos(read, places);
      if (abort.current !== controller) return;
      abort.current = null;
      if (kept === null) {
        if (known.current.length > 0) review(known.current);
        else setPhase({ kind: 'empty', message: MERGE.cancelled });
        return;
      }
      const fresh = new Set(kept.map(({ file }) => file));
      review([...known.current.filter(({ file }) => !fresh.has(file)), ...kept]);
    },
    [store, loaded, pack, photos, review],
  );

  const result = useMemo(
    () => (phase.kind === 'review' ? resolveMerge(store, phase.plan, decisions) : null),
    [store, phase, decisions],
  );

  const reset = useCallback((): void => {
    abort.current?.abort();
    abort.current = null;
    known.current = [];
    joined.current = new Set();
    files.current = new Map();
    answers.current = [];
    setDecisions(NOTHING);
    setPassed([]);
    setPhase(EMPTY);
  }, []);

  return {
    phase,
    decisions,
    pictures: pictures.current,
    result,
    passed,
    read,
    reset,
    cancel: () => abort.current?.abort(),
    choose: (group, field, choice) => setDecisions((now) => settled(now, group, field, choice)),
    join: (proposal) => {
      joined.current = new Set([...joined.current, proposal]);
      review(known.current);
    },
    take: (id, clears, taken) =>
      setDecisions((now) =>
        clears
          ? { ...now, clear: toggled(now.clear, id, taken) }
          : { ...now, refuseFields: toggled(now.refuseFields, id, !taken) },
      ),
    remove: (record, removed) =>
      setDecisions((now) => ({
        ...now,
        remove: toggled(now.remove, record, removed),
        removal: { date: today(), reason: MERGE.removalReason },
      })),
    answer: (answer) => {
      answers.current = withAnswer(answers.current, answer);
      const same = known.current.filter((one) =>
        sheetsOf(one, entity).some((s) => layoutOf(s.columns) === answer.layout),
      );
      void read({ tables: same.flatMap(({ file }) => files.current.get(file) ?? []), pictures: [] });
    },
    remembered: (sheet) => {
      const layout = layoutOf(sheet.columns);
      return answers.current.some((one) => one.layout === layout) ? undefined : answerFor(kept, sheet.columns);
    },
    commit: () => {
      if (result === null) return null;
      const count = (kind: string): number => result.outcomes.filter((outcome) => outcome.kind === kind).length;
      const records = [...result.children.values()].filter((kind) => kind === 'added' || kind === 'changed').length;
      const counts = { added: count('added'), changed: count('changed'), records };
      apply([...result.patch, ...remembering(store, answers.current)]);
      reset();
      return counts;
    },
  };
}

/** The answers given this time go into the project together with what was merged. */
function remembering(store: RecordStore, answers: readonly ColumnAnswer[]): Patch {
  if (answers.length === 0) return [];
  const all = answers.reduce(withAnswer, rememberedAnswers(store.settings));
  const plain = all.map(({ layout, fields }) => ({ layout, fields: [...fields] }));
  return [{ op: 'settings', set: { [ANSWERS_SETTING]: plain } }];
}

function settled(now: Decisions, group: string, field: string, choice: Choice): Decisions {
  const own = new Map(now.settle?.get(group) ?? []);
  own.set(field, choice);
  return { ...now, settle: new Map([...(now.settle ?? []), [group, own]]) };
}

function toggled(set: ReadonlySet<string> | undefined, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}
