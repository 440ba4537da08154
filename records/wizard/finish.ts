import { isInForce } from '../in-force.ts';
import type { Issue, Patch } from '../types.ts';
import { textOf } from '../value.ts';
import { type Draft, judge } from './drafts.ts';
import { eachKey, isPersonal, ONCE } from './slots.ts';
import { beginWizard, type WizardState } from './state.ts';
import type { WizardRun } from './wizard-run.ts';

/**
 * Why a wizard cannot be finished. `nobody`: nobody was chosen; `nothing`: nothing was filled in; `shared`: what holds
 * for everybody is wrong (`issues`, at `step`); `gone`: people left the roster since they were chosen.
 */
export type FinishError =
  | { readonly code: 'nobody' | 'nothing' }
  | { readonly code: 'shared'; readonly step: number; readonly issues: readonly Issue[] }
  | { readonly code: 'gone'; readonly people: readonly string[] };

/** What a finished wizard does to the records, as one step. */
export interface Finished {
  readonly patch: Patch;
  /** People with something new or changed. */
  readonly people: readonly string[];
  /** Chosen people for whom nothing was filled in. */
  readonly skipped: readonly string[];
  /** Violated rules on what is about to be stored. */
  readonly issues: readonly Issue[];
  /** Where the wizard stands after: at its beginning, or with what could not be stored. */
  readonly rest: WizardState;
}

export type Finish =
  | { readonly ok: true; readonly value: Finished }
  | { readonly ok: false; readonly error: FinishError };

const fail = (error: FinishError): Finish => ({ ok: false, error });

/**
 * The end of a wizard: one patch of all that was filled in. Nothing is applied here.
 * @param leaveOut finish without the people who left the roster; what was filled in for them stays in `rest`
 */
export function finishWizard(run: WizardRun, state: WizardState, leaveOut = false): Finish {
  const { definition } = run;
  const wrong = sharedErrors(run, state);
  if (wrong) return fail(wrong);
  if (definition.people === 'new') return finished(run, state, draftsOf(run, state, null), []);
  if (state.people.length === 0) return fail({ code: 'nobody' });
  const gone = state.people.filter((id) => !isThere(run, id));
  if (gone.length > 0 && !leaveOut) return fail({ code: 'gone', people: gone });
  const people = state.people.filter((id) => !gone.includes(id));
  if (definition.people === 'many') return finished(run, state, sharedDrafts(run, state, people), gone);
  const drafts = people.flatMap((person, at) => draftsOf(run, { ...state, people, at }, person));
  return finished(run, state, drafts, gone);
}

function isThere(run: WizardRun, person: string): boolean {
  return isInForce(run.store, 'person', person);
}

/** Mistakes in what is asked once; they would be made once for each person. */
function sharedErrors(run: WizardRun, state: WizardState): FinishError | undefined {
  for (const [step, { ask }] of run.definition.steps.entries()) {
    if (ask !== 'once') continue;
    const page = run.page({ ...state, step });
    const issues = (page?.drafts ?? []).flatMap(({ fields }) => fields.flatMap((field) => field.issues));
    const errors = issues.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return { code: 'shared', step, issues: errors };
  }
  return undefined;
}

/** What was filled in for one person, in all steps that are there. */
function draftsOf(run: WizardRun, state: WizardState, person: string | null): readonly Draft[] {
  const seen = new Set<string>();
  return run
    .steps(state)
    .filter((index) => {
      const step = run.definition.steps[index];
      return step !== undefined && isPersonal(step);
    })
    .flatMap((index) => run.slots(state, index, person))
    .filter(({ key }) => !seen.has(key) && seen.add(key))
    .map((slot) => run.draft(state, slot))
    .filter(({ patch }) => patch.length > 0);
}

/** The same for everybody: a record each, or one record that names them all. */
function sharedDrafts(run: WizardRun, state: WizardState, people: readonly string[]): readonly Draft[] {
  const { entity, notice } = run.definition;
  const bare = { entity, values: {}, label: '', added: false };
  const once = state.typed[ONCE] ?? {};
  if (notice) {
    const names = people.map(
      (id) => `${run.store.text('person', id, 'village')} ${run.store.text('person', id, 'name')}`,
    );
    const slot = { ...bare, key: ONCE, person: null, record: null };
    const typed = { ...once, [notice.people]: names.map((name) => name.trim()).join('、') };
    return [run.draft({ ...state, typed: { ...state.typed, [ONCE]: typed } }, slot)];
  }
  return people.map((person) => {
    const key = eachKey(entity, person);
    const slot = { ...bare, key, person, record: run.matching(state, person) };
    return run.draft({ ...state, typed: { [ONCE]: once, [key]: run.onceTexts(state) } }, slot);
  });
}

function finished(run: WizardRun, state: WizardState, drafts: readonly Draft[], gone: readonly string[]): Finish {
  const patch = drafts.flatMap((draft) => draft.patch);
  if (patch.length === 0) return fail({ code: 'nothing' });
  const judged = judge(run.store, drafts, new Map());
  const made = new Set(drafts.filter((draft) => draft.patch.length > 0).map(({ slot, id }) => slot.person ?? id));
  const everybody = run.definition.notice ? state.people : [...made];
  return {
    ok: true,
    value: {
      patch,
      people: everybody.filter((id) => !gone.includes(id)),
      skipped: run.definition.notice ? [] : state.people.filter((id) => !made.has(id) && !gone.includes(id)),
      issues: judged.flatMap(({ issues }) => issues),
      rest: restOf(run, state, gone),
    },
  };
}

/** The next round: a fresh one with what is kept, or what was filled in for those who could not be stored. */
function restOf(run: WizardRun, state: WizardState, gone: readonly string[]): WizardState {
  const { definition } = run;
  if (gone.length > 0) {
    const keys = new Set([ONCE, ...gone.map((id) => eachKey(definition.entity, id))]);
    const typed = Object.fromEntries(Object.entries(state.typed).filter(([key]) => keys.has(key)));
    return { ...beginWizard(definition.id), typed, people: [...gone] };
  }
  if (definition.people !== 'new' || definition.keep.length === 0) return beginWizard(definition.id);
  const [draft] = draftsOf(run, state, null);
  const texts = definition.keep.map((field): [string, string] => [field, textOf(draft?.record[field])]);
  return beginWizard(definition.id, Object.fromEntries(texts.filter(([, text]) => text !== '')));
}
