import { BORDER_KEYS, BORDER_STYLE_KEYS, type IStyleData, type IWorkbookData, STYLE_KEYS } from '@univerjs/core';

/**
 * Styles with their keys in the order in which Univer puts a style together when it writes one into a cell. It looks a
 * style up by its JSON: in any other order every written cell is compared with all the styles there are, one by one.
 * Of equal styles the first one answers, as without: so the last ones stand first here.
 */
export function inUniverOrder(styles: IWorkbookData['styles']): IWorkbookData['styles'] {
  const entries = Object.entries(styles).reverse();
  return Object.fromEntries(entries.map(([id, style]) => [id, style ? orderedStyle(style) : style]));
}

function orderedStyle(style: IStyleData): IStyleData {
  const { bd } = style;
  const whole: IStyleData = ordered(style, STYLE_KEYS);
  if (!bd) return whole;
  const borders = ordered(bd, BORDER_KEYS);
  for (const key of BORDER_KEYS) {
    const border = borders[key];
    if (border) borders[key] = ordered(border, BORDER_STYLE_KEYS);
  }
  return { ...whole, bd: borders };
}

/** The same object with these keys first, in this order. */
function ordered<T extends object>(value: T, keys: readonly (keyof T)[]): T {
  const first: Partial<T> = {};
  for (const key of keys) if (Object.hasOwn(value, key)) first[key] = value[key];
  return { ...first, ...value };
}
