import { dayNumber, daysIn, parseIsoDay } from './calendar.ts';
import { quoted } from './native.ts';
import type { NativePart } from './types.ts';
import { asText } from './value.ts';

/** Whether the check digit is right; the weights are powers of two, so no array constant is needed. An error is wrong. */
export const digitRight = (id: string): string =>
  `MID("10X98765432",MOD(SUMPRODUCT(MID(${id},ROW($1:$17),1)*2^(18-ROW($1:$17))),11)+1,1)=RIGHT(${id})`;

/** A reference date inside native formulas: a constant, or today where the project has none (a blank form). */
interface NativeDate {
  /** Its serial number. */
  readonly serial: string;
  readonly year: string;
  /** The text `11`. */
  readonly month: string;
  /** `20171130`. */
  readonly day: string;
  /** Whether it is the last day of its month. */
  readonly monthEnd: boolean;
}

const TODAY: NativeDate = {
  serial: 'TODAY()',
  year: 'YEAR(TODAY())',
  month: 'TEXT(TODAY(),"mm")',
  day: 'TEXT(TODAY(),"yyyymmdd")',
  monthEnd: false,
};

/** The date of a constant argument; nothing when it is neither a date nor blank. */
export function nativeDate(asOf: NativePart | undefined): NativeDate | undefined {
  if (asOf?.value === '') return TODAY;
  const day = parseIsoDay(asText(asOf?.value));
  if (!day) return undefined;
  const serial = Math.round((Date.UTC(day.year, day.month - 1, day.day) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return {
    serial: String(serial),
    year: String(day.year),
    month: quoted(String(day.month).padStart(2, '0')),
    day: String(dayNumber(day)),
    monthEnd: day.day === daysIn(day.year, day.month),
  };
}

/** Whether the eight digits from the seventh on are a day from 1900 to the reference date. An error is wrong. */
export function birthRight(id: string, asOf: NativePart | undefined): string | undefined {
  const last = nativeDate(asOf)?.serial;
  // Excel and WPS have no days before 1900: an error, which is wrong. LibreOffice has, and lets them pass; a second
  // comparison would not fit into a validation's 255 characters.
  return last && `--TEXT(--MID(${id},7,8),"0-00-00")<=${last}`;
}

/**
 * Whether a number is long enough to say something, written short: what has another length than 15 or 18 is another
 * rule's business.
 */
export const longEnough = (id: string): string => `LEN(${id})>14`;

/** `YYYYMMDD` of a number of 18 or 15 characters, whose century is 19: half its length less one is 8 or 6. */
export const bornOn = (id: string): string => `RIGHT(19&MID(${id},7,LEN(${id})/2-1),8)`;

/** `YYYYMM` in the same way. */
export const bornIn = (id: string): string => `RIGHT(19&MID(${id},7,LEN(${id})/2-3),6)`;

/** The digit that tells the sex: the 17th of 18, the last of 15. */
export const sexDigit = (id: string): string => `RIGHT(LEFT(${id},17))`;

/**
 * Whether a number tells a birthday: 18 characters with a day that exists and the right check digit, or 15, whose day
 * is not looked at. An error is wrong.
 */
export function idTells(id: string, asOf: NativePart | undefined): string | undefined {
  const birth = birthRight(id, asOf);
  return birth && `IF(LEN(${id})=18,AND(${birth},${digitRight(id)}),LEN(${id})=15)`;
}

/** Full years from the birthday in an ID number. */
export function ageById(id: string, asOf: NativePart | undefined): string | undefined {
  const date = nativeDate(asOf);
  // The ten thousands of YYYYMMDD are the years; the number is named once.
  return date && `INT((${date.day}-${bornOn(id)})/10000)`;
}

/** Full years from a month `1990.05`; `sign` `>`: born on its first day, `>=`: on its last. */
export function ageByMonth(month: string, asOf: NativePart | undefined, sign: '>' | '>='): string | undefined {
  const date = nativeDate(asOf);
  return date && `${date.year}-LEFT(${month},4)-(RIGHT(${month},2)${sign}${date.month})`;
}
