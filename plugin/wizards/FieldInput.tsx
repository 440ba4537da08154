import { type FocusEvent, useId, useState } from 'react';
import type { Issue } from '../../records/types.ts';
import type { AskedField } from '../../records/wizard/wizard-run.ts';
import { FIELD } from './focus.ts';
import { IssueLines } from './IssueLines.tsx';
import { WIZARD } from './locale.zh-CN.ts';
import { Phrases } from './Phrases.tsx';
import { WithPicker } from './WithPicker.tsx';

/** Not yet filled in is no mistake while one has not been there. */
const REQUIRED = 'required';

export interface FieldInputProps {
  readonly asked: AskedField;
  /** Whether blank fields are pointed out. */
  readonly marksBlank: boolean;
  /** Whether verdicts on fields that nobody has been to are shown too. */
  readonly showsAll: boolean;
  /** The project's reference date. */
  readonly asOf: string;
  readonly readOnly: boolean;
  readonly onType: (text: string) => void;
  readonly onFix: (issue: Issue) => void;
}

/**
 * One field: its label, the control that fits its type, phrases, and what is wrong. While one types, the text stays as
 * it is typed and no verdict interrupts; both follow when the field is left.
 */
export function FieldInput({ asked, marksBlank, showsAll, asOf, readOnly, onType, onFix }: FieldInputProps) {
  const { ask, spec, text, choices, issues } = asked;
  const id = useId();
  const [typing, setTyping] = useState<string | null>(null);
  const [visited, setVisited] = useState(false);
  const early = text === '' && !visited && !showsAll;
  const shown = typing === null ? issues.filter(({ rule }) => !early || rule !== REQUIRED) : [];
  const type = (value: string): void => {
    setTyping(value);
    onType(value);
  };
  const take = (value: string): void => {
    setTyping(null);
    setVisited(true);
    onType(value);
  };
  const wrong = shown.some(({ severity }) => severity === 'error');
  const control = {
    id,
    className: 'mingce-wizard-input',
    value: typing ?? text,
    'aria-invalid': wrong,
    'aria-describedby': `${id}-issues`,
    [FIELD]: spec.key,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => type(event.currentTarget.value),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      setTyping(null);
      // The calendar below the field is part of it.
      if (!currentTarget.closest('.mingce-wizard-pick')?.contains(relatedTarget)) setVisited(true);
    },
  };
  return (
    <div className="mingce-wizard-field">
      <label htmlFor={id}>
        {spec.label}
        {marksBlank && text === '' && !ask.readOnly && <small className="mingce-wizard-blank">{WIZARD.optional}</small>}
      </label>
      {ask.options ? (
        <select {...control}>
          {ask.options.some(({ value }) => value === text) ? null : <option value={text}>{text}</option>}
          {ask.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : spec.type === 'longText' ? (
        <textarea {...control} rows={3} />
      ) : (
        <WithPicker
          spec={ask.readOnly ? null : spec}
          text={control.value}
          asOf={asOf}
          readOnly={readOnly}
          onTake={take}
        >
          <input
            {...control}
            autoComplete="off"
            spellCheck={false}
            readOnly={ask.readOnly}
            tabIndex={ask.readOnly ? -1 : 0}
            placeholder={ask.readOnly ? '' : (spec.help ?? '')}
            list={choices.length > 0 ? `${id}-choices` : undefined}
          />
        </WithPicker>
      )}
      {choices.length > 0 && !ask.options && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {ask.phrases.length > 0 && (
        <Phrases
          label={spec.label}
          phrases={ask.phrases}
          field={id}
          onTake={(phrase) => {
            const long = spec.type === 'longText' && text !== '' && !text.includes(phrase);
            type(long ? `${text}${phrase}` : phrase);
          }}
        />
      )}
      <IssueLines id={`${id}-issues`} issues={shown} onFix={onFix} />
    </div>
  );
}
