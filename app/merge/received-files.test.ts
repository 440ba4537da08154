import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { receivedFiles } from './received-files.ts';

const file = (path: string) => ({ path, file: new File([], path.split('/').at(-1) ?? '') });

it('of a folder the tables and documents are taken, in the order of their paths; pictures are named, lock files are not', async () => {
  const { tables, pictures } = await receivedFiles(
    ['b/2.xlsx', 'a/1.XLS', 'a/~$1.xlsx', 'a/.3.xlsx', 'a/通知.pdf', '数据.csv', 'a/照片.jpg', 'a/._照片.jpg'].map(
      file,
    ),
  );
  expect(pictures).toEqual(['a/照片.jpg']);
  expect(tables.map(({ name }) => name)).toEqual(['1.XLS', '通知.pdf', '2.xlsx', '数据.csv']);
});

it('files of one name go by their paths, and each name is there once', async () => {
  const { tables } = await receivedFiles(['甲/名册.xlsx', '乙/名册.xlsx', '名册.xlsx', '名册.xlsx'].map(file));
  expect(new Set(tables.map(({ name }) => name)).size).toBe(4);
  expect(tables.map(({ name }) => name)).toContain('甲/名册.xlsx');
});

it('an archive stands for its tables, with their days; one without a table for itself', async () => {
  const csv = strToU8('姓名,性别\n张三,男');
  const zip = zipSync({
    '南城/白虎村.csv': [csv, { mtime: '2017-11-28 09:30' }],
    '照片.jpg': csv,
    '__MACOSX/._a.csv': csv,
  });
  const packed = (name: string, bytes: Uint8Array) => ({ path: name, file: new File([new Uint8Array(bytes)], name) });
  const { tables, pictures } = await receivedFiles([
    packed('南城.zip', zip),
    packed('照片.zip', zipSync({ 'a.jpg': csv })),
  ]);
  expect(pictures).toEqual(['南城.zip/照片.jpg']);
  expect(tables.map(({ name, path }) => [name, path])).toEqual([
    ['白虎村.csv', '南城.zip/南城/白虎村.csv'],
    ['照片.zip', '照片.zip'],
  ]);
  expect(new Uint8Array((await tables[0]?.file.arrayBuffer()) ?? [])).toEqual(csv);
  expect(new Date(tables[0]?.file.lastModified ?? 0).getDate()).toBe(28);
});
