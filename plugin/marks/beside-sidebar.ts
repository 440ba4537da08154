const SIDEBAR = '[data-u-comp="sidebar"]';
/** Between card and cell, on both sides of it. */
const GAP = 5;

/** Where something stands across the page, in CSS pixels. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/**
 * How far a card goes to the left of where it was put, right of its cell: Univer reckons with the whole window, and what
 * reaches into the sidebar lies under it. Beyond the cell, where there is room, so that the cell stays seen.
 * @param free Where the sheet ends at the right.
 */
export function shiftOf(card: Span, cellWidth: number, free: number): number {
  if (card.right <= free) return 0;
  const beyond = card.right - card.left + cellWidth + 2 * GAP;
  return card.left - beyond >= 0 ? beyond : card.right - free;
}

/**
 * Moves a card out from under the sidebar once the popup around it has put it beside its cell: until then it stands
 * outside the page.
 * @returns what ends it
 */
export function keepBesideSidebar(card: HTMLElement, cellWidth: number): () => void {
  const observer = new IntersectionObserver((seen) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    const sidebar = card.ownerDocument.querySelector(SIDEBAR);
    const free = sidebar?.getBoundingClientRect().left ?? innerWidth;
    const shift = shiftOf(card.getBoundingClientRect(), cellWidth, free);
    if (shift > 0) card.style.transform = `translateX(${-shift}px)`;
  });
  observer.observe(card);
  return () => observer.disconnect();
}
