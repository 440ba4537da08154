import { cleanEducation } from '../../formulas/education.ts';
import { cleanId } from '../../formulas/id-number.ts';
import { genderWords } from '../../formulas/locale/vocabulary.ts';
import { cleanPhone } from '../../formulas/phone.ts';
import { readMonth } from '../../formulas/year-month.ts';
import type { Field } from '../../sheets-templates/schema.ts';
import { isBlankWord, isDitto } from './blank.ts';

/** Years of two digits only have to be years here. */
const LATEST = 2099;

/** At most this many cells of a column are looked at to tell what it holds. */
export const SAMPLES = 60;

/** Texts that say something, made comparable once: a column is compared with every field. */
export function tellingTexts(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => (isBlankWord(text) || isDitto(text) ? [] : squeezed(text)));
}

/**
 * What share of these texts could be values of the field, 0…1; `undefined` when there is nothing to judge by, or the
 * field takes anything.
 * @param telling as `tellingTexts` makes them
 */
export function fitOf(field: Field, telling: readonly string[]): number | undefined {
  const judge = judgeOf(field);
  if (judge === undefined || telling.length === 0) return undefined;
  let right = 0;
  for (const text of telling) if (judge(text)) right++;
  return right / telling.length;
}

export function squeezed(text: string): string {
  // Most texts are plain digits or Chinese, which need no second look.
  if (/^[\dA-Za-z.\u4e00-\u9fff]*$/.test(text)) return text;
  return text.normalize('NFKC').replace(/[\s\u200b'‘’`]+/g, '');
}

const judges = new WeakMap<Field, { readonly judge: ((text: string) => boolean) | undefined }>();

function judgeOf(field: Field): ((text: string) => boolean) | undefined {
  const known = judges.get(field);
  if (known !== undefined) return known.judge;
  const judge = newJudge(field);
  judges.set(field, { judge });
  return judge;
}

function newJudge(field: Field): ((text: string) => boolean) | undefined {
  const own = BY_KEY.get(field.key);
  if (own !== undefined) return own;
  switch (field.type) {
    case 'idNumber':
      return looksLikeIdNumber;
    case 'phone':
      return looksLikePhone;
    case 'yearMonth':
    case 'date':
      return isMonth;
    case 'integer':
    case 'number':
    case 'sequence':
      return (text) => /^-?\d{1,6}(?:\.\d+)?(?:岁|周岁|天|分|号)?$/.test(text);
    case 'choice':
      return choiceJudge(field);
    case 'text':
    case 'longText':
      return (text) => !/^[\dXx*+().-]{7,}$/.test(text) && !looksLikeDate(text);
    default:
      return undefined;
  }
}

/** What the values of these fields are called by, in any pack that has them. */
const BY_KEY: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['name', looksLikeName],
  ['township', (text: string) => /(?:镇|乡|街道|办事处|苏木|街办)[)\]】。.,、*]*$/.test(text)],
  // Who is no member often says what else they are.
  [
    'partyJoinMonth',
    (text: string) => isMonth(text) || /^(?:非|未|没|尚未|暂未|还未|不是|否$)|(?:群众|[党团]员|积极分子)$/.test(text),
  ],
  ['gender', (text: string) => genderWords.has(text.toLowerCase())],
  ['age', (text: string) => /^\d{1,3}(?:\.0)?(?:周?岁)?$/.test(text)],
  ['mentor', (text: string) => /[\p{Script=Han}]{2}/u.test(text)],
  [
    'village',
    (text: string) => /(?:村|社区|居委会|村委会|居|嘎查|组)(?:\(?共?\d{1,3}[人名])?[)\]】。.,、*]*$/.test(text),
  ],
]);

/** A post that a mentor holds. */
export function holdsPost(text: string): boolean {
  return /(?:书记|主任|委员|[镇乡县区市]长|主席|部长|所长|站长|局长|科长|干部|干事|专干|助理)/.test(text);
}

/**
 * 15 or 18 characters with a date where GB 11643 has one, also masked, one short or destroyed by a float, and whatever
 * its normal form takes away (hyphens, 身份证号： before it).
 */
export function looksLikeIdNumber(text: string): boolean {
  return isIdNumber(text) || (text.length > 15 && /[^\dXx*]/.test(text) && isIdNumber(cleanId(text)));
}

function isIdNumber(text: string): boolean {
  if (/^[1-9](?:\.\d+)?E\+?1[4-7]$/i.test(text)) return true;
  if (/^\d{6}(?:1[89]|20)\d{2}[\d*]{6,8}[\dXx×*]?$/.test(text) && text.length <= 19) return true;
  if (/^\d{6}\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}$/.test(text)) return true;
  return /^\d{4,10}\*{4,12}[\dXx]{0,6}$/.test(text);
}

/** Seven digits or more, also with what the normal form takes away: 手机： before it, （本人） behind it. */
export function looksLikePhone(text: string): boolean {
  return isPhone(text) || (/\d{4}/.test(text) && isPhone(cleanPhone(text)));
}

function isPhone(text: string): boolean {
  if (!/^\+?[\d()\-—*/、,;]+$/.test(text)) return false;
  const digits = text.replace(/[^\d*]/g, '').length;
  return digits >= 7 && digits !== 17 && digits !== 18 && !/^(?:19|20)\d{2}[-/]?\d{1,2}[-/]?\d{1,2}$/.test(text);
}

/** 一九八六年六月 and 1986.06（31岁） are months as well. */
function isMonth(text: string): boolean {
  return looksLikeDate(text) || readMonth(text, LATEST) !== undefined;
}

function looksLikeDate(text: string): boolean {
  if (/^(?:18|19|20)\d{2}(?:[年./\-—~]\d{0,2}|\d{2}(?:\d{2})?$|$)/.test(text)) return true;
  if (/^\d{2}[年./-]\d{1,2}(?:[月./-]|$)/.test(text)) return true;
  return /^[12345]\d{4}$/.test(text);
}

function choiceJudge(field: Field): ((text: string) => boolean) | undefined {
  const choices = [...(field.choices ?? []), ...(field.choiceGroups ?? []).flatMap((group) => group.choices)];
  if (choices.length === 0) return undefined;
  const right = (text: string): boolean =>
    choices.some((choice) => text === choice || (text.length <= 12 && text.includes(choice)));
  // 大学, 硕士: degrees in other words.
  return field.key === 'education' ? (text) => right(text) || choices.includes(cleanEducation(text)) : right;
}

/** Common surnames: most columns of people show a large share of these. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤康易乔赖文牛樊葛洪常齐尚倪柳欧施温' +
  '尤褚卫戚喻华章鲁昌苗俞鲍费廉岑滕殷毕祁臧谈庞纪舒屈项祝阮蓝闵席季麻娄童颜梅盛刁骆凌霍虞柯管裘缪解应宗宣郁单杭诸左吉';

/** Two to four Han characters (a minority name may be longer, with a point), no digit, no colon. */
export function looksLikeName(text: string): boolean {
  const plain = text.replace(/[·•．.]|^[★☆※▲△●◆*]+|[★☆※▲△●◆*。,，、;；]+$/g, '');
  const letters = [...plain];
  if (letters.length < 1 || letters.length > 15 || !/^[\p{Script=Han}〇]+$/u.test(plain)) return false;
  return letters.length <= 4 || text !== plain;
}

/** The share of texts that are names with a common surname, 0…1. */
export function surnameShare(texts: readonly string[]): number {
  const some = texts.map(squeezed).filter((text) => text !== '');
  if (some.length === 0) return 0;
  const right = some.filter((text) => {
    const length = [...text].length;
    return length >= 2 && length <= 4 && looksLikeName(text) && SURNAMES.includes(text.charAt(0));
  });
  return right.length / some.length;
}

/** A column of people's names: most surnames are common, or the names are of two to four letters and hardly repeat. */
export function holdsNames(texts: readonly string[]): boolean {
  const some = texts.map(squeezed).filter((text) => text !== '');
  const known = surnameShare(some);
  if (known >= 0.7) return true;
  const names = some.filter((text) => [...text].length >= 2 && [...text].length <= 4 && looksLikeName(text)).length;
  return known >= 0.3 && names >= some.length * 0.95 && new Set(some).size >= some.length * 0.9;
}
