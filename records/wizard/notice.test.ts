import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack } from '../testing/pack.ts';
import { noticeOf, noticeText } from './notice.ts';
import { sensitiveTest } from './sensitive.ts';
import { fillPage, project, wizard } from './testing/run.ts';

const ID = '510104198606111483';
const person = (more: object = {}) => ({
  id: 'a',
  name: '张三',
  township: '南城镇',
  village: '白虎村',
  gender: '女',
  idNumber: ID,
  phone: '13800000001',
  ...more,
});

function posted(people: readonly object[], texts: Readonly<Record<string, string>> = {}) {
  const run = wizard('posting', project({ person: people }));
  const spec = run.definition.notice;
  if (!spec) throw new Error('no notice');
  const state = run.choose(fillPage(run, run.begin(), { postedOn: '2017-09-29', ...texts }), ['b', 'a']);
  return noticeOf(pack, run, state, spec);
}

test('a notice says what was answered, and lists the people in the order of the records', () => {
  const answer = posted([person(), person({ id: 'b', name: '李四', village: '金牛村', idNumber: '', phone: '' })]);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const { title, paragraphs, rows, fileName } = answer.notice;
  expect(title).toBe('青神县村级后备干部选拔公示');
  expect(paragraphs[1]).toBe('公示时间：2017年9月29日张贴，3个工作日，至2017年10月10日止。');
  expect(rows.map(([seq, name, , , , , village]) => [seq, name, village])).toEqual([
    ['1', '张三', '白虎村'],
    ['2', '李四', '金牛村'],
  ]);
  expect(fileName).toBe('南城镇党委-选拔公示-2017年9月29日.xlsx');
  const text = noticeText(answer.notice);
  expect(text).toContain('1\t张三\t女');
  expect(text).not.toContain(ID);
  expect(text).not.toContain('13800000001');
});

describe('a number that must not be published refuses the notice, with the place', () => {
  test.each([
    ['the name', [person({ name: `张三${ID}` })], {}, { field: '姓名', person: `张三${ID}` }],
    ['a phone in the identity', [person({ identity: '组长 138 0000 0001' })], {}, { field: '身份', person: '张三' }],
    ['a landline as the office', [person()], { contact: '组织办 028-38811234' }, { field: '受理单位', person: '' }],
  ])('%s', (_, people, texts, place) => {
    expect(posted(people, texts)).toEqual({ ok: false, error: { code: 'sensitive', ...place } });
  });

  test('one’s own number is found in whatever form, dates and counts are not taken for one', () => {
    const isSensitive = sensitiveTest(['028-38811234', ID]);
    for (const text of [
      '电话38811234',
      '02838811234',
      ID,
      `（${ID.slice(0, 6)} ${ID.slice(6)}）`,
      '１３８００００１２３４',
    ]) {
      expect(isSensitive(text)).toBe(true);
    }
    for (const text of ['2017年9月29日', '1990.05', '2017-09-29', '20170929', '3个工作日', ''])
      expect(isSensitive(text)).toBe(false);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom('', '某', ' '), (n, around) => {
        const phone = `13${String(n).padStart(9, '0')}`;
        expect(isSensitive(`${around}${phone}${around}`)).toBe(true);
      }),
    );
  });
});
