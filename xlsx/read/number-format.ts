/**
 * What a number format makes of a number: `general`, `text` (`@`), a date or time, or a pattern of digits.
 */
export type NumberFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  | { readonly kind: 'digits'; readonly sections: readonly Section[] };

interface Section {
  readonly before: string;
  readonly after: string;
  /** Least digits before the point. */
  readonly whole: number;
  /** Least and most digits after the point. */
  readonly least: number;
  readonly most: number;
  readonly thousands: boolean;
  readonly percent: boolean;
  /** Signs for digits with others between them, as in `000-0000-0000`, one by one; they stand for `whole`. */
  readonly mask?: readonly string[];
}

/** Formats that a workbook may use without writing them down (ECMA-376, 18.8.30), the Chinese ones included. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
  [49, '@'],
]);

const GENERAL: NumberFormat = { kind: 'general' };

/** The format of a built-in id. */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36) return { kind: 'date' };
  if (id >= 50 && id <= 58) return { kind: 'date' };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return { kind: 'time' };
  const code = BUILT_IN.get(id);
  return code === undefined ? GENERAL : parseFormat(code);
}

/** Spreadsheet programs take no longer format; taking one apart costs more than its length. */
const LONGEST_CODE = 255;

/** Reads a format code such as `yyyy"年"m"月"` or `0.00`. */
export function parseFormat(code: string): NumberFormat {
  if (code.length > LONGEST_CODE) return GENERAL;
  const bare = withoutLiterals(code);
  if (bare.trim() === '@') return { kind: 'text' };
  const letters = bare.replace(/general|g\/通用格式/gi, '');
  // E followed by a sign is the exponent of a number; without, the year of an era.
  if (/[yd年日]|e(?![+-])/i.test(letters)) return { kind: 'date' };
  if (/[hs时秒]|am\/pm|上午/i.test(letters)) return { kind: 'time' };
  if (/[m月]/i.test(letters)) return { kind: 'date' };
  if (!/[0#?]/.test(letters) || /e[+-]|\//i.test(letters)) return GENERAL;
  return { kind: 'digits', sections: sectionsOf(code) };
}

function withoutLiterals(code: string): string {
  return code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(
      /\[\$[^\]]*\]|\[(?:black|red|blue|green|yellow|white|cyan|magenta|color\s*\d+|[<>=][^\]]*|DBNum\d)\]/gi,
      '',
    );
}

function sectionsOf(code: string): Section[] {
  return code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/).map(sectionOf);
}

function sectionOf(code: string): Section {
  const clean = code
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '');
  const literal = (text: string): string => text.replace(/"([^"]*)"/g, '$1').replace(/\\(.)/g, '$1');
  const masked = MASKED.exec(clean);
  const [, first = '', middle = '', last = ''] = masked ?? [];
  if (masked !== null && isMask(middle) && !/[.,%/]/.test(withoutLiterals(clean)))
    return { ...PLAIN, before: literal(first), after: literal(last), mask: signsOf(middle) };
  const match = /^((?:"[^"]*"|\\.|[^0#?."\\])*)([0#?,]*)(?:\.([0#?]*))?(.*)$/s.exec(clean);
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  return {
    before: literal(match?.[1] ?? ''),
    after: literal(match?.[4] ?? ''),
    whole: whole.replace(/[^0]/g, '').length,
    least: fraction.replace(/[^0]/g, '').length,
    most: fraction.length,
    thousands: /[0#?],[0#?]/.test(whole),
    percent: withoutLiterals(clean).includes('%'),
  };
}

const PLAIN = { whole: 0, least: 0, most: 0, thousands: false, percent: false };

/** What stands before, from the first sign for a digit to the last with something else between, what stands behind. */
const MASKED = /^((?:"[^"]*"|\\.|[^0#?"\\])*)([0#?](?:"[^"]*"|\\.|[^"\\])*[0#?])((?:"[^"]*"|\\.|[^0#?"\\])*)$/s;

const isMask = (middle: string): boolean => /[^0#?]/.test(middle);

/** The signs of a mask, literal texts with a quote before them. */
function signsOf(middle: string): readonly string[] {
  return [...middle.matchAll(/"([^"]*)"|\\(.)|([\s\S])/g)].map(([, quoted, escaped, sign]) => {
    const text = quoted ?? escaped;
    return text === undefined ? (sign ?? '') : `"${text}`;
  });
}

/** Digits put in for the signs from behind; what is left of them stands before the first. */
function fillMask(digits: string, mask: readonly string[]): string {
  let rest = digits === '0' ? '' : digits;
  let text = '';
  const first = mask.findIndex((sign) => /^[0#?]$/.test(sign));
  for (let n = mask.length - 1; n >= 0; n--) {
    const sign = mask[n] ?? '';
    if (!/^[0#?]$/.test(sign)) {
      text = sign.replace(/^"/, '') + text;
      continue;
    }
    const digit = rest.slice(n === first ? 0 : -1);
    text = (digit === '' ? (sign === '0' ? '0' : '') : digit) + text;
    rest = n === first ? '' : rest.slice(0, -1);
  }
  return text;
}

/** Rounded as spreadsheets do, by the fifteen digits that they know of a number: 1990.05 to one place is 1990.1. */
function rounded(amount: number, places: number): string {
  const digits = amount.toPrecision(15);
  const shifted = digits.includes('e') ? Number.NaN : Math.round(Number(`${digits}e${places}`));
  return shifted < Number.MAX_SAFE_INTEGER ? Number(`${shifted}e-${places}`).toFixed(places) : amount.toFixed(places);
}

/** A number as this format of digits shows it. */
export function formatDigits(value: number, sections: readonly Section[]): string {
  const [positive, negative, zero] = sections;
  const section = value < 0 ? (negative ?? positive) : value === 0 ? (zero ?? positive) : positive;
  if (section === undefined) return String(value);
  const amount = Math.abs(value) * (section.percent ? 100 : 1);
  const sign = value < 0 && negative === undefined ? '-' : '';
  if (section.mask !== undefined)
    return `${sign}${section.before}${fillMask(rounded(amount, 0), section.mask)}${section.after}`;
  const [whole = '', fraction = ''] = rounded(amount, Math.min(section.most, 30)).split('.');
  let digits = whole === '0' && section.whole === 0 ? '' : whole.padStart(section.whole, '0');
  if (section.thousands) digits = digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
  let rest = fraction;
  while (rest.length > section.least && rest.endsWith('0')) rest = rest.slice(0, -1);
  return `${sign}${section.before}${digits}${rest === '' ? '' : `.${rest}`}${section.after}`;
}
