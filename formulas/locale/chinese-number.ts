const DIGITS: ReadonlyMap<string, string> = new Map(
  [...'〇零○一二三四五六七八九'].map((letter) => [
    letter,
    '000123456789'.charAt([...'〇零○一二三四五六七八九'].indexOf(letter)),
  ]),
);

/** A year or month written in Chinese digits: `一九九〇年五月`, `一九九〇年十二月`. */
export const chineseDigits = /^[〇零○一二三四五六七八九]{2,4}年[一二三四五六七八九十]{1,2}月/u;

/** Chinese digits turned into Arabic ones; 十 counts as the tens of a month or day. */
export function readChineseNumber(text: string): string {
  return text
    .replace(/([二三]?)十([一二三四五六七八九]?)/gu, (_, tens: string, ones: string) => {
      return `${tens === '' ? '1' : DIGITS.get(tens)}${ones === '' ? '0' : DIGITS.get(ones)}`;
    })
    .replace(/[〇零○一二三四五六七八九]/gu, (letter) => DIGITS.get(letter) ?? letter);
}
