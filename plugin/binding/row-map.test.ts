import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowMap } from './row-map.ts';

describe('RowMap', () => {
  it('numbers records from the first row, skipping free rows', () => {
    const map = new RowMap(3);
    map.set(3, 'a');
    map.set(6, 'b');
    expect([map.numberAt(3), map.numberAt(4), map.numberAt(6)]).toEqual([1, 0, 2]);
    expect(map.lastRow).toBe(6);
    expect(map.nextId(3)).toBe('b');
    map.set(4, 'c');
    expect(map.numberAt(6)).toBe(3);
  });

  it('keeps a record in one row: binding it elsewhere frees the former row', () => {
    const map = new RowMap(3);
    map.set(3, 'a');
    map.set(5, 'a');
    expect(map.idAt(3)).toBeNull();
    expect(map.rowOf('a')).toBe(5);
  });

  it('leaves out an id met a second time, and says which rows changed', () => {
    const map = new RowMap(0);
    map.set(0, 'a');
    const rows = ['a', 'a', 'b'];
    expect([...map.rebuild(3, (row) => rows[row] ?? null)]).toEqual([2]);
    expect(map.idAt(1)).toBeNull();
  });

  it('agrees with a plain list under any bindings', () => {
    const step = fc.record({
      row: fc.nat(12),
      id: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const map = new RowMap(2);
        const model: (string | null)[] = [];
        for (const { row, id } of steps) {
          if (id !== null && model.includes(id)) model[model.indexOf(id)] = null;
          model[row + 2] = id;
          map.set(row + 2, id);
        }
        const placed = model.filter((id) => typeof id === 'string');
        expect([...map.ids()]).toEqual(placed);
        for (const [row, id] of model.entries()) {
          expect(map.idAt(row)).toBe(id ?? null);
          if (id) expect([map.rowOf(id), map.numberAt(row)]).toEqual([row, placed.indexOf(id) + 1]);
        }
      }),
    );
  });
});
