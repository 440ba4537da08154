import { expect, test } from 'vitest';
import { mailSummary, officialFileName, safeName } from './summary.ts';

const settings = { unit: '南城镇党委', asOf: '2017-11-30' };

test('the official file name', () => {
  expect(officialFileName(settings, '村级后备干部名册')).toBe('南城镇党委-村级后备干部名册-20171130.xlsx');
  expect(officialFileName({ ...settings, unit: '' }, '名册')).toBe('名册-20171130.xlsx');
  expect(safeName('../a\\b:c?\n.')).toBe('_a_b_c__');
  expect([...safeName('𬭎'.repeat(100))].length).toBe(80);
});

const facts = { label: '村级后备干部名册', fileName: '名册.xlsx', rows: 60, errors: 0, warnings: 0 };

test('the summary says unit, people, verdict and file', () => {
  expect(mailSummary(settings, facts)).toBe(
    [
      '南城镇党委报送村级后备干部名册，详见附件。',
      '',
      '单位：南城镇党委',
      '人数：60 人',
      '参照日期：2017-11-30',
      '校验结果：通过，未发现错误',
      '文件：名册.xlsx',
    ].join('\n'),
  );
  expect(mailSummary(settings, { ...facts, counted: 'lines' })).toContain('\n条数：60 条\n');
});

test.each([
  [0, 3, '校验结果：通过，有 3 处提醒'],
  [2, 0, '校验结果：未通过，错误 2 处'],
  [2, 3, '校验结果：未通过，错误 2 处、提醒 3 处'],
])('the summary never hides %i errors and %i warnings', (errors, warnings, line) => {
  expect(mailSummary(settings, { ...facts, errors, warnings }).split('\n')).toContain(line);
});

test('the summary says what was masked and what was left out', () => {
  const text = mailSummary(settings, { ...facts, mask: '遮盖中间 8 位', leftOut: ['3 处批注', '2 列自加列'] });
  expect(text).toContain('\n敏感信息：遮盖中间 8 位\n');
  expect(text).toContain('\n未随表导出：3 处批注、2 列自加列');
});
