/** Marks what Enter goes through, in order. */
export const FIELD = 'data-wizard-field';

function fieldsIn(root: Element | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>(`[${FIELD}]`) ?? [])].filter(
    (field) => !field.hasAttribute('readonly'),
  );
}

/** Focuses the field after `from`; `false` when it was the last one. */
export function focusNext(root: Element | null, from: EventTarget): boolean {
  const fields = fieldsIn(root);
  const next = fields[(from instanceof HTMLElement ? fields.indexOf(from) : -1) + 1];
  if (!next) return false;
  focusField(next);
  return true;
}

/** The place of what has the focus among the fields of a page; -1 for anything else. */
export function placeIn(root: Element | null, target: EventTarget): number {
  return target instanceof HTMLElement ? fieldsIn(root).indexOf(target) : -1;
}

/**
 * Focuses a field of a page as it comes: the first that is wrong where one is sent back to mend it, the one where one was,
 * else the first. Where one goes on with a text, its end is.
 */
export function focusPage(root: Element | null, wrong: boolean, place: number): void {
  const fields = fieldsIn(root);
  const bad = wrong ? fields.find((field) => field.getAttribute('aria-invalid') === 'true') : undefined;
  const there = bad ?? fields[place];
  if (bad || place === 0 || !there) {
    const field = there ?? fields[0];
    if (field) focusField(field);
    return;
  }
  there.focus();
  if (there instanceof HTMLInputElement || there instanceof HTMLTextAreaElement)
    there.setSelectionRange(there.value.length, there.value.length);
}

function focusField(field: HTMLElement): void {
  field.focus();
  // What stands there is written over by typing, as in a cell.
  if (field instanceof HTMLInputElement && field.type !== 'checkbox') field.select();
}
