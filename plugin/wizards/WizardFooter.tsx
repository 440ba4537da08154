import { useEffect, useRef } from 'react';
import { nextPage, previousPage, progressOf } from '../../records/wizard/navigate.ts';
import { WIZARD } from './locale.zh-CN.ts';
import type { WizardControl } from './use-wizard.ts';

export interface WizardFooterProps {
  readonly control: WizardControl;
  /** Whether it was asked if mistakes are to be stored. */
  readonly asks: boolean;
}

/** The ways on and back. */
export function WizardFooter({ control, asks }: WizardFooterProps) {
  const { run, state, readOnly } = control;
  const primary = useRef<HTMLButtonElement>(null);
  const last = nextPage(run, state) === null;
  const { people } = run.definition;
  const at = progressOf(run, state).at;
  useEffect(() => {
    if (asks) primary.current?.focus();
  }, [asks]);
  const label = asks
    ? WIZARD.finishAnyway
    : last
      ? people === 'new'
        ? WIZARD.save
        : WIZARD.finish
      : at > 0
        ? WIZARD.nextPerson
        : WIZARD.next;
  return (
    <footer>
      <div className="mingce-wizard-foot">
        <button
          type="button"
          className="mingce-wizard-button"
          disabled={previousPage(run, state) === null}
          onClick={control.back}
        >
          {at > 1 ? WIZARD.previousPerson : WIZARD.back}
        </button>
        {at > 0 && !last && (
          <button
            type="button"
            className="mingce-wizard-button"
            disabled={readOnly}
            onClick={() => control.finish({ anyway: asks })}
          >
            {WIZARD.finish}
          </button>
        )}
        <button
          ref={primary}
          type="button"
          className="mingce-wizard-button mingce-wizard-primary"
          disabled={readOnly && last}
          onClick={control.next}
        >
          {label}
        </button>
      </div>
      <p className="mingce-hint">{readOnly ? WIZARD.readOnly : WIZARD.keys}</p>
    </footer>
  );
}
