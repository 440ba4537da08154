import { RULES } from './locale.zh-CN.ts';
import type { ListedRule } from './rule-list.ts';

interface Props {
  readonly listed: ListedRule;
  readonly readOnly: boolean;
  /** It was being changed and is not saved. */
  readonly unsaved: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly onEdit: () => void;
}

/** A rule in the list: its switch, what it is about, its level, its formula. */
export function RuleRow({ listed, readOnly, unsaved, onSwitch, onEdit }: Props) {
  const { label, rule, off, changed, official } = listed;
  return (
    <div className={`mingce-rule mingce-${rule.severity}${off ? ' mingce-off' : ''}`}>
      <input
        type="checkbox"
        aria-label={RULES.on(label)}
        checked={!off}
        disabled={readOnly}
        onChange={(event) => onSwitch(event.target.checked)}
      />
      <button type="button" title={RULES.edit(label)} onClick={onEdit}>
        <span className="mingce-rule-head">
          <b>{label}</b>
          {!official && <i>{RULES.own}</i>}
          {changed && <i>{RULES.changed}</i>}
          {unsaved && <i className="mingce-unsaved">{RULES.unsaved}</i>}
          <em>{off ? RULES.off : RULES.severity[rule.severity]}</em>
        </span>
        <code title={rule.check}>{rule.check}</code>
      </button>
    </div>
  );
}
