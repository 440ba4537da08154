import type { WizardState } from './state.ts';
import type { WizardRun } from './wizard-run.ts';

/**
 * How much of a step is not filled in: its blank fields, and of lines those that are wholly blank. A row without a name
 * stands for as many lines as one likes: it is missing only while there is none.
 */
export function blanksOf(run: WizardRun, state: WizardState, step: number): number {
  const page = run.page({ ...state, step });
  if (!page || page.step.ask === 'people') return 0;
  if (page.step.ask !== 'lines') {
    return page.drafts.flatMap(({ fields }) => fields).filter(({ ask, text }) => text === '' && !ask.readOnly).length;
  }
  return page.drafts.filter(({ fields }) => fields.every(({ text }) => text === '')).length;
}
