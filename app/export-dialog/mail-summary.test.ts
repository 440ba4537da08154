import { expect, it } from 'vitest';
import { mailSummary } from './mail-summary.ts';

const result = { fileName: '名册.xlsx', rows: 60, errors: 0, warnings: 0, leftOut: [] };
const facts = { unit: '南城镇党委', template: '村级后备干部名册', asOf: '2017-11-30', result };

it('says unit, people, verdict and file', () => {
  expect(mailSummary(facts)).toBe(
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
});

it.each([
  [0, 3, '校验结果：通过，有 3 处提醒'],
  [2, 0, '校验结果：未通过，错误 2 处'],
  [2, 3, '校验结果：未通过，错误 2 处、提醒 3 处'],
])('never hides %i errors and %i warnings', (errors, warnings, line) => {
  expect(mailSummary({ ...facts, result: { ...result, errors, warnings } }).split('\n')).toContain(line);
});

it('says what was masked and what was left out', () => {
  const text = mailSummary({
    ...facts,
    mask: '隐去中间 8 位',
    result: { ...result, leftOut: ['3 处批注', '2 列自加列'] },
  });
  expect(text).toContain('敏感信息：隐去中间 8 位');
  expect(text).toContain('未随表导出：3 处批注、2 列自加列');
});
