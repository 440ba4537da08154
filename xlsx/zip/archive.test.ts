import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { openArchive } from './archive.ts';

const bytes = strToU8('姓名,性别\n张三,男');

/** Writes other bytes of the same length over a name, in both headers. */
function renamed(zip: Uint8Array, name: string, by: readonly number[]): Uint8Array {
  const wanted = strToU8(name);
  const out = zip.slice();
  for (let at = 0; at + wanted.length <= out.length; at++) {
    if (wanted.every((byte, i) => out[at + i] === byte)) out.set(by, at);
  }
  return out;
}

it('hands out the files of an archive with their paths and days; folders are none', () => {
  const zip = zipSync({
    '南城镇/白虎村.csv': [bytes, { mtime: '2017-11-28 09:30' }],
    'a.csv': bytes,
    'b/': new Uint8Array(),
  });
  const files = openArchive(zip) ?? [];
  expect(files.map(({ path }) => path)).toEqual(['南城镇/白虎村.csv', 'a.csv']);
  expect(files[0]?.date).toBe('2017-11-28');
  expect(files[0]?.read()).toEqual(bytes);
});

it('names packed by Windows in GBK are read', () => {
  const zip = renamed(zipSync({ 'xxxx.csv': bytes }), 'xxxx', [0xb0, 0xd7, 0xbb, 0xa2]);
  expect(openArchive(zip)?.map(({ path }) => path)).toEqual(['白虎.csv']);
});

it('a name in UTF-8 beside the plain one is taken', () => {
  const name = strToU8('白虎村.csv');
  const extra = { 28789: Uint8Array.from([1, 0, 0, 0, 0, ...name]) };
  expect(openArchive(zipSync({ 'b.csv': [bytes, { extra }] }))?.map(({ path }) => path)).toEqual(['白虎村.csv']);
});

it('paths of Windows and such as lead outside are only names', () => {
  expect(openArchive(zipSync({ '..\\..\\a.csv': bytes, '/etc/b.csv': bytes }))?.map(({ path }) => path)).toEqual([
    '../../a.csv',
    'etc/b.csv',
  ]);
});

it('an office document is one file, and what is no archive is none', () => {
  expect(openArchive(zipSync({ '[Content_Types].xml': bytes, 'xl/workbook.xml': bytes }))).toBeUndefined();
  expect(openArchive(bytes)).toBeUndefined();
});

it('a damaged file among others is told apart', () => {
  const zip = zipSync({ 'a.csv': [bytes, { level: 0 }], 'b.csv': bytes });
  zip.set([0xff], zip.indexOf(bytes[0] ?? 0, 30) + 4);
  const [a, b] = openArchive(zip) ?? [];
  expect([a?.read(), b?.read()]).toEqual([undefined, bytes]);
});
