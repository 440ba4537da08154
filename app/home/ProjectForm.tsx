import { useMemo, useState } from 'react';
import type { Settings } from '../../records/types.ts';
import type { Parameter } from '../../sheets-templates/schema.ts';
import { TEXTS } from '../locale/zh-CN.ts';
import { Field } from '../ui/Field.tsx';
import { type DraftProblems, type NewProjectDraft, readDraft } from './new-project-form.ts';
import { ParameterFields } from './ParameterFields.tsx';
import { type ListedVillage, parseVillageList } from './parse-village-list.ts';
import { VillageListField } from './VillageListField.tsx';

/** What a project is made or changed to. */
export interface ProjectFacts {
  readonly settings: Settings;
  readonly villages: readonly ListedVillage[];
}

export interface ProjectFormProps {
  /** The pack's parameters; those with fields of their own (county, unit, level, asOf) may be among them. */
  readonly parameters: readonly Parameter[];
  readonly initial: NewProjectDraft;
  /** The list of villages as text, one a line. */
  readonly villages: string;
  readonly asOfHint: string;
  readonly onSubmit: (facts: ProjectFacts) => void;
}

/** The id by which a dialog's button submits the form. */
export const PROJECT_FORM = 'mc-new';

const LEVELS: readonly Settings['level'][] = ['village', 'township', 'county'];
const texts = TEXTS.create;

/** Whose book it is, of which date, with which parameters and villages. */
export function ProjectForm({ parameters, initial, villages, asOfHint, onSubmit }: ProjectFormProps) {
  const [draft, setDraft] = useState(initial);
  const [pasted, setPasted] = useState(villages);
  const [problems, setProblems] = useState<DraftProblems>({});
  const list = useMemo(() => parseVillageList(pasted), [pasted]);
  const set = (part: Partial<NewProjectDraft>): void => {
    setDraft((now) => ({ ...now, ...part }));
    // What is being mended is no longer complained about; the button asks again.
    setProblems((now) => Object.fromEntries(Object.entries(now).filter(([key]) => !(key in part))));
  };
  const submit = (): void => {
    const answer = readDraft(draft, parameters);
    if (answer.ok) onSubmit({ settings: answer.settings, villages: list.villages });
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
    <form
      id={PROJECT_FORM}
      className="mc-new"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
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
        <Field id="mc-new-asOf" label={texts.asOf} hint={asOfHint} {...problemOf('asOf')}>
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
  );
}
