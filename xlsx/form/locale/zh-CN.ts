import type { FormNoteCode } from '../notes.ts';

/** The quarter that a text names: `第一季度`, `一季度`, `3季度`, `Q4`, `第五季度` (5). */
const QUARTER = /^第?([一二三四五六七八九1-9])季度?$|^q([1-9])$|^([1-9])$/;
const ROMAN = ['i', 'ii', 'iii', 'iv'];
const DIGITS = '一二三四五六七八九';

/** The number that a text gives a quarter, 5 and more too, or undefined when it names none. Spaces and width are ignored. */
export function quarterNumber(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s:：.]+/g, '')
    // The months of it: `第一季度（1-3月）`. NFKC has made them half width, and `Ⅳ` four letters' worth of `IV`.
    .replace(/\([^()]*月[^()]*\)$/, '')
    .toLowerCase()
    .replace(/^第?(i{1,3}|iv)(?=季度?$)/, (_, roman: string) => String(ROMAN.indexOf(roman) + 1));
  const match = QUARTER.exec(plain);
  if (match === null) return undefined;
  const [, word = '', q = word, bare = q] = match;
  return DIGITS.includes(bare) ? DIGITS.indexOf(bare) + 1 : Number(bare);
}

/** `3` → `第三季度`; '' for what names no quarter. */
export function quarterWord(text: string): string {
  const number = quarterNumber(text);
  return number === undefined ? '' : `第${DIGITS.charAt(number - 1)}季度`;
}

/** The attachment's number above a form. */
export const ATTACHMENT = /^附件[0-9一二三四五六七八九十]*$/;

/** What stands before a label's value in one cell: `姓名：张三`. */
export const AFTER_LABEL = /^[\s]*[:：][\s]*/;

const sentences: Readonly<Record<FormNoteCode, string>> = {
  'photo.notPicture': '照片不是 JPEG 或 PNG 图片，没有放进表里。请换一张照片。',
  'photo.missing': '这个人的照片找不到了，没有放进表里。请重新放一张照片再导出。',
  'photo.tooLarge': '照片文件太大（超过 8 MB），没有读入。请换一张小一些的照片。',
  'photo.noFrame': '模板里没有放照片的位置，照片没有放进表里。',
  'text.cut': '这一格的文字太长，一行最高也放不下，打印时会被截断。请精简文字。',
  'page.over': '内容太多，缩小到一半也放不进规定的页数，打印会多出页。',
  'quarter.unknown': '只有四个季度，这一条没有可填的位置。',
  'section.unread': '这一格看不出属于哪一栏，没有读入。',
};

/** What is said of a form beside its values, with the sheet and the cell. */
export function noteMessage(note: {
  readonly code: FormNoteCode;
  readonly sheet: string;
  readonly cell?: string;
}): string {
  const place = note.cell === undefined ? note.sheet : `${note.sheet} ${note.cell}`;
  return `${sentences[note.code]}（${place}）`;
}
