import { useDependency } from '@univerjs/ui';
import { useEffect, useRef } from 'react';
import { fixesOf } from '../../records/fixes-of.ts';
import type { Patch } from '../../records/types.ts';
import { BindingService } from '../binding/binding.service.ts';
import { useEditable } from '../guard/use-editable.ts';
import { zhCN } from '../locale/zh-CN.ts';
import { keepBesideSidebar } from './beside-sidebar.ts';
import { issuesAt } from './issues-at.ts';
import './issue-card.css';

export const ISSUE_CARD = 'MingceIssueCard';

/** What the card is shown for. */
export interface IssueCardProps {
  readonly popup: {
    readonly extraProps?: {
      readonly unitId: string;
      readonly subUnitId: string;
      readonly row: number;
      readonly col: number;
      /** Of the cell, as it is drawn. */
      readonly cellWidth: number;
      /** Opened by keyboard: the first button takes the keys. */
      readonly focus: boolean;
      readonly onDone: () => void;
    };
  };
}

const text = zhCN.card;

/** Reason and remedy beside a marked cell. */
export function IssueCard({ popup: { extraProps } }: IssueCardProps) {
  const binding = useDependency(BindingService);
  const box = useRef<HTMLElement>(null);
  const focus = extraProps?.focus === true;
  const editable = useEditable(extraProps?.unitId ?? '');
  useEffect(() => {
    if (focus) box.current?.querySelector('button')?.focus();
  }, [focus]);
  const cellWidth = extraProps?.cellWidth ?? 0;
  useEffect(() => {
    return box.current ? keepBesideSidebar(box.current, cellWidth) : undefined;
  }, [cellWidth]);
  if (!extraProps) return null;
  const { unitId, onDone } = extraProps;
  const issues = issuesAt(binding, extraProps);
  const apply = (patch: Patch): void => {
    binding.apply(unitId, patch);
    onDone();
  };
  return (
    <section
      ref={box}
      className="mingce-card"
      role={focus ? 'dialog' : 'status'}
      aria-label={text.title}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onDone();
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(box.current, event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      {issues.map((issue) => (
        <div key={`${issue.rule}/${issue.message}`} className={`mingce-card-issue mingce-${issue.severity}`}>
          <b>{zhCN.severity[issue.severity]}</b>
          <p>{issue.message}</p>
          {fixesOf(issue).map((fix) => (
            <button
              key={fix.label}
              type="button"
              className="mingce-fix"
              disabled={!editable}
              onClick={() => apply(fix.patch)}
            >
              {fix.label}
            </button>
          ))}
          {!editable ? (
            <p className="mingce-hint">{zhCN.readOnly}</p>
          ) : (
            fixesOf(issue).length === 0 && <p className="mingce-hint">{text.byHand}</p>
          )}
        </div>
      ))}
      {focus && (
        <button type="button" className="mingce-card-close" onClick={onDone}>
          {text.close}
        </button>
      )}
      {!focus && (
        <p className="mingce-hint">{issues.some((issue) => fixesOf(issue).length > 0) ? text.keys : text.keysByHand}</p>
      )}
    </section>
  );
}

/** Moves the focus among the card's buttons. */
function step(box: HTMLElement | null, by: number): void {
  const buttons = [...(box?.querySelectorAll('button') ?? [])];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}
