import { useEffect, useRef } from 'react';
import type { WizardFile } from '../../plugin/index.ts';
import type { Session } from '../session/session.ts';
import type { SheetHandle } from './mount-sheet.ts';

export interface SheetViewProps {
  readonly session: Session;
  readonly readOnly: boolean;
  readonly onReady: (handle: SheetHandle | null) => void;
  readonly onFailed: (error: unknown) => void;
  /** A wizard made a file. */
  readonly onWizardFile: (file: WizardFile) => void;
}

/** Begins to fetch the spreadsheet while the records are still being read; a failure shows when it is mounted. */
export function fetchSheet(): void {
  import('./mount-sheet.ts').catch(() => undefined);
}

/** The spreadsheet of an open project. Univer is fetched when the first project is opened, not before. */
export function SheetView({ session, readOnly, onReady, onFailed, onWizardFile }: SheetViewProps) {
  const box = useRef<HTMLElement>(null);
  const handlers = useRef({ onReady, onFailed, onWizardFile, readOnly });
  handlers.current = { onReady, onFailed, onWizardFile, readOnly };
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // Each project gets an element of its own: Univer draws into it for as long as it lives.
    const container = document.createElement('div');
    container.className = 'mc-sheet-inner';
    element.append(container);
    let handle: SheetHandle | null = null;
    let gone = false;
    void import('./mount-sheet.ts')
      .then(async ({ mountSheet }) => {
        if (gone) return;
        const mounted = await mountSheet(container, session, handlers.current.readOnly, (file) =>
          handlers.current.onWizardFile(file),
        );
        if (gone) mounted.close();
        else {
          handle = mounted;
          handlers.current.onReady(mounted);
        }
      })
      .catch((error: unknown) => handlers.current.onFailed(error));
    return () => {
      gone = true;
      handlers.current.onReady(null);
      handle?.close();
      container.remove();
    };
  }, [session]);
  // Univer has a header of its own, which is no second banner of the page only within another landmark.
  return <main ref={box} className="mc-sheet" />;
}
