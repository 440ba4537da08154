import { zhCN } from '../locale/zh-CN.ts';
import type { Problem } from './problem-list.ts';

export interface ProblemRowProps {
  readonly problem: Problem;
  /** Where it stands; `null` where no sheet shows it (a village). */
  readonly place: string | null;
  readonly editable: boolean;
  /** The one gone to last, whose text is shown to its end. */
  readonly current: boolean;
  readonly onGo: () => void;
  readonly onFix: () => void;
  /** Narrows the list to this kind, where all of it can be mended at once. */
  readonly onFixKind: () => void;
}

const text = zhCN.panel;

/** One problem: whose, what, and the buttons that help. */
export function ProblemRow({ problem, place, editable, current, onGo, onFix, onFixKind }: ProblemRowProps) {
  const { issue, name, village } = problem;
  const nowhere = issue.entity === 'village' ? text.villageItem : text.noSheet;
  const who = issue.entity === 'village' ? village : name || text.nameless;
  return (
    <div className={`mingce-problem mingce-${issue.severity}${current ? ' mingce-current' : ''}`}>
      <button
        type="button"
        className="mingce-go"
        onClick={onGo}
        disabled={place === null}
        title={place === null ? '' : text.goTo}
      >
        <span className="mingce-who">
          <b>{who}</b>
          <span>{[issue.entity === 'village' ? '' : village, place ?? nowhere].filter(Boolean).join(' · ')}</span>
        </span>
        <span className="mingce-message" title={issue.message}>
          {issue.message}
        </span>
      </button>
      {issue.choices && (
        <span className="mingce-fixes">
          <button type="button" className="mingce-fix" title={text.chooseTip} onClick={onGo}>
            {text.choose}
          </button>
        </span>
      )}
      {issue.fix && (
        <span className="mingce-fixes">
          <button
            type="button"
            className="mingce-fix"
            title={editable ? issue.fix.label : zhCN.readOnly}
            disabled={!editable}
            onClick={onFix}
          >
            {text.fix}
          </button>
          <button type="button" className="mingce-kind" title={text.fixAllTip} onClick={onFixKind}>
            {text.sameKind}
          </button>
        </span>
      )}
    </div>
  );
}
