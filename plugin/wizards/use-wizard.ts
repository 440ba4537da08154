import { ICommandService, type IUndoRedoItem, IUndoRedoService, type Nullable, UndoCommand } from '@univerjs/core';
import { useDependency } from '@univerjs/ui';
import { useEffect, useMemo, useState } from 'react';
import { type FinishError, finishWizard } from '../../records/wizard/finish.ts';
import { nextPage, previousPage } from '../../records/wizard/navigate.ts';
import { type Notice, type NoticeError, noticeOf } from '../../records/wizard/notice.ts';
import { type WizardState, withPlace } from '../../records/wizard/state.ts';
import { WizardRun } from '../../records/wizard/wizard-run.ts';
import { BindingService } from '../binding/binding.service.ts';
import type { Workbench } from '../binding/workbench.ts';
import { useEditable } from '../guard/use-editable.ts';
import { type RecordsNow, useRecords } from '../panels/use-records.ts';
import { WIZARD } from './locale.zh-CN.ts';
import { WizardService } from './wizard.service.ts';

/** What stands in the way of the end, or came of it. */
export type Outcome =
  | { readonly kind: 'wrong'; readonly error: FinishError | NoticeError }
  | { readonly kind: 'ask'; readonly errors: number }
  | {
      readonly kind: 'saved';
      readonly text: string;
      /** What its undoing would be: the button is for nothing else. */
      readonly step: Nullable<IUndoRedoItem>;
      /** What had been filled in, which an undo gives back. */
      readonly before: WizardState;
    };

/** A wizard in a panel: where it is, and what one does in it. */
export interface WizardControl {
  readonly run: WizardRun;
  readonly state: WizardState;
  readonly outcome: Outcome | null;
  readonly notice: Notice | null;
  /** Whether it goes on where it was stopped. */
  readonly resumed: boolean;
  /** Nothing was answered yet. */
  readonly pristine: boolean;
  /** The records as of their last change. */
  readonly records: RecordsNow;
  /** Grows with every finish. */
  readonly round: number;
  /** It can be looked through, but not be finished. */
  readonly readOnly: boolean;
  /** Whether what was saved last is what an undo would take back now, or was taken back. */
  readonly stands: 'last' | 'undone' | 'older';
  set(state: WizardState): void;
  /** Notes the field that has the cursor, by its place on the page. */
  note(place: number): void;
  next(): void;
  back(): void;
  finish(options?: { readonly anyway?: boolean; readonly leaveOut?: boolean }): void;
  restart(): void;
  undo(): void;
  closeNotice(): void;
}

const isPristine = ({ typed, people, step }: WizardState): boolean =>
  Object.keys(typed).length === 0 && people.length === 0 && step === 0;

/** Runs the wizard of this id over a workbook's records; its state is kept with the project at every step. */
export function useWizard(bench: Workbench, id: string): WizardControl | null {
  const wizards = useDependency(WizardService);
  const binding = useDependency(BindingService);
  const commands = useDependency(ICommandService);
  const history = useDependency(IUndoRedoService);
  const records = useRecords(bench);
  const readOnly = !useEditable(bench.unitId);
  const { pack } = bench.loaded;
  const run = useMemo(() => {
    const definition = pack.wizards.find((wizard) => wizard.id === id);
    return definition ? new WizardRun(pack, bench.store, definition) : null;
  }, [pack, bench.store, id]);
  const [state, setState] = useState<WizardState | null>(() => wizards.stopped(id) ?? run?.begin() ?? null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [round, setRound] = useState(0);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [resumed, setResumed] = useState(() => wizards.stopped(id) !== undefined);
  useEffect(() => {
    if (state) wizards.note(id, isPristine(state) ? null : state);
  }, [wizards, id, state]);
  if (!run || !state || !records) return null;

  const set = (next: WizardState): void => {
    setState(next);
    setOutcome(null);
  };
  const finish: WizardControl['finish'] = ({ anyway = false, leaveOut = false } = {}) => {
    if (readOnly) return;
    const end = finishWizard(run, state, leaveOut);
    if (!end.ok) {
      setOutcome({ kind: 'wrong', error: end.error });
      if (end.error.code === 'shared') setState({ ...state, step: end.error.step });
      return;
    }
    const spec = run.definition.notice;
    const made = spec ? noticeOf(pack, run, { ...state, people: end.value.people.slice() }, spec) : null;
    if (made && !made.ok) {
      setOutcome({ kind: 'wrong', error: made.error });
      return;
    }
    const { patch, people, skipped, issues, rest } = end.value;
    const errors = issues.filter(({ severity }) => severity === 'error').length;
    if (errors > 0 && !anyway) {
      setOutcome({ kind: 'ask', errors });
      return;
    }
    binding.apply(bench.unitId, patch);
    setState(rest);
    setRound(round + 1);
    setResumed(false);
    setNotice(made ? made.notice : null);
    const text = savedText(run, people, skipped.length, rest.people.length);
    const step = history.pitchTopUndoElement();
    setOutcome({ kind: 'saved', text, step, before: state });
  };
  const saved = outcome?.kind === 'saved' && outcome.step ? outcome : null;
  const isLast = saved !== null && history.pitchTopUndoElement() === saved.step;
  const isUndone = saved !== null && history.pitchTopRedoElement() === saved.step;
  const undo = (): void => {
    void commands.executeCommand(UndoCommand.id);
    if (!saved || !isLast) return;
    set(saved.before);
    setNotice(null);
    setRound(round + 1);
  };
  return {
    run,
    state,
    outcome,
    notice,
    resumed,
    pristine: isPristine(state),
    records,
    round,
    readOnly,
    stands: isLast ? 'last' : isUndone ? 'undone' : 'older',
    set,
    note: (place) => setState((now) => (now && place >= 0 ? withPlace(now, place) : now)),
    next: () => {
      const page = nextPage(run, state);
      if (page) set(page);
      else finish({ anyway: outcome?.kind === 'ask' });
    },
    back: () => {
      const page = previousPage(run, state);
      if (page) set(page);
    },
    finish,
    restart: () => {
      set(run.begin());
      setResumed(false);
    },
    undo,
    closeNotice: () => setNotice(null),
  };
}

function savedText({ store, definition }: WizardRun, people: readonly string[], skipped: number, kept: number): string {
  const [only] = people;
  const said =
    definition.people === 'new' && only !== undefined
      ? WIZARD.savedOne(store.text('person', only, 'name'), store.text('person', only, 'village'))
      : WIZARD.saved(definition.label, people.length);
  return [said, skipped > 0 ? WIZARD.skipped(skipped) : '', kept > 0 ? WIZARD.kept(kept) : ''].join('');
}
