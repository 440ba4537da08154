import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Table } from './table.ts';

const step = fc.record({
  op: fc.constantFrom('insert', 'insert', 'remove', 'reverse'),
  at: fc.nat(),
  size: fc.integer({ min: 1, max: 4 }),
  end: fc.boolean(),
});

test('a table keeps the order that a plain list would have', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const table = new Table();
      let list: string[] = [];
      let next = 0;
      for (const { op, at, size, end } of steps) {
        const id = list[at % Math.max(1, list.length)];
        if (op === 'insert') {
          const fresh = Array.from({ length: size }, () => ({ id: `r${next++}` }));
          const before = end ? undefined : id;
          table.insert(fresh, before);
          list.splice(
            before === undefined ? list.length : list.indexOf(before),
            0,
            ...fresh.map((record) => record.id),
          );
        } else if (op === 'remove' && id !== undefined) {
          expect(table.remove(id)).toBe(list[list.indexOf(id) + 1]);
          list = list.filter((other) => other !== id);
        } else if (op === 'reverse') {
          list.reverse();
          table.reorder(list);
        }
        expect(table.order).toEqual(list);
        expect(table.size).toBe(list.length);
      }
    }),
  );
});

test('a record that is not there is refused', () => {
  expect(() => new Table().remove('nobody')).toThrow('unknown-record');
});

test('a great many records go in before another one', () => {
  const table = new Table();
  table.insert([{ id: 'first' }, { id: 'last' }], undefined);
  table.insert(
    Array.from({ length: 150_000 }, (_, at) => ({ id: `r${at}` })),
    'last',
  );
  expect([table.order[0], table.order[1], table.order[150_000], table.order[150_001]]).toEqual([
    'first',
    'r0',
    'r149999',
    'last',
  ]);
});
