/**
 * Gives the parts of Univer's own interface whose names for screen readers are fixed in English the words of the locale.
 * Called whenever the sidebar opens or closes: some of them are there only while it is open.
 */
export function nameParts(page: Document, names: Readonly<Record<string, string>>): void {
  // What has just been asked for is drawn within the next frame.
  requestAnimationFrame(() => {
    for (const [english, name] of Object.entries(names))
      for (const part of page.querySelectorAll(`[aria-label="${english}"]`)) part.setAttribute('aria-label', name);
  });
}
