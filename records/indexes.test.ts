import { expect, test } from 'vitest';
import { Index } from './indexes.ts';
import type { DataRecord } from './types.ts';

/** An index by name over these records, and how often it went through all of them. */
function byName(records: readonly DataRecord[]): { readonly index: Index; readonly fills: () => number } {
  let fills = 0;
  const source = (): Iterable<DataRecord> => {
    fills++;
    return records;
  };
  const index = new Index('person', new Set(['name']), ({ name }) => String(name ?? '') || undefined, true, source);
  return { index, fills: () => fills };
}

const person = (id: string, name: string, status = ''): DataRecord => ({ id, name, ...(status && { status }) });

test('an index goes through the records at the first question, once', () => {
  const { index, fills } = byName([person('a', '张三'), person('b', '张三'), person('c', '李四', 'removed')]);
  expect(fills()).toBe(0);
  expect(index.buckets.count('张三')).toBe(2);
  expect(index.buckets.count('李四')).toBe(0);
  expect(fills()).toBe(1);
});

test('a change before the first question is found in the records, one after it is followed, and noted', () => {
  const records = [person('a', '张三')];
  const { index } = byName(records);
  const before = person('b', '王五');
  records.push(before);
  index.move(undefined, before);
  expect(index.pending.size).toBe(0);
  expect([...index.buckets.get('王五')]).toEqual(['b']);
  index.move(before, person('b', '张三'));
  expect(index.buckets.count('王五')).toBe(0);
  expect(index.buckets.count('张三')).toBe(2);
  expect([...index.pending]).toEqual([
    ['王五', 1],
    ['张三', 1],
  ]);
});

test('emptied, it goes through the records anew', () => {
  const records = [person('a', '张三')];
  const { index } = byName(records);
  expect(index.buckets.count('张三')).toBe(1);
  records.pop();
  index.empty();
  expect(index.buckets.count('张三')).toBe(0);
});
