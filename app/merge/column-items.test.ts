import { expect, it } from 'vitest';
import { inlineRows, makeWorkbook } from '../../xlsx/read/made-workbook.ts';
import { ANSWERS_SETTING, answerFor, rememberedAnswers } from '../../xlsx/recognise/column-answers.ts';
import { LI, OFFICIAL, pack, ZHANG } from '../../xlsx/recognise/made-roster.node.ts';
import { answerOf, columnItems, hasColumns } from './column-items.ts';
import { judge } from './read-protocol.ts';

const SETTINGS = { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' } as const;
const HEADER = OFFICIAL.with(3, '何人').with(12, '推荐单位');

function received(answers: Parameters<typeof judge>[1]['answers'] = []) {
  const bytes = makeWorkbook({ sheets: { 名册: inlineRows([HEADER, ZHANG, LI]) } });
  const result = judge(bytes.slice().buffer, { pack, settings: SETTINGS, answers });
  const [sheet] = result.ok ? result.checked.sheets : [];
  if (sheet === undefined) throw new Error('nothing was recognised');
  return sheet;
}

it('shows what each column is taken for, and asks where only its cells tell', () => {
  const sheet = received();
  expect(hasColumns(sheet)).toBe(true);
  const items = columnItems(sheet);
  expect(items[3]).toEqual({ column: 3, header: '何人', field: 'name', sample: '张强、李芳', doubtful: true });
  expect(items[12]).toMatchObject({ field: '', sample: '周华 组织委员', doubtful: false });
  expect(items[10]).toMatchObject({ field: 'idNumber', doubtful: false });
});

it('an answer is read by, is proposed the next time and not taken over by itself', () => {
  const sheet = received();
  const fields = columnItems(sheet).map(({ field }, at) => (at === 12 ? 'mentor' : field));
  const answer = answerOf(sheet, fields);
  expect(received([answer]).records[0]?.record.mentor).toBe('周华 组织委员');
  const settings = { ...SETTINGS, [ANSWERS_SETTING]: [answer] };
  const next = received();
  expect(next.columns[12]?.field).toBeUndefined();
  const proposed = answerFor(rememberedAnswers(settings), next.columns);
  expect(columnItems(next, proposed)[12]).toMatchObject({ field: 'mentor' });
});
