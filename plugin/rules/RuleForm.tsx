import type { Json } from '../../records/types.ts';
import { namesOf } from '../../sheets-templates/names.ts';
import { type Pack, type Rule, severitySchema } from '../../sheets-templates/schema.ts';
import { useEditable } from '../guard/use-editable.ts';
import type { RecordsNow } from '../panels/use-records.ts';
import { FormulaBox } from './FormulaBox.tsx';
import type { KeptDrafts } from './kept-drafts.ts';
import { RULES } from './locale.zh-CN.ts';
import { ParameterInputs } from './ParameterInputs.tsx';
import { PreviewLine } from './PreviewLine.tsx';
import type { ListedRule } from './rule-list.ts';
import { useRuleDraft } from './use-rule-draft.ts';

interface Props {
  readonly pack: Pack;
  readonly records: RecordsNow;
  readonly listed: ListedRule;
  readonly unitId: string;
  readonly drafts: KeptDrafts;
  readonly onGo: (rule: Rule, id: string) => void;
  readonly onBack: () => void;
  readonly onSave: (rule: Rule, settings: Readonly<Record<string, Json>>) => void;
  readonly onReset: () => void;
  readonly onRemove: () => void;
}

/** One rule with everything that a project may change of it, and what it would mark as it stands. */
export function RuleForm(props: Props) {
  const { pack, records, listed } = props;
  const readOnly = !useEditable(props.unitId);
  const draft = useRuleDraft(pack, records.store, listed, props.drafts);
  const { rule, error } = draft;
  const { entity, official } = listed;
  const missing =
    rule.message.trim() === '' ? RULES.needMessage : !official && !rule.label?.trim() ? RULES.needName : undefined;
  const canSave = !readOnly && draft.dirty && error === undefined && missing === undefined;
  const save = (): void => {
    if (canSave) props.onSave(rule, draft.settings);
  };
  const names = [RULES.value, ...Object.keys(rule.values).map((name) => `{${name}}`)].join('、');
  return (
    <form
      className="mingce-rule-form"
      aria-label={listed.label}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) save();
      }}
    >
      <button type="button" className="mingce-back" onClick={props.onBack}>
        ‹ {RULES.back}
      </button>
      <h2>{listed.label}</h2>
      {listed.off && <p className="mingce-wrong">{RULES.offHere}</p>}
      {!official && (
        <div className="mingce-pair">
          <label>
            <span>{RULES.name}</span>
            <input
              value={rule.label ?? ''}
              readOnly={readOnly}
              onChange={(event) => draft.change({ label: event.target.value })}
            />
          </label>
          <label>
            <span>{RULES.field}</span>
            <select
              value={rule.field}
              disabled={readOnly}
              onChange={(event) => draft.change({ field: event.target.value })}
            >
              {entity.fields.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <label>
        <span>{RULES.level}</span>
        <select
          value={rule.severity}
          disabled={readOnly}
          onChange={(event) => draft.change({ severity: severitySchema.parse(event.target.value) })}
        >
          {severitySchema.options.map((severity) => (
            <option key={severity} value={severity}>
              {RULES.severity[severity]}
            </option>
          ))}
        </select>
      </label>
      {official && official.severityWhen.length > 0 && (
        <p className="mingce-hint">{RULES.levelHint(official.severityWhen.map(({ when }) => when).join('、'))}</p>
      )}
      <FormulaBox
        value={rule.check}
        words={{
          fields: entity.fields.map(({ label }) => label),
          parameters: namesOf(pack, entity).parameterNames.filter((name) => /[^\x20-\x7e]/u.test(name)),
        }}
        error={error}
        readOnly={readOnly}
        onChange={(check) => draft.change({ check })}
      />
      <ParameterInputs
        parameters={draft.parameters}
        values={draft.values}
        readOnly={readOnly}
        onChange={draft.setParameter}
      />
      <PreviewLine records={records} rule={draft.preview} unset={draft.unset} onGo={(id) => props.onGo(rule, id)} />
      <label>
        <span>{RULES.message}</span>
        <textarea
          rows={2}
          value={rule.message}
          readOnly={readOnly}
          onChange={(event) => draft.change({ message: event.target.value })}
        />
      </label>
      <p className="mingce-hint">{missing ?? RULES.messageHint(names)}</p>
      {official && rule.check !== official.check && (
        <p className="mingce-hint">
          {RULES.official}：<code>{official.check}</code>
        </p>
      )}
      <div className="mingce-rule-actions">
        <button type="submit" className="mingce-fix-all" disabled={!canSave}>
          {RULES.save}
        </button>
        {official ? (
          <button type="button" disabled={readOnly || !(listed.changed || listed.off)} onClick={props.onReset}>
            {RULES.reset}
          </button>
        ) : (
          <button type="button" disabled={readOnly} onClick={props.onRemove}>
            {RULES.remove}
          </button>
        )}
      </div>
    </form>
  );
}
