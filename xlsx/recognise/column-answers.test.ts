import { expect, it } from 'vitest';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { checkWorkbook } from './check-workbook.ts';
import { ANSWERS_SETTING, answerFor, layoutOf, rememberedAnswers, withAnswer } from './column-answers.ts';
import { LI, OFFICIAL, pack, ZHANG } from './made-roster.node.ts';

const SETTINGS = { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' } as const;
const ROWS = [OFFICIAL.with(12, '推荐单位'), ZHANG, LI];

function read(answers: Parameters<typeof checkWorkbook>[3] = [], rows = ROWS) {
  const result = checkWorkbook(makeWorkbook({ sheets: { 名册: inlineRows(rows) } }), [pack], SETTINGS, answers);
  const [sheet] = result.ok ? result.checked.sheets : [];
  if (sheet === undefined) throw new Error('nothing was recognised');
  return sheet;
}

it('a column is what the clerk said it is, wherever the same header words come again', () => {
  const found = read();
  expect(found.columns[12]?.field).toBeUndefined();
  const fields = found.columns
    .map(({ field }) => field ?? '')
    .with(12, 'mentor')
    .with(13, '');
  const answer = { layout: layoutOf(found.columns), fields };
  const again = read([answer], [ROWS[0]?.map((text) => ` ${text}：`) ?? [], ZHANG.with(13, '外出'), LI]);
  expect(again.columns[12]?.field).toBe('mentor');
  expect(again.records[0]?.record).toMatchObject({ mentor: '周华 组织委员', extra: { '备注：': '外出' } });
  expect(again.issues.filter(({ rule, field }) => rule === 'required' && field === 'mentor')).toEqual([]);
  expect(answerFor([answer], again.columns)).toBeUndefined();
  // Another header is another layout.
  expect(read([answer], [OFFICIAL.with(12, '推荐部门'), ZHANG, LI]).columns[13]?.field).toBe('remark');
});

it('answers are kept in the settings, one per layout, the newest last', () => {
  const one = { layout: '甲|乙', fields: ['name', ''] };
  const two = { layout: '丙', fields: ['phone'] };
  const kept = withAnswer(withAnswer([one], two), { ...one, fields: ['', 'name'] });
  expect(rememberedAnswers({ [ANSWERS_SETTING]: kept })).toEqual([two, { layout: '甲|乙', fields: ['', 'name'] }]);
  expect(rememberedAnswers({ [ANSWERS_SETTING]: 'nothing' })).toEqual([]);
});
