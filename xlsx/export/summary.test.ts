import { expect, test } from 'vitest';
import { mailSummary, officialFileName, safeName } from './summary.ts';

const settings = { unit: '南城镇党委', asOf: '2017-11-30' };

test('the official file name', () => {
  expect(officialFileName(settings, '村级后备干部名册')).toBe('南城镇党委-村级后备干部名册-20171130.xlsx');
  expect(officialFileName({ ...settings, unit: '' }, '名册')).toBe('名册-20171130.xlsx');
  expect(safeName('../a\\b:c?\n.')).toBe('_a_b_c__');
  expect([...safeName('𬭎'.repeat(100))].length).toBe(80);
});

test('the summary names unit, people, result and file', () => {
  const facts = { label: '名册', fileName: 'a.xlsx', rows: 60, errors: 2, warnings: 1 };
  expect(mailSummary(settings, facts)).toBe(
    '单位：南城镇党委\n报表：名册\n人数：60\n统计截止：2017-11-30\n校验结果：未通过校验：错误2处，提醒1处\n文件名：a.xlsx',
  );
  expect(mailSummary(settings, { ...facts, errors: 0 })).toContain('校验结果：通过，提醒1处');
  expect(mailSummary(settings, { ...facts, errors: 0, warnings: 0 })).toContain('校验结果：通过\n');
});
