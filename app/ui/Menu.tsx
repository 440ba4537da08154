import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

/** One line of a menu. */
export interface MenuAction {
  readonly label: string;
  /** A few words below it. */
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly title?: string;
  readonly actions: readonly MenuAction[];
  readonly primary?: boolean;
  readonly disabled?: boolean;
}

/**
 * A button that opens a list of actions. By keyboard: Enter, Space, ↓ or ↑ open it, arrows, Home, End and first letters
 * move, Enter takes one, Escape and Tab close it; the focus goes back to where it was, but for the action that was taken.
 */
export function Menu({ label, title, actions, primary = false, disabled = false }: MenuProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef<Element | null>(null);
  const [open, setOpen] = useState<'first' | 'last' | null>(null);
  const items = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  useEffect(() => {
    if (open === null) return;
    before.current = document.activeElement;
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    all.at(open === 'first' ? 0 : -1)?.focus();
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(null);
    };
    // The spreadsheet stops events on their way up: listen on their way down.
    addEventListener('pointerdown', outside, { capture: true });
    return () => removeEventListener('pointerdown', outside, { capture: true });
  }, [open]);

  const close = (): void => {
    setOpen(null);
    const back =
      before.current instanceof HTMLElement && before.current !== document.body ? before.current : button.current;
    back?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    const all = items();
    const active = document.activeElement;
    const at = active instanceof HTMLElement ? all.indexOf(active) : -1;
    const target = targetOf(event.key, at, all);
    if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      if (event.key === 'Tab') return;
    } else if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    target?.focus();
  };
  return (
    <div ref={box} className="mc-menu">
      <button
        ref={button}
        type="button"
        className={`mc-button${primary ? ' mc-primary' : ''}`}
        title={title}
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        aria-controls={open === null ? undefined : id}
        onClick={() => setOpen(open === null ? 'first' : null)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(event.key === 'ArrowDown' ? 'first' : 'last');
        }}
      >
        {label}
        <svg className="mc-menu-arrow" viewBox="0 0 10 6" aria-hidden="true">
          <path d="M1 1l4 4 4-4" />
        </svg>
      </button>
      {open !== null && (
        <div id={id} role="menu" aria-label={label} className="mc-menu-list" tabIndex={-1} onKeyDown={move}>
          {actions.map((action) => (
            <button
              key={action.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={action.disabled === true}
              onClick={() => {
                if (action.disabled) return;
                close();
                action.onSelect();
              }}
            >
              {action.label}
              {action.hint && <small>{action.hint}</small>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Where a key leads among the items. */
function targetOf(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  const count = items.length;
  if (key === 'ArrowDown') return items[(at + 1) % count];
  if (key === 'ArrowUp') return items[(at - 1 + count) % count];
  if (key === 'Home') return items[0];
  if (key === 'End') return items[count - 1];
  if (key.length !== 1 || key === ' ') return undefined;
  const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return order.find((item) => item.textContent?.startsWith(key));
}
