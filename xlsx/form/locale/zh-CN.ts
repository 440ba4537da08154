import type { FormNoteCode } from '../notes.ts';

/** The attachment's number above a form. */
export const ATTACHMENT = /^附件[0-9一二三四五六七八九十]*$/;

/** A label with a word to whoever fills it in, its unit, or that it goes on: `姓名（必填）`, `出生年月（岁）`, `培训情况（续）`. */
export const LABEL_NOTE =
  /[(（]\s*(?:[^()（）]*填[^()（）]*|周?\s*岁|续[表页]?|[0-9]+\s*位|盖?\s*章|公章|签[字名]|年\s*月)\s*[)）]\s*[:：]?\s*$/;

/** How the labels of opinions end. */
export const NAMING_END = /(?:评[定议价])?意见$/;

/** The column that only counts its lines. */
export const SERIAL = /^(?:序号|序|编号|次序)$/;

/** How a label goes on in its next line, where its first one is a label of its own: 学历⏎学位, 入党⏎时间, 姓名⏎（必填）. */
export const GOES_ON =
  /^[(（[【]|^(?:及|和|与|、)|^(?:学位|专业|时间|日期|年月日?|号码?|状况|情况|方式|职务|单位|院校.*|面貌|地|人|类别|程度|特长|专长|曾用名|介绍人)$/;

/** What stands before a label's value in one cell: `姓名：张三`. */
export const AFTER_LABEL = /^[\s]*[:：][\s]*/;

const sentences: Readonly<Record<FormNoteCode, string>> = {
  'photo.notPicture': '照片不是 JPEG 或 PNG 图片，没有放进表里。请换一张照片。',
  'photo.missing': '这个人的照片找不到了，没有放进表里。请重新放一张照片再导出。',
  'photo.tooLarge': '照片文件太大（超过 8 MB），没有读入。请换一张小一些的照片。',
  'photo.noFrame': '模板里没有放照片的位置，照片没有放进表里。',
  'text.cut': '这一格的文字太长，一行最高也放不下，打印时会被截断。请精简文字。',
  'page.over': '内容太多，缩小到一半也放不进规定的页数，打印会多出页。',
  'quarter.unknown': '{value}：一年只有四个季度，没有可填的位置，没有读入。请改成第一至第四季度。',
  'section.unread': '{value}看不出属于哪一栏，没有读入。要用的，请移到有标题的栏里。',
  'page.owner': '这一页看不出是谁的，没有读入。请在页上写明姓名，或者用姓名作工作表的名称。',
};

/** What a sentence says for a text that is not known. */
const WITHOUT_VALUE: Readonly<Partial<Record<FormNoteCode, string>>> = {
  'section.unread': '这一格',
  'quarter.unknown': '这一条',
};

/** As much of a text as tells which one it is. */
const SHOWN = 30;

/** What is said of a form beside its values, with the sheet and the cell. */
export function noteMessage(note: {
  readonly code: FormNoteCode;
  readonly sheet: string;
  readonly cell?: string;
  readonly value?: string;
}): string {
  const { value = '' } = note;
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
  const said = shown === '' ? WITHOUT_VALUE[note.code] : `“${shown.replace(/\s+/g, ' ')}”`;
  const place = note.cell === undefined ? note.sheet : `${note.sheet} ${note.cell}`;
  return `${sentences[note.code].replace('{value}', () => said ?? '')}（${place}）`;
}
