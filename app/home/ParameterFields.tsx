import { useEffect, useRef } from 'react';
import type { Parameter } from '../../sheets-templates/schema.ts';
import { fill, TEXTS } from '../locale/zh-CN.ts';
import { Field } from '../ui/Field.tsx';
import { askedParameters, defaultText } from './new-project-form.ts';

export interface ParameterFieldsProps {
  readonly parameters: readonly Parameter[];
  readonly typed: Readonly<Record<string, string>>;
  /** Unfolds it: something in it is wrong. */
  readonly open: boolean;
  readonly problemOf: (key: string) => { readonly problem?: string };
  readonly onChange: (key: string, text: string) => void;
}

const texts = TEXTS.create;

/** The pack's parameters, folded: few need them. */
export function ParameterFields({ parameters, typed, open, problemOf, onChange }: ParameterFieldsProps) {
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (open && fold.current) fold.current.open = true;
  }, [open]);
  const asked = askedParameters(parameters);
  if (asked.length === 0) return null;
  return (
    <details ref={fold} className="mc-fold">
      <summary>
        {texts.parameters} <small>{texts.parametersHint}</small>
      </summary>
      {asked.map((parameter) => {
        const { key, label, type, choices, source } = parameter;
        const value = typed[key] ?? defaultText(parameter);
        const hints = [parameter.default === null ? texts.unset : '', source ? fill(texts.source, { source }) : ''];
        const hint = hints.filter(Boolean).join('；');
        return (
          <Field key={key} id={`mc-new-${key}`} label={label} {...(hint ? { hint } : {})} {...problemOf(key)}>
            {(control) =>
              choices ? (
                <select {...control} value={value} onChange={(event) => onChange(key, event.currentTarget.value)}>
                  {!choices.includes('') && <option value="" />}
                  {choices.map((choice) => (
                    <option key={choice}>{choice}</option>
                  ))}
                </select>
              ) : (
                <input
                  {...control}
                  type={type === 'date' ? 'date' : 'text'}
                  inputMode={type === 'number' ? 'decimal' : 'text'}
                  value={value}
                  onChange={(event) => onChange(key, event.currentTarget.value)}
                />
              )
            }
          </Field>
        );
      })}
    </details>
  );
}
