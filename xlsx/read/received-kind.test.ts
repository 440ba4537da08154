import { expect, it } from 'vitest';
import { isNote, isPicture, receivedKind } from './received-kind.ts';

it.each([
  ['白虎村.XLSX', 'table'],
  ['a/b.csv', 'table'],
  ['名单.txt', 'table'],
  ['旧.et', 'table'],
  ['旧.ODS', 'table'],
  ['导出.htm', 'table'],
  ['网页.mht', 'document'],
  ['通知.pdf', 'document'],
  ['名册.doc', 'document'],
  ['南城镇.zip', 'archive'],
  ['南城镇.rar', 'document'],
  ['照片.jpg', 'none'],
  ['~$白虎村.xlsx', 'none'],
  ['a/.白虎村.xlsx', 'none'],
  ['__MACOSX/a.xlsx', 'none'],
] as const)('%s is %s', (path, kind) => {
  expect(receivedKind(path)).toBe(kind);
});

it('a .txt or a web page may be a note', () => {
  expect(['说明.TXT', '说明.html', '名册.csv'].map(isNote)).toEqual([true, true, false]);
});

it('a picture is known, a hidden one is none', () => {
  expect(['a/名册.JPG', '图.png', '.图.png', '图.xlsx'].map(isPicture)).toEqual([true, true, false, false]);
});
