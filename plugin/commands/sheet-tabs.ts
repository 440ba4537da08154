const TAB = '[data-u-comp="slide-tab-item"]';
const WRITING = '[contenteditable="true"]';

/** What the tabs need of the workbook in front. */
export interface TabsOf {
  readonly focusSheet: () => void;
  /** The name of a sheet; `undefined` for one that is not there. */
  readonly nameOf: (sheetId: string) => string | undefined;
}

const tabOf = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(TAB) : null;

/**
 * The tabs of the sheets give the keys back: Univer leaves them with the tab that was clicked, or, once a name is written,
 * nowhere, and what one types next is lost. A name that was refused is taken off the tab. Whoever goes through the tabs by
 * keyboard stays there, and so does whoever writes a name.
 * @returns what ends it
 */
export function keepTabs(page: Document, { focusSheet, nameOf }: TabsOf): () => void {
  const clicked = (event: MouseEvent): void => {
    // By keyboard 0; the second of two opens the name of the tab in front for writing.
    const done = event.type === 'dblclick' || event.detail === 1;
    if (done && tabOf(event)?.querySelector(WRITING) === null) focusSheet();
  };
  const written = (event: FocusEvent): void => {
    const tab = tabOf(event);
    const { target } = event;
    if (!(target instanceof HTMLSpanElement) || !tab) return;
    // The command that renames is through by then, or refused.
    setTimeout(() => {
      // It goes on where the name will not do: blank, or another sheet's.
      if (target.closest(WRITING)) return;
      const name = nameOf(tab.dataset['id'] ?? '');
      if (name !== undefined && target.textContent !== name) target.textContent = name;
      if (page.activeElement === page.body) focusSheet();
    });
  };
  page.addEventListener('click', clicked);
  page.addEventListener('dblclick', clicked);
  // Univer lets it go no further than the tab.
  page.addEventListener('focusout', written, true);
  return () => {
    page.removeEventListener('click', clicked);
    page.removeEventListener('dblclick', clicked);
    page.removeEventListener('focusout', written, true);
  };
}
