import { readId, upgradeId } from '../../formulas/id-number.ts';

/**
 * By what an ID number makes two rows one person; `undefined` when it does not. A right number does alone (a 15-digit
 * one by its 18-digit form); a number with a mistake only together with the name, since a mistyped number may be
 * somebody else's; masked numbers and those that a spreadsheet has rounded never.
 */
export function idKey(idNumber: string, name: string): string | undefined {
  const { text, reason } = readId(idNumber, '');
  if (text === '') return undefined;
  if (reason === '') return text;
  if (reason === 'legacy15') return upgradeId(text);
  const whole = /^(?:\d{17}[\dX]|\d{15})$/.test(text);
  return whole && (reason === 'checkDigit' || reason === 'birthDate') && name !== ''
    ? JSON.stringify([text, name])
    : undefined;
}
