import { expect, test } from 'vitest';
import { cleanName } from './clean-name.ts';
import { saysBlank } from './clean-text.ts';
import { cleanEducation } from './education.ts';
import { cleanPhone } from './phone.ts';
import { plausibleRegion } from './region.ts';

test.each([
  ['小学', '小学毕业 小学文化'],
  ['初中', '初中毕业 初级中学 初中文化程度'],
  ['高中', '高中毕业 普通高中 普高 高中学历 高级中学'],
  ['中专', '中等专科 中专毕业 中师 成人中专 普通中专 中等专业学校'],
  ['技校', '技校毕业 技工学校 中技'],
  ['职高', '职高毕业 职业高中 职中 中职'],
  ['大专', '专科 大学专科 大专毕业 高职 大专（函授） 在职大专 大专学历 专科毕业 自考大专 电大专科'],
  [
    '本科',
    '大学 大学本科 本科毕业 全日制本科 大学毕业 在职本科 学士 大学本科毕业 本科学历 本科（函授） 专升本 大学学历 党校本科',
  ],
  ['研究生', '硕士研究生 硕士 博士 博士研究生 研究生毕业 在职研究生 研究生学历 研究生（硕士）'],
])('%s in other words', (form, words) => {
  expect(words.split(' ').map((word) => [word, cleanEducation(word)])).toEqual(
    words.split(' ').map((word) => [word, form]),
  );
});

test('education that is not finished or not known stays as it was written', () => {
  for (const text of ['大学在读', '高中肄业', '初中以下', '大学三年级', '文盲', '高中及以上', '中学'])
    expect(cleanEducation(text)).toBe(text);
});

test('a cell that says nothing', () => {
  for (const text of ['无', '—', '/', '——', '-', '--', '（无）', '无。', '暂无', 'N/A', '／', '\\'])
    expect([text, saysBlank(text)]).toEqual([text, true]);
  for (const text of ['', '无锡', '不清楚', '预备期', '0', '1/2'])
    expect([text, saysBlank(text)]).toEqual([text, false]);
});

test('names keep their rare characters and lose their padding', () => {
  expect(
    ['张　三', '欧 阳 锋', '朱\u3000𬭎', '㛃 䶮', '王小二 ', '张\n三', '买买提•艾力', '买买提．艾力'].map(cleanName),
  ).toEqual(['张三', '欧阳锋', '朱𬭎', '㛃䶮', '王小二', '张三', '买买提·艾力', '买买提·艾力']);
  expect(cleanName('﨑')).toBe('﨑');
});

test('phones', () => {
  expect(cleanPhone('86-138 0000 0000')).toBe('13800000000');
  expect(cleanPhone('138 0000 0000\n139 0000 0000')).toBe('13800000000/13900000000');
  expect(cleanPhone('028 38811234')).toBe('028-38811234');
  expect(cleanPhone('02838811234')).toBe('02838811234');
});

test('codes of 青神县 since 1981 are plausible, what never was a county is not', () => {
  expect(
    [
      '511130',
      '512630',
      '513826',
      '511425',
      '110101',
      '500234',
      '441900',
      '659001',
      '710000',
      '810000',
      '460028',
    ].filter((code) => !plausibleRegion(code)),
  ).toEqual([]);
  expect(
    ['000000', '999999', '190101', '510000', '460000', '110000', '119901', '518801', '810101'].filter(plausibleRegion),
  ).toEqual([]);
});
