import { expect, it } from 'vitest';
import { housePack, projectOf, SETTINGS } from '../../xlsx/export/testing/project.node.ts';
import { chosenIds, firstChoice, formsFileName } from './choice.ts';
import { everybody } from './whose.ts';

const PEOPLE = [
  { id: 'a', name: '张三', township: '南城镇', village: '白虎村' },
  { id: 'b', name: '李四', township: '汉阳镇', village: '白虎村' },
  { id: 'c', name: '王五', township: '南城镇', village: '金牛村' },
  { id: 'd', name: '赵六', township: '南城镇', village: '白虎村', status: '已移出' },
  { id: 'e', name: '孙七', township: '南城镇', village: '白虎村' },
];
const NOWHERE = { front: null, selected: [] };
const loaded = await housePack();
const all = everybody(projectOf(loaded, PEOPLE), 'person');

it('knows everybody in force by village and township, villages of one name apart', () => {
  expect(all.ids).toEqual(['a', 'b', 'c', 'e']);
  expect(all.villages.map(({ township, village, ids }) => `${township} ${village} ${ids.join()}`)).toEqual([
    '南城镇 白虎村 a,e',
    '汉阳镇 白虎村 b',
    '南城镇 金牛村 c',
  ]);
  expect(all.townships.map(({ township, ids }) => `${township} ${ids.join()}`)).toEqual(['南城镇 a,c,e', '汉阳镇 b']);
});

it('begins with the form in front, and its village and township beside; else with everybody', () => {
  const front = { front: { person: 'c', year: 2016 }, selected: [] };
  const choice = firstChoice(front, all, 2017);
  expect(choice).toMatchObject({ scope: 'one', village: 2, township: 0, year: 2016 });
  expect(chosenIds(choice, all, front)).toEqual(['c']);
  expect(chosenIds({ ...choice, scope: 'village' }, all, front)).toEqual(['c']);
  expect(chosenIds({ ...choice, scope: 'township' }, all, front)).toEqual(['a', 'c', 'e']);
  expect(firstChoice(NOWHERE, all, 2017)).toMatchObject({ scope: 'all', year: 2017 });
  // Several rows are a choice, the one where the cursor stands is not; the roster's order counts.
  const rows = { front: null, selected: ['e', 'd', 'a'] };
  expect(firstChoice(rows, all, 2017).scope).toBe('selected');
  expect(firstChoice({ front: null, selected: ['a'] }, all, 2017).scope).toBe('all');
  expect(chosenIds({ ...choice, scope: 'selected' }, all, rows)).toEqual(['a', 'e']);
});

it('names the file by what is in it', () => {
  const choice = firstChoice(NOWHERE, all, 2017);
  const name = (change: Partial<typeof choice>): string =>
    formsFileName({ ...choice, ...change }, all, { ...SETTINGS, level: 'township' }, '纪实表', '张三-纪实表.xlsx');
  expect(name({})).toBe('南城镇党委-纪实表-20171130.xlsx');
  expect(name({ scope: 'village', packing: 'archive' })).toBe('南城镇党委-纪实表-白虎村-20171130.zip');
  expect(name({ scope: 'township', township: 1 })).toBe('南城镇党委-纪实表-汉阳镇-20171130.xlsx');
  expect(name({ scope: 'selected' })).toBe('南城镇党委-纪实表-部分人员-20171130.xlsx');
  expect(name({ year: 2016 })).toBe('南城镇党委-纪实表-2016-20171130.xlsx');
  expect(name({ scope: 'one', packing: 'archive' })).toBe('张三-纪实表.xlsx');
  expect(name({ scope: 'one', year: 2016 })).toBe('张三-纪实表-2016.xlsx');
});
