import { fill, TEXTS } from '../locale/zh-CN.ts';
import { clockTime } from './clock-time.ts';

export interface StatusLineProps {
  readonly people: number;
  readonly errors: number;
  readonly warnings: number;
  /** Records that are not checked yet: until there are none, nothing is said of how many errors there are. */
  readonly unjudged: number;
  readonly saver: {
    readonly state: 'saved' | 'saving' | 'failed' | 'read-only';
    readonly at: Date | null;
    readonly pending: number;
  };
  /** The failure's title in words; shown when the state is `failed`. */
  readonly failure?: string;
  readonly onRetry: () => void;
  readonly onShowProblems: (severity: 'error' | 'warning') => void;
}

/** The page's lower edge: counts on the left, whether everything is stored on the right. */
export function StatusLine({ people, unjudged, saver, failure, onRetry, ...problems }: StatusLineProps) {
  return (
    <section className="mc-status" aria-label={TEXTS.status.region} data-beside-sheet>
      <span>{fill(TEXTS.status.people, { n: people })}</span>
      {unjudged > 0 ? (
        <span className="mc-count mc-soon">{fill(TEXTS.status.checking, { n: unjudged })}</span>
      ) : (
        <ProblemCounts {...problems} />
      )}
      <span className="mc-status-gap" />
      <SaveState saver={saver} onRetry={onRetry} {...(failure === undefined ? {} : { failure })} />
    </section>
  );
}

function ProblemCounts({
  errors,
  warnings,
  onShowProblems,
}: Pick<StatusLineProps, 'errors' | 'warnings' | 'onShowProblems'>) {
  return (
    <>
      <button
        type="button"
        className={errors > 0 ? 'mc-count mc-count-error' : 'mc-count'}
        title={fill(TEXTS.status.showErrors, { n: errors })}
        onClick={() => onShowProblems('error')}
      >
        {fill(TEXTS.status.errors, { n: errors })}
      </button>
      <button
        type="button"
        className={warnings > 0 ? 'mc-count mc-count-warning' : 'mc-count'}
        title={fill(TEXTS.status.showWarnings, { n: warnings })}
        onClick={() => onShowProblems('warning')}
      >
        {fill(TEXTS.status.warnings, { n: warnings })}
      </button>
    </>
  );
}

function SaveState({ saver, failure, onRetry }: Pick<StatusLineProps, 'saver' | 'failure' | 'onRetry'>) {
  const { state, at, pending } = saver;
  if (state === 'failed') {
    const title = failure ?? TEXTS.status.failed;
    const detail = fill(TEXTS.status.failedDetail, { title, n: pending });
    return (
      <span className="mc-save mc-save-failed" role="alert">
        <span title={detail}>
          {TEXTS.status.failed}：{detail}
        </span>
        <button type="button" className="mc-link" onClick={() => onRetry()}>
          {TEXTS.status.retry}
        </button>
      </span>
    );
  }
  const saved = at ? fill(TEXTS.status.saved, { time: clockTime(at) }) : TEXTS.status.never;
  const words = { saved, saving: TEXTS.status.saving, 'read-only': TEXTS.status.readOnly }[state];
  // No live region: it would speak after every cell.
  return <span className={`mc-save mc-save-${state}`}>{words}</span>;
}
