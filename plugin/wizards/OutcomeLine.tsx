import { WIZARD } from './locale.zh-CN.ts';
import type { WizardControl } from './use-wizard.ts';

/** What came of the last attempt to finish, and the ways on from there. */
export function OutcomeLine({ control }: { readonly control: WizardControl }) {
  const { outcome, run, state } = control;
  if (outcome === null) return null;
  if (outcome.kind === 'saved') {
    return (
      <p className="mingce-wizard-saved" role="status">
        {control.stands === 'undone' ? WIZARD.undone : outcome.text}
        {control.stands === 'last' && (
          <button type="button" className="mingce-fix" title={WIZARD.undoKey} onClick={control.undo}>
            {WIZARD.undo}
          </button>
        )}
      </p>
    );
  }
  if (outcome.kind === 'ask') {
    return (
      <p className="mingce-wizard-warning" role="alert">
        {WIZARD.errors(outcome.errors)}
      </p>
    );
  }
  const { error } = outcome;
  if (error.code === 'gone') {
    const names = error.people.map((id) => run.store.text('person', id, 'name') || WIZARD.choose.nameless).join('、');
    const others = state.people.length > error.people.length;
    const people = run.definition.steps.findIndex(({ ask }) => ask === 'people');
    return (
      <p className="mingce-wizard-warning" role="alert">
        {WIZARD.gone(names)}
        {others && (
          <button type="button" className="mingce-fix" onClick={() => control.finish({ leaveOut: true })}>
            {WIZARD.leaveOut}
          </button>
        )}
        <button type="button" className="mingce-fix" onClick={() => control.set({ ...state, step: people })}>
          {WIZARD.backToPeople}
        </button>
      </p>
    );
  }
  return (
    <p className="mingce-wizard-warning" role="alert">
      {error.code === 'sensitive' ? WIZARD.sensitive(error.field, error.person) : WIZARD[error.code]}
    </p>
  );
}
