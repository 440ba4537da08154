import { useMemo, useState } from 'react';
import type { Settings } from '../../records/types.ts';
import type { Parameter } from '../../sheets-templates/schema.ts';
import { TEXTS } from '../locale/zh-CN.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { type DraftProblems, type NewProjectDraft, readDraft } from './new-project-form.ts';
import { ParameterFields } from './ParameterFields.tsx';
import { type ListedVillage, parseVillageList } from './parse-village-list.ts';
import { VillageListField } from './VillageListField.tsx';

export interface NewProjectProps {
  /** The pack's parameters; those with fields of their own (county, unit, level, asOf) may be among them. */
  readonly parameters: readonly Parameter[];
  /** `2017-11-30`; the reference date to begin with. */
  readonly today: string;
  /** What was typed the last time, to begin with. */
  readonly initial?: {
    readonly county?: string;
    readonly unit?: string;
    readonly level?: Settings['level'];
    /** The list of villages as text, one a line. */
    readonly villages?: string;
  };
  readonly busy?: boolean;
  /** Why it could not be made, as a sentence. */
  readonly failure?: string;
  readonly onCreate: (made: { readonly settings: Settings; readonly villages: readonly ListedVillage[] }) => void;
  readonly onCancel: () => void;
}

const LEVELS: readonly Settings['level'][] = ['village', 'township', 'county'];
const texts = TEXTS.create;

/** The dialog that makes a project. */
export function NewProject({
  parameters,
  today,
  initial = {},
  busy = false,
  failure,
  onCreate,
  onCancel,
}: NewProjectProps) {
  const [draft, setDraft] = useState<NewProjectDraft>({
    level: initial.level ?? 'township',
    county: initial.county ?? '',
    unit: initial.unit ?? '',
    asOf: today,
    parameters: {},
  });
  const [pasted, setPasted] = useState(initial.villages ?? '');
  const [problems, setProblems] = useState<DraftProblems>({});
  const list = useMemo(() => parseVillageList(pasted), [pasted]);
  const set = (part: Partial<NewProjectDraft>): void => {
    setDraft((now) => ({ ...now, ...part }));
    // What is being mended is no longer complained about; the button asks again.
    setProblems((now) => Object.fromEntries(Object.entries(now).filter(([key]) => !(key in part))));
  };
  const submit = (): void => {
    const answer = readDraft(draft, parameters);
    if (answer.ok) onCreate({ settings: answer.settings, villages: list.villages });
    else {
      setProblems(answer.problems);
      const [first] = Object.keys(answer.problems);
      if (first) document.getElementById(`mc-new-${first}`)?.focus();
    }
  };
  const problemOf = (key: string): { readonly problem?: string } => {
    const code = problems[key];
    return code ? { problem: texts.need[code] } : {};
  };
  return (
    <Dialog
      title={texts.title}
      width="large"
      onClose={onCancel}
      footer={
        <>
          {failure !== undefined && (
            <span className="mc-problem" role="alert">
              {failure}
            </span>
          )}
          <button type="button" className="mc-button" onClick={onCancel}>
            {TEXTS.dialog.cancel}
          </button>
          <button type="submit" form="mc-new" className="mc-button mc-primary" disabled={busy}>
            {busy ? texts.busy : texts.go}
          </button>
        </>
      }
    >
      <form
        id="mc-new"
        className="mc-new"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) submit();
        }}
      >
        <div className="mc-new-side">
          <fieldset className="mc-field mc-levels">
            <legend>{texts.level}</legend>
            {LEVELS.map((level) => (
              <label key={level}>
                <input type="radio" name="level" checked={draft.level === level} onChange={() => set({ level })} />
                {TEXTS.level[level]}
              </label>
            ))}
          </fieldset>
          <Field id="mc-new-county" label={texts.county} hint={texts.countyHint} {...problemOf('county')}>
            {(props) => (
              <input
                {...props}
                data-autofocus
                placeholder={texts.countyExample}
                value={draft.county}
                onChange={(event) => set({ county: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field id="mc-new-unit" label={texts.unit} {...problemOf('unit')}>
            {(props) => (
              <input
                {...props}
                placeholder={texts.unitExample[draft.level]}
                value={draft.unit}
                onChange={(event) => set({ unit: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field id="mc-new-asOf" label={texts.asOf} hint={texts.asOfHint} {...problemOf('asOf')}>
            {(props) => (
              <input
                {...props}
                type="date"
                max="2999-12-31"
                value={draft.asOf}
                onChange={(event) => set({ asOf: event.currentTarget.value })}
              />
            )}
          </Field>
          <ParameterFields
            parameters={parameters}
            typed={draft.parameters}
            open={Object.values(problems).includes('number')}
            problemOf={problemOf}
            onChange={(key, text) => {
              set({ parameters: { ...draft.parameters, [key]: text } });
              setProblems((now) => Object.fromEntries(Object.entries(now).filter(([name]) => name !== key)));
            }}
          />
        </div>
        <VillageListField text={pasted} list={list} onChange={setPasted} />
      </form>
    </Dialog>
  );
}
