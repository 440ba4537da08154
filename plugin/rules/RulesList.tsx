import { useState } from 'react';
import { useEditable } from '../guard/use-editable.ts';
import { type KeptDrafts, keptDraft } from './kept-drafts.ts';
import { RULES } from './locale.zh-CN.ts';
import { RuleRow } from './RuleRow.tsx';
import type { ListedRule, RuleList } from './rule-list.ts';

interface Props {
  readonly list: RuleList;
  readonly unitId: string;
  readonly drafts: KeptDrafts;
  readonly onSwitch: (rule: ListedRule, on: boolean) => void;
  readonly onEdit: (rule: ListedRule) => void;
  readonly onAdd: () => void;
  readonly onResetAll: () => void;
  readonly onUndo: () => void;
}

/** All rules by table, with a search over what they say. */
export function RulesList({ list, unitId, drafts, onSwitch, onEdit, onAdd, onResetAll, onUndo }: Props) {
  const [wanted, setWanted] = useState('');
  const editable = useEditable(unitId);
  const found = list.rules.filter(({ label, rule }) => (label + rule.check + rule.message).includes(wanted.trim()));
  const tables = [...new Set(found.map(({ entity }) => entity))];
  return (
    <>
      <p className="mingce-hint">{editable ? RULES.intro : RULES.readOnly}</p>
      {list.problems.length > 0 && (
        <p className="mingce-wrong" role="alert">
          {RULES.broken}
          {list.problems.map(({ code, ref }) => `${RULES.problems[code]} ${ref}`).join('；')}
        </p>
      )}
      <div className="mingce-rule-bar">
        <input
          type="search"
          className="mingce-search"
          aria-label={RULES.search}
          placeholder={RULES.search}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <button type="button" disabled={!editable} onClick={onAdd}>
          {RULES.add}
        </button>
      </div>
      <div className="mingce-rule-list">
        {tables.map((entity) => (
          <section key={entity.key} aria-label={entity.label}>
            <h2>{entity.label}</h2>
            {found
              .filter((rule) => rule.entity === entity)
              .map((rule) => (
                <RuleRow
                  key={rule.ref}
                  listed={rule}
                  readOnly={!editable}
                  unsaved={keptDraft(drafts, rule.ref, rule.rule) !== undefined}
                  onSwitch={(on) => onSwitch(rule, on)}
                  onEdit={() => onEdit(rule)}
                />
              ))}
          </section>
        ))}
        {found.length === 0 && <p className="mingce-empty">{RULES.none}</p>}
      </div>
      <div className="mingce-rule-actions">
        <button type="button" disabled={!editable} onClick={onUndo}>
          {RULES.undo}
        </button>
        <button
          type="button"
          disabled={!editable || Object.keys(list.changes.changed).length === 0}
          onClick={onResetAll}
        >
          {RULES.resetAll}
        </button>
      </div>
    </>
  );
}
