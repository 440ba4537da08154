import { type RefObject, useEffect } from 'react';
import { focusFirst } from './focus.ts';

/** The sheet takes the focus back after a menu; a field takes it once that is through. In milliseconds. */
const FOCUS_DELAY = 150;

/** Takes the focus to the first field of a page when it comes; give it a key of the page's own. */
export function FirstFocus({ body }: { readonly body: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    focusFirst(body.current);
    const timer = setTimeout(() => {
      const panel = body.current?.closest('.mingce-wizard');
      if (!panel?.contains(document.activeElement)) focusFirst(body.current);
    }, FOCUS_DELAY);
    return () => clearTimeout(timer);
  }, [body]);
  return null;
}
