const DIGITS: ReadonlyMap<string, string> = new Map(
  [...'〇零○一二三四五六七八九'].map((letter) => [
    letter,
    '000123456789'.charAt([...'〇零○一二三四五六七八九'].indexOf(letter)),
  ]),
);

/** A year or month written in Chinese digits: `一九九〇年五月`, `一九九〇年十二月`, `1990年五月`. */
export const chineseDigits =
  /^(?:(?:[〇零○一二三四五六七八九]{2}){1,2}年(?:[一二三四五六七八九十]{1,2}|\d{1,2})月|(?:\d{2}){1,2}年[一二三四五六七八九十]{1,2}月)/u;

/** A number below a hundred in Chinese: `二十七`, `三十`, `十八`. */
const belowHundred = /^(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])$/u;

/** The number that a Chinese numeral below a hundred means. */
export function chineseNumber(text: string): number | undefined {
  if (!belowHundred.test(text)) return undefined;
  const digit = (letter: string): number => Number(DIGITS.get(letter) ?? 0);
  const ten = text.indexOf('十');
  if (ten < 0) return digit(text);
  return (ten === 0 ? 1 : digit(text.charAt(0))) * 10 + digit(text.slice(ten + 1));
}

/** Chinese digits turned into Arabic ones; 十 counts as the tens of a month or day. */
export function readChineseNumber(text: string): string {
  return text
    .replace(/([二三]?)十([一二三四五六七八九]?)/gu, (_, tens: string, ones: string) => {
      return `${tens === '' ? '1' : DIGITS.get(tens)}${ones === '' ? '0' : DIGITS.get(ones)}`;
    })
    .replace(/[〇零○一二三四五六七八九]/gu, (letter) => DIGITS.get(letter) ?? letter);
}
