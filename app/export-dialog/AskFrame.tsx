import type { ReactNode } from 'react';
import { fill, TEXTS } from '../locale/zh-CN.ts';
import { Dialog } from '../ui/Dialog.tsx';

const texts = TEXTS.export;

export interface AskFrameProps {
  readonly title: string;
  /** What is exported, `60 人`. */
  readonly sum: string;
  readonly errors: number;
  readonly warnings: number;
  /** The clerk said that the errors are known. */
  readonly known: boolean;
  readonly onKnown: (known: boolean) => void;
  /** Nothing else stands in the way. */
  readonly ready: boolean;
  readonly onSubmit: () => void;
  readonly onShowProblems: () => void;
  readonly onClose: () => void;
  /** Above the sum: what decides about it. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

/** The question before an export: how many, with how many errors, and that they are known. */
export function AskFrame(props: AskFrameProps) {
  const { errors, warnings, known } = props;
  const ready = props.ready && (errors === 0 || known);
  return (
    <Dialog
      title={props.title}
      width="medium"
      onClose={props.onClose}
      footer={
        <>
          <button type="button" className="mc-button" onClick={props.onClose}>
            {TEXTS.dialog.cancel}
          </button>
          {errors > 0 && (
            <button type="button" className="mc-button" data-autofocus onClick={props.onShowProblems}>
              {texts.show}
            </button>
          )}
          <button
            type="submit"
            form="mc-export"
            className="mc-button mc-primary"
            disabled={!ready}
            data-autofocus={errors === 0 ? true : undefined}
          >
            {texts.go}
          </button>
        </>
      }
    >
      <form
        id="mc-export"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) props.onSubmit();
        }}
      >
        {props.before}
        <p className="mc-export-sum">
          <span>{props.sum}</span>
          <span className={errors > 0 ? 'mc-count-error' : 'mc-count-good'}>
            {errors > 0 ? fill(texts.errors, { n: errors }) : texts.clean}
          </span>
          {warnings > 0 && <span className="mc-count-warning">{fill(texts.warnings, { n: warnings })}</span>}
        </p>
        {errors > 0 && (
          <div className="mc-notice mc-notice-error">
            <p>{fill(texts.askBody, { n: errors })}</p>
            <label>
              <input type="checkbox" checked={known} onChange={(event) => props.onKnown(event.currentTarget.checked)} />
              {texts.askCheck}
            </label>
          </div>
        )}
        {props.children}
      </form>
    </Dialog>
  );
}
