import { bareText } from './bare-text.ts';
import { type Day, dayNumber, isDay, parseIsoDay } from './calendar.ts';
import { idLabel, idNote } from './locale/vocabulary.ts';

/**
 * What is wrong with an ID number; `''` is right (or blank). `legacy15` is a right number of the old form.
 * Only one reason is given: the first that explains what stands there.
 */
export type IdReason = '' | 'length' | 'characters' | 'precisionLost' | 'birthDate' | 'checkDigit' | 'legacy15';

/** What an ID number says (GB 11643-1999). `birth` and `male` only where the number is right. */
export interface IdFacts {
  readonly text: string;
  readonly reason: IdReason;
  readonly birth?: Day;
  readonly male?: boolean;
}

const PLAIN = /^\d{17}[\dX]$/;
const FLOAT = /^\d(\.\d+)?E\+?(14|15|16|17|18)$/;

/** What stands between the parts of a number that was written in parts. */
const BETWEEN = /[-‐-―_.·/,~]/g;

/** NFKC, without blanks, hyphens, invisible characters, what stands around it and the word before it; x becomes X. */
export function cleanId(text: string): string {
  if (PLAIN.test(text)) return text;
  const squeezed = text.normalize('NFKC').replace(/[\s\p{Cf}\p{Cc}]/gu, '');
  const clean = bareText(bareText(squeezed).replace(idNote, '').replace(idLabel, ''))
    .replace(/(?<=\d)[-‐-―](?=[\dXx])/g, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/(?<=^\d{17})[ХΧ×]$/u, 'X')
    .normalize('NFKC');
  const whole = clean.replace(BETWEEN, '');
  return PLAIN.test(whole) ? whole : clean;
}

const WEIGHTS = Array.from({ length: 17 }, (_, index) => 2 ** (17 - index) % 11);
const DIGITS = '10X98765432';

/** The check digit for the first 17 digits: ISO 7064 MOD 11-2. */
export function checkDigit(first17: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += (first17.charCodeAt(index) - 48) * (WEIGHTS[index] ?? 0);
  return DIGITS.charAt(sum % 11);
}

const EARLIEST = 19000101;

function judge(text: string, latest: number): IdFacts {
  if (text === '') return { text, reason: '' };
  if (FLOAT.test(text)) return { text, reason: 'precisionLost' };
  const old = text.length === 15;
  if (!/^\d+X?$/.test(text)) return { text, reason: 'characters' };
  if (!old && text.length !== 18) return { text, reason: 'length' };
  if (old && text.endsWith('X')) return { text, reason: 'length' };
  // Fifteen right digits and three zeros are what a float leaves of a number; a right check digit speaks for the clerk.
  const wrongDigit = !old && checkDigit(text) !== text.charAt(17);
  if (wrongDigit && text.endsWith('000')) return { text, reason: 'precisionLost' };
  const date = old ? `19${text.slice(6, 12)}` : text.slice(6, 14);
  const birth = { year: Number(date.slice(0, 4)), month: Number(date.slice(4, 6)), day: Number(date.slice(6, 8)) };
  if (!isDay(birth) || dayNumber(birth) < EARLIEST || dayNumber(birth) > latest) return { text, reason: 'birthDate' };
  if (wrongDigit) return { text, reason: 'checkDigit' };
  return { text, reason: old ? 'legacy15' : '', birth, male: Number(text.charAt(old ? 14 : 16)) % 2 === 1 };
}

/**
 * The same for 18 characters that are digits but for an X at the end, as nearly all are, character by character; whatever is
 * wrong with them is `judge`'s to say.
 */
function judgePlain(text: string, latest: number): IdFacts | undefined {
  if (text.length !== 18) return undefined;
  let sum = 0;
  let date = 0;
  for (let at = 0; at < 17; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    sum += digit * (WEIGHTS[at] ?? 0);
    if (at >= 6 && at < 14) date = date * 10 + digit;
  }
  if (text.charCodeAt(17) !== DIGITS.charCodeAt(sum % 11) || date < EARLIEST || date > latest) return undefined;
  const birth = { year: Math.floor(date / 10000), month: Math.floor(date / 100) % 100, day: date % 100 };
  return isDay(birth) ? { text, reason: '', birth, male: text.charCodeAt(16) % 2 === 1 } : undefined;
}

let lastText: string | undefined;
let lastAsOf = '';
let lastFacts: IdFacts = { text: '', reason: '' };

/**
 * Reads an ID number, at a reference date `2017-11-30` (no birthday is later). The answer to the latest question is
 * remembered, since a record's rules ask for the same number one after the other.
 */
export function readId(text: string, asOf: string): IdFacts {
  if (text === lastText && asOf === lastAsOf) return lastFacts;
  const day = parseIsoDay(asOf);
  const latest = day ? dayNumber(day) : 99991231;
  const facts = judgePlain(text, latest) ?? judge(cleanId(text), latest);
  lastText = text;
  lastAsOf = asOf;
  lastFacts = facts;
  return facts;
}

/** The 18 characters of a right 15-digit number: the century is 19, the check digit is computed. */
export function upgradeId(text: string): string {
  if (readId(text, '').reason !== 'legacy15') return '';
  const clean = cleanId(text);
  const first17 = `${clean.slice(0, 6)}19${clean.slice(6)}`;
  return first17 + checkDigit(first17);
}
