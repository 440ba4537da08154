import { useEffect } from 'react';
import type { SheetHandle } from '../workspace/mount-sheet.ts';

/**
 * Keys that nobody has go to the sheet: after a dialog or a card is closed, or a button went away under the finger, the
 * browser leaves the focus nowhere, and what one types next would be lost.
 */
export function useKeysToSheet(handle: SheetHandle | null): void {
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    let pressed = false;
    const rest = (): void => {
      // The sheet may have been taken down since.
      if (signal.aborted) return;
      const nobody = document.activeElement === document.body && document.querySelector('dialog[open]') === null;
      // A mouse that is held may be choosing text, which goes on only where it began.
      if (nobody && !pressed) handle?.focus();
    };
    const later = (): void => void setTimeout(rest);
    const pointer = (event: PointerEvent): void => {
      pressed = event.type === 'pointerdown';
    };
    const key = (event: KeyboardEvent): void => {
      // Chosen text can be copied.
      if (!event.ctrlKey && !event.metaKey) rest();
    };
    addEventListener('focusout', later, { capture: true, signal });
    for (const kind of ['pointerdown', 'pointerup', 'pointercancel'] as const)
      addEventListener(kind, pointer, { capture: true, signal });
    addEventListener('keydown', key, { capture: true, signal });
    return () => life.abort();
  }, [handle]);
}
