import { cleanText, saysBlank } from './clean-text.ts';
import { define } from './define.ts';
import { onlyPhoneNote, phoneLabel, phoneNote } from './locale/vocabulary.ts';
import { atom } from './native.ts';
import { asText } from './value.ts';

/** What keeps a number a text in a cell, before any of several. */
const APOSTROPHES = /^[\s']+/;
const MOBILE = /^1[3-9]\d{9}$/;
/** Behind an area code of three figures stand eight; behind one of four, seven or eight. */
const LANDLINE = /^0(?:(?:10|2\d)-?[2-9]\d{7}|[3-9]\d{2}-?[2-9]\d{6,7})(-\d{1,6})?$/;

function cleanOne(text: string): string {
  // Two whole numbers with nothing but a blank between them are two.
  const several = text.split(/\s+/);
  if (several.length > 1 && several.every((part) => MOBILE.test(part) || LANDLINE.test(part))) return several.join('/');
  const stopped = STOPPED.exec(text)?.[1];
  if (stopped !== undefined) return stopped;
  const dotted = /^(1[3-9]\d)\.(\d{4})\.(\d{4})$/.exec(text);
  if (dotted) return dotted.slice(1).join('');
  const digits = text.replace(/[\s()-]/g, '').replace(/^(\+|00)?86(?=1[3-9]\d{9}$|0\d{9,11}$)/, '');
  if (MOBILE.test(digits)) return digits;
  // A landline keeps one hyphen where the clerk separated the area code, whatever the separator was.
  const parts = text
    .replace(/^\(?(?:\+|00)?86\)?[\s-]*(?=0)/, '')
    .split(/[\s()-]+/)
    .filter((part) => part !== '');
  const [area = '', ...rest] = parts;
  if (/^0\d{2,3}$/.test(area) && rest.length > 0) {
    const joined = `${area}-${rest.join('')}`;
    return LANDLINE.test(joined) ? joined : `${area}-${rest.join('-')}`;
  }
  return /^[\d\s()-]+$/.test(text) ? digits : text;
}

/** A mobile number with a full stop behind it. */
const STOPPED = /^(1[3-9]\d{9})[.。]$/;

const STOP = /[。.:]+$/u;
/** 【13712345678】 */
const BRACKETED = /^[[【〔「<]([^[\]【】〔〕「」<>]*)[\]】〕」>]$/u;

/** A number without the word before it and the note behind it, where nothing but a number is left. */
function bare(text: string): string {
  const inner = text.replace(STOP, '').replace(BRACKETED, '$1').replace(phoneLabel, '').replace(phoneNote, '');
  return /^[\d\s()+.-]+$/.test(inner) ? inner : text;
}

/** A phone number without blanks, hyphens inside, full-width digits or +86; several are joined by `/`. */
export function cleanPhone(text: string): string {
  if (MOBILE.test(text)) return text;
  // Normal forms may bring blanks of their own: an accent by itself is a blank and an accent.
  const clean = cleanText(cleanText(text).normalize('NFKC'))
    .replace(/[‐-―−]/g, '-')
    .replace(APOSTROPHES, '')
    .replace(/^(\d{11})\.0$/, '$1');
  if (saysBlank(cleanText(text))) return '';
  // One number written in parts, over two lines too.
  const whole = clean.replace(/[\s_.·\-'"‘’“”]/g, '');
  if (MOBILE.test(whole)) return whole;
  return clean
    .split(/[/、,;|\n或]+/)
    .map((part) => cleanOne(bare(part.replace(APOSTROPHES, '').trim())))
    .filter((part) => part !== '' && !saysBlank(part) && !onlyPhoneNote.test(part))
    .join('/');
}

export const phoneClean = define({
  name: 'PHONE.CLEAN',
  parameters: ['phone'],
  examples: [
    [['136-1065-2675'], '13610652675'],
    [['181 4661 4583'], '18146614583'],
    [['+86 13800000000'], '13800000000'],
    [['１３８００００００００'], '13800000000'],
    [['（028）3881 1234'], '028-38811234'],
    [['13800000000、13900000000'], '13800000000/13900000000'],
    [['137.1234.5678'], '13712345678'],
    [['13712345678 13812345678'], '13712345678/13812345678'],
    [['13712345678或028-38811234'], '13712345678/028-38811234'],
    [['13712345678。'], '13712345678'],
    [['13712345678（本人）'], '13712345678'],
    [['电话：13712345678'], '13712345678'],
    [['☎13712345678'], '13712345678'],
    [['本人：13712345678'], '13712345678'],
    [['Mobile:13712345678'], '13712345678'],
    [['13712345678，微信同号'], '13712345678'],
    [['137_1234_5678'], '13712345678'],
    [['137·1234·5678'], '13712345678'],
    [['移动：13712345678。'], '13712345678'],
    [['13712345678【本人】'], '13712345678'],
    [['13712345678（微信号同）'], '13712345678'],
    [['13712\n345678'], '13712345678'],
    [['“13712345678”'], '13712345678'],
    [['【13712345678】'], '13712345678'],
    [['13712345678（妻子）'], '13712345678(妻子)'],
    [['见备注'], '见备注'],
    [['/'], ''],
    [["'13712345678，'13812345678"], '13712345678/13812345678'],
    [[",'"], ''],
  ],
  run: (phone) => cleanPhone(asText(phone)),
});

export const phoneOk = define({
  name: 'PHONE.OK',
  parameters: ['phone'],
  // Mobile numbers are checked whole; landlines by their length and digits; several in one cell are not looked into.
  native: (phone = atom('""')) => {
    const { text } = phone;
    const digits = `SUBSTITUTE(${text},"-","")`;
    const mobile = `AND(LEN(${text})=11,MID(${text},2,1)>"2",ISNUMBER(--${text}))`;
    const landline = `AND(LEN(${digits})>9,ISNUMBER(--${digits}))`;
    const several = `ISNUMBER(FIND("/",${text}))`;
    const one = `IF(LEFT(${text})="1",${mobile},AND(LEFT(${text})="0",${landline}))`;
    const filled = phone.own === true ? { filled: `OR(${several},${one})` } : {};
    return { ...atom(`OR(${text}="",${several},${one})`), ...filled };
  },
  examples: [
    [['13800000000'], true],
    [['1500387445'], false],
    [['12800000000'], false],
    [['028-38811234'], true],
    [['02838811234'], true],
    [['38811234'], false],
    [['028-3881123'], false],
    [['0833-3881123'], true],
    [['13800000000/028-38811234'], true],
    [[''], true],
  ],
  run: (phone) => {
    const text = asText(phone);
    if (text === '' || MOBILE.test(text)) return true;
    return text.split('/').every((part) => MOBILE.test(part) || LANDLINE.test(part));
  },
});
