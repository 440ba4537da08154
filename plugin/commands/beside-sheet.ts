/** The bars and lines that a page has around the sheet. */
const BAR = '[data-beside-sheet]';
/** Whatever, clicked, acts on people and books. */
const ACTS = `${BAR}, [data-u-comp="sidebar"]`;

/** What is being typed into a cell. */
export interface Typing {
  readonly going: () => boolean;
  readonly end: () => void;
}

/**
 * Clicks beside the sheet, in the sidebar and wherever a page says `data-beside-sheet`. What is being typed into a cell is
 * taken before they do anything: the next person's form would else get what was typed for the one before, and an export
 * would go without it. And a button in a bar leaves the keys with the sheet, so that one types on, and what it opens gives
 * them back to it; by keyboard a button keeps the focus as ever.
 * @returns what ends it
 */
export function listenBeside(page: Document, typing: Typing): () => void {
  const within = ({ target }: Event, selector: string): boolean =>
    target instanceof Element && target.closest(selector) !== null;
  const pressed = (event: Event): void => {
    if (typing.going() && within(event, ACTS)) typing.end();
  };
  const down = (event: Event): void => {
    const inSheet = page.activeElement?.closest('[data-u-comp="editor"]');
    if (inSheet && within(event, `${BAR} button`)) event.preventDefault();
  };
  page.addEventListener('pointerdown', pressed, true);
  page.addEventListener('mousedown', down, true);
  return () => {
    page.removeEventListener('pointerdown', pressed, true);
    page.removeEventListener('mousedown', down, true);
  };
}
