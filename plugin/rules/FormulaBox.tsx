import { useId, useRef, useState } from 'react';
import type { FormulaError } from '../../formulas/language/error.ts';
import { formulaMessage } from '../../formulas/language/locale/zh-CN.ts';
import { type Completion, complete, type Option, type Words } from './complete.ts';
import { RULES } from './locale.zh-CN.ts';

interface Props {
  readonly value: string;
  readonly words: Words;
  readonly error: FormulaError | undefined;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
}

/** A formula with a list of what may be written next: arrows move, Enter or Tab takes one, Escape closes the list. */
export function FormulaBox({ value, words, error, readOnly, onChange }: Props) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [open, setOpen] = useState<Completion | undefined>();
  const [at, setAt] = useState(0);

  /** By way of the editor itself, so that Ctrl+Z in the box takes it back. */
  const write = (from: number, to: number, text: string): void => {
    const area = box.current;
    if (!area) return;
    area.focus();
    area.setSelectionRange(from, to);
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text, from, to, 'end');
      onChange(area.value);
    }
    setOpen(undefined);
  };
  const take = (option: Option | undefined): void => {
    if (open && option) write(open.from, open.to, option.insert);
  };
  const propose = (area: HTMLTextAreaElement): void => {
    setOpen(complete(area.value, area.selectionStart, words));
    setAt(0);
  };
  const mend = (): void => {
    if (error?.near === undefined) return;
    const { code, from, to, near, what } = error;
    if (code === 'unknown-field') write(from, to, `[${near}]`);
    else if (code === 'unknown-parameter') write(from, to, `{${near}}`);
    else write(from, from + what.length, near);
  };
  const count = open?.options.length ?? 0;
  return (
    <div className="mingce-formula">
      <label htmlFor={id}>{RULES.formula}</label>
      <textarea
        ref={box}
        id={id}
        aria-autocomplete="list"
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open ? `${id}-${at}` : undefined}
        aria-invalid={error !== undefined}
        spellCheck={false}
        rows={4}
        value={value}
        readOnly={readOnly}
        onChange={(event) => {
          onChange(event.target.value);
          propose(event.target);
        }}
        onClick={() => setOpen(undefined)}
        onBlur={() => setOpen(undefined)}
        onKeyDown={(event) => {
          if (!open || event.nativeEvent.isComposing) return;
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step !== 0) setAt((now) => (now + step + count) % count);
          else if (event.key === 'Enter' || event.key === 'Tab') take(open.options[at]);
          else if (event.key === 'Escape') setOpen(undefined);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {open && (
        <div id={`${id}-list`} className="mingce-options" role="listbox" aria-label={RULES.options}>
          {open.options.map((option, index) => (
            <div
              key={option.kind + option.label}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault();
                take(option);
              }}
            >
              <b className={`mingce-kind-${option.kind}`}>{option.label}</b>
              <span>{option.detail}</span>
            </div>
          ))}
        </div>
      )}
      {error ? (
        <p className="mingce-wrong" role="alert">
          {formulaMessage(error)}
          {error.near !== undefined && !readOnly && (
            <button type="button" className="mingce-fix" onClick={mend}>
              {RULES.use(error.near)}
            </button>
          )}
        </p>
      ) : (
        <p className="mingce-hint">{RULES.formulaHint}</p>
      )}
    </div>
  );
}
