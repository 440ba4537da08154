import { expect, it } from 'vitest';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { checkWorkbook } from './check-workbook.ts';
import { LI, OFFICIAL, only, pack, ZHANG } from './made-roster.node.ts';
import { normalisedCells } from './normalised.ts';

const SETTINGS = { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' } as const;
const places = (rows: readonly (readonly string[])[]) =>
  only(rows).records.map(({ texts }) => [texts.township, texts.village]);

it('a village that names its township as well is taken apart, a township loses its county', () => {
  const header = OFFICIAL.toSpliced(1, 1).with(1, '乡镇、村（社区）');
  const rows = [ZHANG.toSpliced(1, 1).with(1, '西龙镇白虎村'), LI.toSpliced(1, 1).with(1, '青神县西龙镇兰沟社区')];
  expect(places([header, ...rows])).toEqual([
    ['西龙镇', '白虎村'],
    ['西龙镇', '兰沟社区'],
  ]);
  expect(places([OFFICIAL, ZHANG.with(1, '青神县南城镇').with(2, '南城镇白虎村'), LI])).toEqual([
    ['南城镇', '白虎村'],
    ['南城镇', '白虎村'],
  ]);
});

it('a village of another township stays as it is written, and so does one whose name only looks like both', () => {
  expect(places([OFFICIAL, ZHANG.with(2, '汉阳镇白虎村'), LI.with(1, '').with(2, '新乡村')])).toEqual([
    ['南城镇', '汉阳镇白虎村'],
    [undefined, '新乡村'],
  ]);
});

it('a name set letter below letter, or spaced out, is one name', () => {
  const rows = [ZHANG.with(2, '白\n虎\n村'), LI.with(1, '南 城 镇').with(2, '白虎村 3组')];
  expect(places([OFFICIAL, ...rows])).toEqual([
    ['南城镇', '白虎村'],
    ['南城镇', '白虎村 3组'],
  ]);
});

it('under 所在村组 the village is what stands before the group', () => {
  const header = OFFICIAL.toSpliced(1, 1).with(1, '所在村组');
  const rows = [
    ZHANG.toSpliced(1, 1).with(1, '西龙镇白虎村3组'),
    LI.toSpliced(1, 1).with(1, '西龙镇兰沟社区第二居民小组'),
  ];
  expect(places([header, ...rows])).toEqual([
    ['西龙镇', '白虎村'],
    ['西龙镇', '兰沟社区'],
  ]);
});

it('what the cells said stays with the record and is listed', () => {
  const rows = [OFFICIAL, ZHANG.with(1, '青神县南城镇').with(2, '南城镇白虎村')];
  const result = checkWorkbook(makeWorkbook({ sheets: { 名册: inlineRows(rows) } }), [pack], SETTINGS);
  if (!result.ok) throw new Error(result.error.code);
  const [sheet] = result.checked.sheets;
  expect(sheet?.records[0]?.record).toMatchObject({
    township: '南城镇',
    village: '白虎村',
    original: { township: '青神县南城镇', village: '南城镇白虎村' },
  });
  expect(sheet === undefined ? [] : normalisedCells(sheet)).toEqual([
    { row: 2, cell: 'B2', field: 'township', from: '青神县南城镇', to: '南城镇' },
    { row: 2, cell: 'C2', field: 'village', from: '南城镇白虎村', to: '白虎村' },
  ]);
});

it.each([
  '白虎村（2人）',
  '白虎村\n2人',
  '1.白虎村',
  '（一）白虎村',
  '白虎村 共2名',
  '★白虎村',
  '（白虎村）',
  '白虎村。',
])('a village with its number, that of its people or a mark is the village: %j', (text) => {
  expect(places([OFFICIAL, ZHANG.with(2, text), LI])[0]).toEqual(['南城镇', '白虎村']);
});

it('a village whose name is a number keeps it', () => {
  expect(places([OFFICIAL, ZHANG.with(2, '二村'), LI.with(2, '第一社区')]).map(([, village]) => village)).toEqual([
    '二村',
    '第一社区',
  ]);
});
