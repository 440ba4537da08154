import { useEffect } from 'react';
import type { Saver } from '../../storage/saver/saver.ts';
import { SHELL } from '../locale/shell-zh-CN.ts';
import type { ToastControl } from '../ui/use-toasts.ts';
import type { SheetHandle } from '../workspace/mount-sheet.ts';

const text = SHELL.habits;

/**
 * Keys that hands trained on WPS press: Ctrl+S ends the cell that is being typed, has everything written and says so; Ctrl+P says
 * how to print. The browser's own answers would be a file of the page without the data in it, and a picture of the screen.
 */
export function useHabitKeys(handle: SheetHandle | null, saver: Saver, show: ToastControl['show']): void {
  useEffect(() => {
    const save = async (): Promise<void> => {
      handle?.flush();
      const { state } = await saver.flush();
      if (state === 'saved') show({ kind: 'done', text: text.saved });
      else if (state === 'read-only') show({ kind: 'warning', text: text.readOnly });
      // A failure stands in the line below, with what to do.
    };
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const key = event.key.toLowerCase();
      if (key !== 's' && key !== 'p') return;
      event.preventDefault();
      event.stopPropagation();
      if (key === 's') void save();
      else show({ kind: 'info', text: text.print });
    };
    // Capturing: the sheet and its editor take keys for themselves.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [handle, saver, show]);
}
