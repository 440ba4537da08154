import type { ReactNode } from 'react';

/** What a control takes over from its field: name, description, and whether it is wrong. */
export interface ControlProps {
  readonly id: string;
  readonly className: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** What is wrong, as a sentence. */
  readonly problem?: string;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A control with its label, its hint and what is wrong with it, tied together for screen readers. */
export function Field({ id, label, hint, problem, children }: FieldProps) {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="mc-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        className: 'mc-input',
        'aria-invalid': problem !== undefined,
        'aria-describedby': described || undefined,
      })}
      {problem !== undefined && (
        <span id={`${id}-problem`} className="mc-problem" role="alert">
          {problem}
        </span>
      )}
      {hint && (
        <span id={`${id}-hint`} className="mc-hint">
          {hint}
        </span>
      )}
    </div>
  );
}
