import { useEffect, useRef } from 'react';
import type { WizardFile } from '../../plugin/index.ts';
import type { Session } from '../session/session.ts';
import type { SheetHandle } from './mount-sheet.ts';
import { takeSpare } from './spare-sheet.ts';

export interface SheetViewProps {
  readonly session: Session;
  readonly readOnly: boolean;
  readonly onReady: (handle: SheetHandle | null) => void;
  readonly onFailed: (error: unknown) => void;
  /** A wizard made a file. */
  readonly onWizardFile: (file: WizardFile) => void;
}

/** The spreadsheet of an open project. Univer is fetched when the first project is opened, not before. */
export function SheetView({ session, readOnly, onReady, onFailed, onWizardFile }: SheetViewProps) {
  const box = useRef<HTMLElement>(null);
  const handlers = useRef({ onReady, onFailed, onWizardFile, readOnly });
  handlers.current = { onReady, onFailed, onWizardFile, readOnly };
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let handle: SheetHandle | null = null;
    let gone = false;
    void takeSpare()
      .then(async ({ mount, sheet }) => {
        if (gone) {
          sheet.univer.dispose();
          return;
        }
        element.append(sheet.container);
        const mounted = await mount(sheet, session, handlers.current.readOnly, (file) =>
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
    };
  }, [session]);
  // Univer has a header of its own, which is no second banner of the page only within another landmark.
  return <main ref={box} className="mc-sheet" />;
}
