import { afterAll, beforeAll, expect, it } from 'vitest';
import { listAbsent } from '../panels/absent.ts';
import { createTestBed, type TestBed } from '../testing/create-test-bed.node.ts';
import { idOf } from '../testing/fuzz-values.ts';
import { nextProblem } from './next-problem.ts';

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed();
});
afterAll(() => bed.dispose());

it('goes from problem to problem, round and round, both ways', async () => {
  const full = { township: '甲镇', village: '乙村', education: '本科', phone: '13800000001', mentor: '某某' };
  const t = await bed.open([
    { id: 'a', name: '张一', idNumber: idOf(1), ...full },
    { id: 'b', name: '李二', idNumber: idOf(2), ...full, phone: '12' },
  ]);
  const seen: string[] = [];
  let at = { row: 0, column: 0 };
  const total = [...t.store.issues()].filter((i) => i.entity === 'person').length;
  for (let i = 0; i <= total; i++) {
    at = nextProblem(t.table, at, 1) ?? at;
    seen.push(`${at.row}:${at.column}`);
  }
  expect(seen).toContain('4:11');
  expect(new Set(seen).size).toBeLessThan(seen.length);
  const next = nextProblem(t.table, { row: 4, column: 11 }, 1) ?? { row: -1, column: -1 };
  expect(nextProblem(t.table, next, -1)).toEqual({ row: 4, column: 11 });
  t.close();
  const empty = await bed.open([]);
  expect(nextProblem(empty.table, { row: 3, column: 3 }, 1)).toBeNull();
  empty.close();
});

it('lists who lost the row apart from who left', async () => {
  const t = await bed.open([
    { id: 'a', name: '张一', unplaced: true },
    { id: 'b', name: '李二', status: '已移出', statusDate: '2017-11-30' },
    { id: 'c', name: '王三' },
  ]);
  const { lost, left } = listAbsent(t.store, 'person', '未在表中');
  expect(lost.map(({ id, status }) => [id, status])).toEqual([['a', '未在表中']]);
  expect(left.map(({ id, status, date }) => [id, status, date])).toEqual([['b', '已移出', '2017-11-30']]);
  t.close();
});
