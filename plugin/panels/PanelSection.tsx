import { ICommandService, RedoCommand, UndoCommand } from '@univerjs/core';
import { useDependency } from '@univerjs/ui';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

export interface PanelSectionProps {
  readonly label: string;
  readonly className?: string;
  /** Keys typed here are not the sheet's. */
  readonly ownKeys?: boolean;
  readonly children: ReactNode;
}

/**
 * The frame of a panel. Ctrl+Z and Ctrl+Y in it go to the book, but for a box, where they take its typing back. Where a
 * button went away with what it mended, the focus goes to what stands in its place, so that keys go on.
 */
export function PanelSection({ label, className, ownKeys, children }: PanelSectionProps) {
  const commands = useDependency(ICommandService);
  const section = useRef<HTMLElement>(null);
  const held = useRef<{ readonly element: Element; readonly place: string | null } | null>(null);
  useEffect(() => {
    if (!held.current || held.current.element.isConnected || document.activeElement !== document.body) return;
    const { place } = held.current;
    const next = place === null ? null : section.current?.querySelector(`li[aria-posinset="${place}"] button`);
    (next instanceof HTMLElement ? next : section.current)?.focus();
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (ownKeys) event.stopPropagation();
    const inBox = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    const letter = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || inBox || (letter !== 'z' && letter !== 'y')) return;
    event.preventDefault();
    event.stopPropagation();
    void commands.executeCommand(letter === 'y' || event.shiftKey ? RedoCommand.id : UndoCommand.id);
  };
  return (
    <section
      ref={section}
      tabIndex={-1}
      className={`mingce-panel${className ? ` ${className}` : ''}`}
      aria-label={label}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const place = target.closest('li')?.getAttribute('aria-posinset') ?? null;
        held.current = { element: target, place };
      }}
    >
      {children}
    </section>
  );
}
