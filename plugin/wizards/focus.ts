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

/** Focuses the first field of a page. */
export function focusFirst(root: Element | null): void {
  const [first] = fieldsIn(root);
  if (first) focusField(first);
}

function focusField(field: HTMLElement): void {
  field.focus();
  // What stands there is written over by typing, as in a cell.
  if (field instanceof HTMLInputElement && field.type !== 'checkbox') field.select();
}
