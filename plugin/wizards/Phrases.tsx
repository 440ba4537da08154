import { useEffect } from 'react';
import { WIZARD } from './locale.zh-CN.ts';

export interface PhrasesProps {
  readonly label: string;
  readonly phrases: readonly string[];
  /** The id of the control that they go into. */
  readonly field: string;
  readonly onTake: (phrase: string) => void;
}

/** Sentences that a click or Alt+1…9 puts into a field, to be edited there. */
export function Phrases({ label, phrases, field, onTake }: PhrasesProps) {
  useEffect(() => {
    const control = document.getElementById(field);
    const press = (event: KeyboardEvent): void => {
      const phrase =
        event.altKey && /^Digit[1-9]$/.test(event.code) ? phrases[Number(event.code.slice(5)) - 1] : undefined;
      if (phrase === undefined) return;
      event.preventDefault();
      onTake(phrase);
    };
    control?.addEventListener('keydown', press);
    return () => control?.removeEventListener('keydown', press);
  });
  return (
    <fieldset className="mingce-wizard-phrases" aria-label={WIZARD.phrases(label)}>
      {phrases.map((phrase, at) => (
        <button
          key={phrase}
          type="button"
          title={at < 9 ? WIZARD.phraseKey(at + 1) : undefined}
          onClick={() => {
            onTake(phrase);
            document.getElementById(field)?.focus();
          }}
        >
          {phrase}
        </button>
      ))}
    </fieldset>
  );
}
