/** The words of the locale for parts of Univer's own interface that have fixed English ones. */
export interface PartNames {
  /** By the name that a screen reader is told; of the messages' region its beginning. */
  readonly labels: Readonly<Record<string, string>>;
  /** By a text that only a screen reader finds in a button. */
  readonly buttons: Readonly<Record<string, string>>;
}

/** Gives Univer's parts their names, now and whenever one comes up. Call the answer to stop. */
export function nameParts(page: Document, names: PartNames): () => void {
  const labels = Object.entries(names.labels);
  const buttons = new Map(Object.entries(names.buttons));
  // Naming what has its name already would be a change that calls for naming.
  const set = (part: Element, name: string): void => {
    if (part.getAttribute('aria-label') !== name) part.setAttribute('aria-label', name);
  };
  const rename = (root: ParentNode): void => {
    for (const [english, name] of labels)
      for (const part of root.querySelectorAll(`[aria-label^="${english}"]`)) set(part, name);
    for (const hidden of root.querySelectorAll('button > .univer-sr-only')) {
      const name = buttons.get(hidden.textContent ?? '');
      if (name && hidden.parentElement) set(hidden.parentElement, name);
    }
  };
  const observer = new MutationObserver((changes) => {
    const places = new Set<ParentNode>();
    for (const { type, target, addedNodes } of changes) {
      // What came is asked together with what was beside it: a query looks below, never at the place itself.
      const place = type === 'attributes' ? target.parentElement : target;
      const touched = type === 'attributes' || [...addedNodes].some((node) => node instanceof Element);
      if (touched && place instanceof Element) places.add(place);
    }
    for (const place of places) rename(place);
  });
  rename(page);
  observer.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-label'] });
  return () => observer.disconnect();
}
