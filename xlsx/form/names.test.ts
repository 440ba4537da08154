import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileNames, filePattern, SheetNames } from './names.ts';

describe('names of sheets', () => {
  test('two people of one name, forbidden characters, nothing left', () => {
    const names = new SheetNames(['说明'], '纪实表');
    expect(
      ['张三', '张三', "'张[三]/李:四'", '  ', 'history', '说明', '阿依古丽·买买提'].map((name) => names.take(name)),
    ).toEqual(['张三', '张三 (2)', '张_三__李_四', '纪实表', 'history (2)', '说明 (2)', '阿依古丽·买买提']);
  });

  test('every name is one that Excel takes, and there once', () => {
    const wish = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('张三', '𬭎'.repeat(20), 'ABC', 'abc', "'"));
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        const names = new SheetNames([], '纪实表');
        const taken = wishes.map((name) => names.take(name));
        expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(taken.length);
        for (const name of taken) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[\\/?*[\]:]|^'|'$/);
          // No character is cut in two.
          expect(name).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
        }
      }),
    );
  });
});

describe('names of files', () => {
  const pattern = '{township}-{village}-{name}-纪实表.xlsx';
  const of = (values: Record<string, string>): string => filePattern(pattern, (key) => values[key] ?? '');

  test('follow the pattern; blanks leave no double hyphen, signs of paths no path', () => {
    expect(of({ township: '南城镇', village: '白虎村', name: '张三' })).toBe('南城镇-白虎村-张三-纪实表.xlsx');
    expect(of({ name: '张三' })).toBe('张三-纪实表.xlsx');
    expect(of({ township: '../..', name: 'a/b\\c' })).toBe('_-a_b_c-纪实表.xlsx');
  });

  test('are short enough for every file system', () => {
    const long = '镇'.repeat(300);
    expect(new TextEncoder().encode(of({ township: long, village: long, name: long })).length).toBeLessThan(255);
  });

  test('come once, whatever the case', () => {
    const names = new FileNames();
    expect(['a.xlsx', 'A.xlsx', 'a.xlsx'].map((name) => names.take(name))).toEqual([
      'a.xlsx',
      'A(2).xlsx',
      'a(3).xlsx',
    ]);
  });
});
