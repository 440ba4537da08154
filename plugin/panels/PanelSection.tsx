import { ICommandService, RedoCommand, UndoCommand } from '@univerjs/core';
import { ILayoutService, useDependency } from '@univerjs/ui';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { NextProblemCommandId, OpenFixesCommandId, PreviousProblemCommandId } from './panel-ids.tsx';

export interface PanelSectionProps {
  readonly label: string;
  readonly className?: string;
  /** Keys typed here are not the sheet's. */
  readonly ownKeys?: boolean;
  readonly children: ReactNode;
}

/**
 * The frame of a panel. Ctrl+Z and Ctrl+Y in it go to the book, but for a box, where they take its typing back; F8 and
 * Alt+Enter lead to the sheet as they do there. Where a button went away with what it mended, the focus goes to what stands
 * in its place, so that keys go on.
 */
export function PanelSection({ label, className, ownKeys, children }: PanelSectionProps) {
  const commands = useDependency(ICommandService);
  const layout = useDependency(ILayoutService);
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
    const lead = leading(event);
    if (lead !== null) {
      event.preventDefault();
      event.stopPropagation();
      // First the sheet takes the keys: a card that opens for the keyboard takes them from there.
      layout.focus();
      void commands.executeCommand(lead);
      return;
    }
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

/** The command of a key that leads from the panel to the sheet. */
function leading({ key, altKey, shiftKey }: KeyboardEvent): string | null {
  if (key === 'F8') return shiftKey ? PreviousProblemCommandId : NextProblemCommandId;
  return key === 'Enter' && altKey ? OpenFixesCommandId : null;
}
