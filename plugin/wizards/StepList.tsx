import { blanksOf } from '../../records/wizard/blanks.ts';
import { WIZARD } from './locale.zh-CN.ts';
import type { WizardControl } from './use-wizard.ts';

/** The sections of somebody's form, what is missing in each, and the way to them. */
export function StepList({ control }: { readonly control: WizardControl }) {
  const { run, state } = control;
  if (run.definition.people !== 'one' || run.person(state) === null) return null;
  return (
    <nav className="mingce-wizard-steps" aria-label={WIZARD.steps}>
      {run.steps(state).map((index) => {
        const step = run.definition.steps[index];
        const blanks = blanksOf(run, state, index);
        return (
          <button
            key={step?.label}
            type="button"
            aria-current={index === state.step ? 'step' : undefined}
            onClick={() => control.set({ ...state, step: index })}
          >
            {step?.label}{' '}
            {step?.ask !== 'people' && (
              <small className={`mingce-wizard-count ${blanks > 0 ? 'mingce-wizard-blank' : 'mingce-wizard-done'}`}>
                {blanks > 0 ? WIZARD.missing(blanks) : WIZARD.complete}
              </small>
            )}
          </button>
        );
      })}
    </nav>
  );
}
