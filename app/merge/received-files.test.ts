import { expect, it } from 'vitest';
import { tablesOf } from './received-files.ts';

const file = (path: string) => ({ path, file: new File([], path.split('/').at(-1) ?? '') });

it('of a folder the tables are taken, in the order of their paths; lock files and others are not', () => {
  const found = tablesOf(['b/2.xlsx', 'a/1.XLS', 'a/~$1.xlsx', 'a/.3.xlsx', 'a/说明.docx', '数据.csv'].map(file));
  expect(found.map(({ name }) => name)).toEqual(['1.XLS', '2.xlsx', '数据.csv']);
});

it('files of one name go by their paths, and each name is there once', () => {
  const found = tablesOf(['甲/名册.xlsx', '乙/名册.xlsx', '名册.xlsx', '名册.xlsx'].map(file));
  expect(new Set(found.map(({ name }) => name)).size).toBe(4);
  expect(found.map(({ name }) => name)).toContain('甲/名册.xlsx');
});
