import { type RefObject, useEffect, useRef } from 'react';
import { focusPage } from './focus.ts';

/** The sheet takes the focus back after a menu; a field takes it once that is through. In milliseconds. */
const FOCUS_DELAY = 150;

export interface FirstFocusProps {
  readonly body: RefObject<HTMLElement | null>;
  /** One is sent back to mend something. */
  readonly wrong: boolean;
  /** The field where one was, by its place on the page. */
  readonly place: number;
}

/** Takes the focus to a field of a page when it comes; give it a key of the page's own. */
export function FirstFocus({ body, wrong, place }: FirstFocusProps) {
  // As they are when the page comes: whoever moves on is not called back.
  const coming = useRef({ wrong, place });
  useEffect(() => {
    const take = (): void => focusPage(body.current, coming.current.wrong, coming.current.place);
    take();
    const timer = setTimeout(() => {
      const panel = body.current?.closest('.mingce-wizard');
      if (!panel?.contains(document.activeElement)) take();
    }, FOCUS_DELAY);
    return () => clearTimeout(timer);
  }, [body]);
  return null;
}
