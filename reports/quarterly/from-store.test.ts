import { expect, test } from 'vitest';
import { openProject } from '../../records/store.ts';
import { pack, settings } from '../../records/testing/pack.ts';
import { quarterlyOf } from './from-store.ts';

test('reads people in force and their reviews as the sheet shows them', () => {
  const opened = openProject(pack, {
    pack: pack.id,
    settings,
    records: {
      person: [
        { id: 'a', name: '张三', township: '南城镇', village: '白虎村' },
        { id: 'b', name: '李四', status: '已移出' },
        { id: 'c', name: '王五', unplaced: true },
      ],
      review: [
        { id: 'r1', person: 'a', quarter: '3', level: 'township', score: 88 },
        { id: 'r2', person: 'a', year: 2017, quarter: '2', level: 'township', score: '80', grade: '较好' },
        { id: 'r3', person: 'b', quarter: '1', level: 'village', score: 70 },
        { id: 'r4', person: 'x', quarter: '1', level: 'village', score: 70 },
      ],
    },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const table = quarterlyOf(opened.store);
  expect(table.rows).toHaveLength(1);
  expect(table.rows[0]).toMatchObject({
    person: { id: 'a', name: '张三', township: '南城镇', village: '白虎村' },
    average: { township: 84, village: null },
    change: { township: 8 },
    rank: 1,
  });
  expect(table.leftOut.map(({ review, reason }) => [review, reason])).toEqual([
    ['r3', 'not-in-force'],
    ['r4', 'no-person'],
  ]);
});
