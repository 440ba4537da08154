import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RankList, STEP } from './rank-list.ts';

/** What the database would hold: id → rank, written only for what `settle` names. */
function flush(list: RankList, stored: Map<string, number>): number {
  const changed = list.settle();
  for (const id of changed) stored.set(id, list.rank(id));
  for (const id of stored.keys()) if (!list.has(id)) stored.delete(id);
  return changed.size;
}
const sorted = (stored: Map<string, number>) => [...stored].sort((a, b) => a[1] - b[1]).map(([id]) => id);

describe('RankList', () => {
  it('writes one row for one inserted row', () => {
    const list = new RankList([
      ['a', 0],
      ['b', STEP],
    ]);
    list.insert('x', 'b');
    expect([...list.settle()]).toEqual(['x']);
    expect(list.rank('x')).toBe(STEP / 2);
  });

  it('writes one row for one moved row', () => {
    const ids = Array.from({ length: 100 }, (_, i) => `r${i}`);
    const list = new RankList(ids.map((id, i) => [id, i * STEP]));
    list.reorder([...ids.slice(1, 60), 'r0', ...ids.slice(60)]);
    expect([...list.settle()]).toEqual(['r0']);
  });

  it('spreads a block over one gap without touching the neighbours', () => {
    const list = new RankList([
      ['a', 0],
      ['b', STEP],
    ]);
    for (let i = 0; i < 5000; i++) list.insert(`n${i}`, 'b');
    expect(list.settle().size).toBe(5000);
    expect(list.rank('n4999')).toBeLessThan(STEP);
  });

  it('evens out a used-up gap locally: inserting at one place stays cheap', () => {
    const list = new RankList(Array.from({ length: 10_000 }, (_, i) => [`r${i}`, i * STEP]));
    const stored = new Map(Array.from({ length: 10_000 }, (_, i) => [`r${i}`, i * STEP]));
    let written = 0;
    for (let i = 0; i < 1000; i++) {
      list.insert(`n${i}`, 'r5000');
      written += flush(list, stored);
    }
    expect(written).toBeLessThan(1000 * 20);
    expect(sorted(stored)).toEqual([...list]);
  });

  it('gives anew what is out of order, equal or no safe number', () => {
    const list = new RankList([
      ['a', 5],
      ['b', 5],
      ['c', 3],
      ['d', 2 ** 60],
      ['e', 9],
    ]);
    expect([...list.settle()].sort()).toEqual(['a', 'b', 'c', 'd', 'e'].filter((id) => id !== 'a' && id !== 'e'));
    const ranks = [...list].map((id) => list.rank(id));
    expect(ranks).toEqual([...ranks].sort((x, y) => x - y));
    expect(new Set(ranks).size).toBe(5);
  });

  it('starts over when whole numbers run out at the end', () => {
    const list = new RankList([
      ['a', 0],
      ['b', Number.MAX_SAFE_INTEGER - 1],
    ]);
    list.insert('c');
    list.settle();
    expect(list.rank('a')).toBeLessThan(list.rank('b'));
    expect(list.rank('b')).toBeLessThan(list.rank('c'));
    expect(Number.isSafeInteger(list.rank('c'))).toBe(true);
  });

  it('settles several blocks at once where no gap is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.array(fc.nat(), { maxLength: 40 }), (size, places) => {
        const model = Array.from({ length: size }, (_, i) => `r${i}`);
        const list = new RankList(model.map((id, i) => [id, i]));
        places.forEach((place, i) => {
          const at = place % (model.length + 1);
          list.insert(`n${i}`, model[at]);
          model.splice(at, 0, `n${i}`);
        });
        list.settle();
        const ranks = model.map((id) => list.rank(id));
        expect(ranks).toEqual([...new Set(ranks)].sort((x, y) => x - y));
      }),
    );
  });

  it('refuses what it does not know', () => {
    const list = new RankList([['a', 0]]);
    expect(() => list.insert('a')).toThrow('already in the list');
    expect(() => list.insert('b', 'x')).toThrow('not in the list');
    expect(() => list.remove('x')).toThrow('not in the list');
    expect(() => list.reorder(['a', 'x'])).toThrow('not in the list');
    expect(() => list.reorder([])).toThrow('every id once');
    list.insert('b');
    expect(() => list.rank('b')).toThrow('no rank yet');
  });

  it('stored ranks give the order of a plain list, whatever is done', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('insert'), at: fc.nat(), seed: fc.nat() }),
      fc.record({ do: fc.constant('remove'), at: fc.nat(), seed: fc.nat() }),
      fc.record({ do: fc.constant('shuffle'), at: fc.nat(), seed: fc.nat() }),
      fc.record({ do: fc.constant('flush'), at: fc.nat(), seed: fc.nat() }),
      fc.record({ do: fc.constant('reopen'), at: fc.nat(), seed: fc.nat() }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let list = new RankList();
        const stored = new Map<string, number>();
        let model: string[] = [];
        let made = 0;
        for (const s of steps) {
          const at = model.length ? s.at % (model.length + 1) : 0;
          if (s.do === 'insert') {
            const id = `n${made++}`;
            list.insert(id, model[at]);
            model.splice(at, 0, id);
          } else if (s.do === 'remove' && at < model.length) {
            const [id] = model.splice(at, 1);
            if (id !== undefined) list.remove(id);
          } else if (s.do === 'shuffle') {
            model = [...model.slice(at), ...model.slice(0, at)];
            list.reorder(model);
          } else if (s.do === 'flush') flush(list, stored);
          else if (s.do === 'reopen') {
            flush(list, stored);
            list = new RankList([...stored].sort((a, b) => a[1] - b[1]));
          }
        }
        flush(list, stored);
        expect(sorted(stored)).toEqual(model);
        expect([...list]).toEqual(model);
      }),
    );
  });
});
