const QUARTER = /^第?([一二三四五六七八九1-9])季度?$|^q([1-9])$|^([1-9])$/;
const ROMAN = ['i', 'ii', 'iii', 'iv'];
const DIGITS = '一二三四五六七八九';
const YEAR = /^(?:19|20)[0-9]{2}年度?/;
/** The months of it: `第一季度（1-3月）`. */
const MONTHS_BEHIND = /\([^()]*月[^()]*\)$/;
/** The months alone: `1-3月`, `一至三月`, `1月-3月`. */
const MONTHS =
  /^([0-9]{1,2}|[一二三四五六七八九十]{1,2})月?[-—–~到至、]+([0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?$/;
const SPAN = /(?<![0-9])([0-9]{1,2})月?[-—–~到至]+(?=[0-9]{1,2}月)/g;
const MONTH = /(?<![0-9一二三四五六七八九十])([0-9]{1,2}|[一二三四五六七八九十]{1,2})月/g;
const MONTH_WORDS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/**
 * The number that a text gives a quarter, 5 and more too, or undefined when it names none: `第一季度`, `一季度`, `3季度`,
 * `Q4`, `第五季度` (5), `1-3月`. Spaces and width are ignored.
 */
export function quarterNumber(text: string): number | undefined {
  // NFKC has made all half width, and `Ⅳ` four letters' worth of `IV`.
  const plain = text
    .normalize('NFKC')
    .replace(/[\s:：.]+/g, '')
    .replace(MONTHS_BEHIND, '')
    .toLowerCase()
    .replace(/^第?(i{1,3}|iv)(?=季度?$)/, (_, roman: string) => String(ROMAN.indexOf(roman) + 1));
  const months = MONTHS.exec(plain);
  if (months !== null) {
    const [from, to] = [monthNumber(months[1] ?? ''), monthNumber(months[2] ?? '')];
    return from % 3 === 1 && to === from + 2 && to <= 12 ? to / 3 : undefined;
  }
  const match = QUARTER.exec(plain);
  if (match === null) return undefined;
  const [, word = '', q = word, bare = q] = match;
  return DIGITS.includes(bare) ? DIGITS.indexOf(bare) + 1 : Number(bare);
}

/** The same where the year may stand before it, as in tables typed anew: `2017年第一季度`. */
export function datedQuarter(text: string): number | undefined {
  return quarterNumber(text.normalize('NFKC').replace(/\s+/g, '').replace(YEAR, ''));
}

/** The quarter of the months that a text names (`2017年8月`, `8月12日`, `2017.8`); undefined for none, and for those of two. */
export function quarterOfMonths(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(SPAN, '$1月');
  const months = [...plain.matchAll(MONTH)].map(([, month = '']) => monthNumber(month));
  const dated = /[12][0-9]{3}[^0-9]{1,2}([0-9]{1,2})(?![0-9])/.exec(plain);
  if (months.length === 0 && dated !== null) months.push(Number(dated[1]));
  const quarters = new Set(months.map((month) => (month >= 1 && month <= 12 ? Math.ceil(month / 3) : 0)));
  const [only = 0] = quarters;
  return quarters.size === 1 && only > 0 ? only : undefined;
}

/** The year before a quarter or month: `2016年第四季度`, `2016.11`. */
export function quarterYear(text: string): string | undefined {
  return /^\s*((?:19|20)[0-9]{2})(?![0-9])\s*[年./-]/.exec(text.normalize('NFKC'))?.[1];
}

/** `3` → `第三季度`; '' for what names no quarter. */
export function quarterWord(text: string): string {
  const number = quarterNumber(text);
  return number === undefined ? '' : `第${DIGITS.charAt(number - 1)}季度`;
}

/** `11`, `十一` → 11; 0 for what is no month. */
function monthNumber(text: string): number {
  return /^[0-9]+$/.test(text) ? Number(text) : MONTH_WORDS.indexOf(text) + 1;
}
