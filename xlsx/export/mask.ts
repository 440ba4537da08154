/** How sensitive texts (ID numbers, phones) leave the house; every office asks for another one. */
export const MASKS = ['none', 'middle8', 'last6', 'keepLast4', 'hidden'] as const;
export type Mask = (typeof MASKS)[number];

/**
 * A text behind a mask; stars stand for characters one by one, `hidden` says nothing about the length.
 * `middle8` hides the date of birth of an 18-digit ID number, and the middle four of a phone number.
 */
export function masked(text: string, mask: Mask): string {
  if (text === '') return '';
  const units = [...text];
  switch (mask) {
    case 'none':
      return text;
    case 'hidden':
      return '***';
    case 'last6':
      return stars(units, Math.max(0, units.length - 6), units.length);
    case 'keepLast4':
      return stars(units, 0, units.length > 4 ? units.length - 4 : units.length);
    case 'middle8':
      if (units.length >= 15) return stars(units, 6, units.length - 4);
      return units.length >= 10 ? stars(units, 3, units.length - 4) : stars(units, 0, units.length);
  }
}

function stars(units: readonly string[], from: number, to: number): string {
  return units.map((unit, i) => (i >= from && i < to ? '*' : unit)).join('');
}
