import { useId } from 'react';
import type { Parameter } from '../../sheets-templates/schema.ts';
import { RULES } from './locale.zh-CN.ts';

interface Props {
  readonly parameters: readonly Parameter[];
  readonly values: ReadonlyMap<string, string>;
  readonly readOnly: boolean;
  readonly onChange: (key: string, value: string) => void;
}

/** The parameters that a formula reads, to be set where they are used. */
export function ParameterInputs({ parameters, values, readOnly, onChange }: Props) {
  const id = useId();
  if (parameters.length === 0) return null;
  return (
    <fieldset className="mingce-rule-parameters">
      <legend>{RULES.parameters}</legend>
      {parameters.map(({ key, label, type, choices, source }) => (
        <div key={key} title={source}>
          <label htmlFor={`${id}-${key}`}>{label}</label>
          {choices ? (
            <select
              id={`${id}-${key}`}
              disabled={readOnly}
              value={values.get(key) ?? ''}
              onChange={(event) => onChange(key, event.target.value)}
            >
              <option value="">{RULES.parameterUnset}</option>
              {choices.map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          ) : (
            <input
              id={`${id}-${key}`}
              type={type === 'number' ? 'number' : type === 'date' ? 'date' : 'text'}
              readOnly={readOnly}
              placeholder={RULES.parameterUnset}
              value={values.get(key) ?? ''}
              onChange={(event) => onChange(key, event.target.value)}
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}
