import { useEffect, useState } from 'react';
import type { FormSheet } from './form-sheet.ts';

/** The year that a line of the form in front says though another is shown, until another form is shown; else `null`. */
export function useMoved(form: FormSheet | null): number | null {
  const [moved, setMoved] = useState<number | null>(null);
  useEffect(() => {
    setMoved(null);
    if (form === null) return;
    const parts = [form.model.moved$.subscribe(setMoved), form.model.pointed$.subscribe(() => setMoved(null))];
    return () => {
      for (const part of parts) part.unsubscribe();
    };
  }, [form]);
  return moved;
}
