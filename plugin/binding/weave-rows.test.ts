import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftOf, weaveRows } from './weave-rows.ts';

const weave = (order: string[], standing: Record<string, number>, taken: number[] = []) => {
  const rows = new Map(Object.entries(standing));
  return weaveRows(order, rows, new Set([...rows.values(), ...taken]), 3);
};

describe('weaveRows', () => {
  it('appends new records below, into free rows', () => {
    expect([...weave(['a', 'b', 'c'], { a: 3 }).rows]).toEqual([
      ['a', 3],
      ['b', 4],
      ['c', 5],
    ]);
  });

  it('keeps empty rows and uses one of them where a record belongs', () => {
    expect([...weave(['a', 'x', 'b'], { a: 3, b: 6 }).rows]).toEqual([
      ['a', 3],
      ['x', 4],
      ['b', 6],
    ]);
  });

  it('moves rows down where there is no room, notes too', () => {
    const { rows, shifts } = weave(['a', 'x', 'y', 'b'], { a: 3, b: 4 }, [7]);
    expect([...rows]).toEqual([
      ['a', 3],
      ['x', 4],
      ['y', 5],
      ['b', 6],
    ]);
    expect(shiftOf(7, shifts)).toBe(2);
    expect(shiftOf(3, shifts)).toBe(0);
  });

  it('gives every record a row of its own, and the stored ones theirs unless pushed down', () => {
    const input = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1 }).chain((order) =>
      fc.record({
        order: fc.constant(order),
        gaps: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 10, maxLength: 10 }),
      }),
    );
    fc.assert(
      fc.property(input, ({ order, gaps }) => {
        const standing = new Map<string, number>();
        let row = 2;
        order.forEach((id, i) => {
          const gap = gaps[i] ?? 0;
          if (gap >= 3) return;
          row += gap + 1;
          standing.set(id, row);
        });
        const { rows, shifts } = weaveRows(order, standing, new Set(standing.values()), 3);
        const placed = order.map((id) => rows.get(id) ?? -1);
        expect(placed).toEqual([...placed].sort((a, b) => a - b));
        expect(new Set(placed).size).toBe(order.length);
        for (const [id, at] of standing) expect(rows.get(id)).toBe(at + shiftOf(at, shifts));
      }),
    );
  });
});
