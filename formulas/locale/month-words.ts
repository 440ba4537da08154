/** A year and month, perhaps with a day and a time, in figures and with the words of dates around them, or the age behind it. */
export const monthForm =
  /^(\d{4}|\d{2})(年\.?|\.\.|[./\\\-、,·。_ :;~])(\d{1,2})(月份?)?(?:[./\-、,·。_ 年]?(\d{1,2})[日号]?)?(?:[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?[.。]?(?:\s*\(?\d{1,3}周?岁\)?)?$/u;

/** Which calendar a date is of, where it is the usual one; a date of the lunar calendar (农历) is another day. */
export const solarCalendar = /^(?:公历|阳历|新历|西历|公元)[::]?|\((?:公历|阳历|新历)\)$/u;

/** `5/1990`, `5月1990年`. */
export const monthThenYear = /^(\d{1,2})[/\-.月](\d{4})年?$/u;

/** What is said of a month before it: 生于1990年5月, 入党时间：2012.06, 党员，2012.06. */
export const monthBefore =
  /^(?:出?生(?:年月日?|日期|时间|日)?|(?:加?入党|党员)(?:时间|年月|日期)?|(?:中共)?(?:正式|预备)?党员)?[:,;、\s]*于?(?=\d)/u;

/** 中共党员（2012.06）, 是（2012.06） */
export const monthInNote = /^(?:(?:中共)?(?:正式|预备)?党员|是)\(([^()]*)\)$/u;

/** What is said of it behind: 1990.05生, 2012.06加入中国共产党, （中共党员）, and of a month of joining also when the trial year ended. */
export const monthBehind =
  /(?<=[\d月日号.])\s*(?:\((?:中共)?(?:正式|预备)\)|\((?:中共)?(?:正式|预备)?党员\)|[(,;、]\d{4}[^()]{1,8}(?:转正|转为正式党员)\)?|出?生|(?:加|参加)?入(?:中国)?(?:共产党|中共|党)?|成为(?:预备|正式)?党员|(?:中共)?(?:正式|预备)?党员)$/u;

/** Blanks between the figures and words of a date. */
export const monthGaps = /(?<=[\d年月日./-])\s+(?=[年月日./\d-])/gu;

/** The age that forms set behind a month of birth: `1990.05（27岁）`. */
export const ageBehind = /\s*\((?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*周?岁\)$/u;

/** An age in figures, with or without its unit. */
export const ageForm =
  /^(?:现年|年龄:?|[实足]岁|年?满)?\s*(?:(\d{1,3})(?:\.0+)?|([一二三四五六七八九十]{1,3}))\s*(?:[周足实]?岁)?整?(?:\([周足实]?岁\))?$/u;

/** A day as documents set it, with or without its year: `10月20日`, `2017年10月20日`, `2017-10-20`. */
export const dayWords = /^(?:(\d{4})(?:年|[-./]))?(\d{1,2})(?:月|[-./])(\d{1,2})日?$/u;

/** A year whose public holidays are not known. */
export const unpublishedYear = (year: number): string => `${year}年放假安排未公布`;

/** `Jun-86`: how spreadsheets show, and write into text files, a month typed as 1986-6. */
export const monthName = /^([A-Za-z]{3})[a-z]*[- ](\d{2}|\d{4})$/u;
export const monthNames: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
