import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Field } from '../../sheets-templates/schema.ts';
import { PICKER } from '../picker/locale.zh-CN.ts';
import { Picker } from '../picker/Picker.tsx';
import { isMonthly, spellingOf } from '../picker/spelling.ts';

export interface WithPickerProps {
  /** `null` where nothing may be filled in. */
  readonly spec: Field | null;
  readonly text: string;
  readonly asOf: string;
  readonly readOnly: boolean;
  readonly onTake: (text: string) => void;
  /** The field's input. */
  readonly children: ReactNode;
}

/** The input of a month or day with a calendar below it, opened by its button or Alt+↓; any other input as it is. */
export function WithPicker({ spec, text, asOf, readOnly, onTake, children }: WithPickerProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) box.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const spelling = spellingOf(spec ?? undefined);
  if (!spec || !spelling) return children;
  const leave = (): void => {
    setOpen(false);
    box.current?.querySelector('input')?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || !event.altKey || readOnly || open) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and focus are those of the input and the picker inside it
    <div
      ref={box}
      className="mingce-wizard-pick"
      onKeyDown={press}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      {children}
      <button
        type="button"
        className="mingce-wizard-calendar"
        tabIndex={-1}
        disabled={readOnly}
        aria-label={PICKER.title(isMonthly(spelling))}
        aria-expanded={open}
        title={PICKER.openTip}
        onClick={() => (open ? leave() : setOpen(true))}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 4.5h11v9h-11zM2.5 7.5h11M5.5 2.5v3M10.5 2.5v3" fill="none" stroke="currentColor" />
        </svg>
      </button>
      {open && (
        <Picker
          spelling={spelling}
          text={text}
          asOf={asOf}
          readOnly={readOnly}
          onTake={(picked) => {
            onTake(picked);
            leave();
          }}
          onLeave={leave}
        />
      )}
    </div>
  );
}
