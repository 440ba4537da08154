import { isPersonal } from './slots.ts';
import type { WizardState } from './state.ts';
import type { WizardRun } from './wizard-run.ts';

/** How far somebody is. Steps and people count from 1. */
export interface Progress {
  readonly step: number;
  readonly steps: number;
  /** The person and how many there are, where the wizard goes from one to the other; 0 before. */
  readonly at: number;
  readonly people: number;
}

export function progressOf(run: WizardRun, state: WizardState): Progress {
  const steps = run.steps(state);
  const personal = isPersonalAt(run, state.step) && run.definition.people === 'each';
  return {
    step: steps.indexOf(state.step) + 1,
    steps: steps.length,
    at: personal ? state.at + 1 : 0,
    people: state.people.length,
  };
}

/** The next page; `null` after the last one. */
export function nextPage(run: WizardRun, state: WizardState): WizardState | null {
  const later = run.steps(state).find((index) => index > state.step);
  if (later !== undefined) return { ...state, step: later };
  if (run.definition.people !== 'each' || state.at + 1 >= state.people.length) return null;
  if (!isPersonalAt(run, state.step)) return null;
  return firstOf(run, { ...state, at: state.at + 1 });
}

/** The page before; `null` at the first one. */
export function previousPage(run: WizardRun, state: WizardState): WizardState | null {
  const before = run.steps(state).findLast((index) => index < state.step);
  const stays = before !== undefined && (isPersonalAt(run, before) || !isPersonalAt(run, state.step));
  if (stays) return { ...state, step: before };
  if (run.definition.people === 'each' && state.at > 0 && isPersonalAt(run, state.step)) {
    const former = { ...state, at: state.at - 1 };
    return { ...former, step: run.steps(former).findLast((index) => isPersonalAt(run, index)) ?? state.step };
  }
  return before === undefined ? null : { ...state, step: before };
}

/** Straight to a person. */
export function goToPerson(run: WizardRun, state: WizardState, at: number): WizardState {
  return firstOf(run, { ...state, at: Math.max(0, Math.min(at, state.people.length - 1)) });
}

function firstOf(run: WizardRun, state: WizardState): WizardState {
  return { ...state, step: run.steps(state).find((index) => isPersonalAt(run, index)) ?? state.step };
}

function isPersonalAt(run: WizardRun, index: number): boolean {
  const step = run.definition.steps[index];
  return step !== undefined && isPersonal(step);
}
