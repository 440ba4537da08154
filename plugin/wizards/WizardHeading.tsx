import { useState } from 'react';
import { progressOf } from '../../records/wizard/navigate.ts';
import { tailOf } from './candidates.ts';
import { WIZARD } from './locale.zh-CN.ts';
import type { WizardControl } from './use-wizard.ts';

/** Where one is: the step, the person, and how far. */
export function WizardHeading({ control }: { readonly control: WizardControl }) {
  const { run, state, resumed, pristine } = control;
  const [sure, setSure] = useState(false);
  const progress = progressOf(run, state);
  const person = run.person(state);
  const step = run.definition.steps[state.step];
  const of = (field: string): string => (person === null ? '' : run.store.text('person', person, field));
  const about = person !== null && step?.ask !== 'once' && step?.ask !== 'people';
  return (
    <header className="mingce-wizard-head">
      {progress.steps > 1 && (
        <div className="mingce-wizard-progress">
          <span>{WIZARD.step(progress.step, progress.steps)}</span>
          <b>{step?.label}</b>
          {progress.at > 0 && <span>{WIZARD.person(progress.at, progress.people)}</span>}
        </div>
      )}
      {progress.at > 0 && (
        <progress value={progress.at} max={progress.people} aria-label={WIZARD.person(progress.at, progress.people)} />
      )}
      {about && (
        <h3>
          {of('name') || WIZARD.choose.nameless} <small className="mingce-wizard-about">{of('village')}</small>
          {tailOf(of('idNumber')) !== '' && (
            <small className="mingce-wizard-about">{WIZARD.choose.tail(tailOf(of('idNumber')))}</small>
          )}
        </h3>
      )}
      {pristine && <p className="mingce-hint">{run.definition.help}</p>}
      {!pristine && (
        <p className="mingce-hint">
          {resumed ? WIZARD.resumed : ''}
          <button
            type="button"
            className="mingce-kind"
            onBlur={() => setSure(false)}
            onClick={() => {
              if (sure) control.restart();
              setSure(!sure);
            }}
          >
            {sure ? WIZARD.restartAgain : WIZARD.restart}
          </button>
        </p>
      )}
    </header>
  );
}
