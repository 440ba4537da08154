import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanFileName, withEnding } from './file-name.ts';

it.each([
  ['名册', '名册.xlsx'],
  ['名册.XLSX', '名册.xlsx'],
  ['南城/白虎:名册?', '南城_白虎_名册_.xlsx'],
  ['名册. . ', '名册.xlsx'],
  ['CON', 'CON_.xlsx'],
  ['  ', ''],
  ['.xlsx', ''],
  ['𬭎'.repeat(200), `${'𬭎'.repeat(120)}.xlsx`],
])('cleans %s', (text, name) => {
  expect(cleanFileName(text)).toBe(name);
});

it('a cleaned name is clean', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const name = cleanFileName(text);
      expect(cleanFileName(name)).toBe(name);
    }),
  );
});

it('knows other endings', () => {
  expect(cleanFileName('纪实表/白虎村.ZIP', '.zip')).toBe('纪实表_白虎村.zip');
  expect([withEnding('a', '.zip'), withEnding('a.ZIP', '.zip'), withEnding('a.xlsx')]).toEqual([
    'a.zip',
    'a.zip',
    'a.xlsx',
  ]);
});
