import type { Issue } from '../../records/types.ts';
import { WIZARD } from './locale.zh-CN.ts';

export interface IssueLinesProps {
  readonly id?: string;
  readonly issues: readonly Issue[];
  readonly onFix: (issue: Issue) => void;
}

/** What is wrong with a field, in the sheet's words, with the remedies. */
export function IssueLines({ id, issues, onFix }: IssueLinesProps) {
  if (issues.length === 0) return null;
  return (
    <ul className="mingce-wizard-issues" id={id}>
      {issues.map((issue) => (
        <li key={`${issue.rule} ${issue.field}`} className={`mingce-wizard-${issue.severity}`}>
          {issue.message}
          {issue.fix && (
            <button type="button" className="mingce-fix" title={issue.fix.label} onClick={() => onFix(issue)}>
              {WIZARD.fix}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
