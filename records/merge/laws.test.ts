import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planMerge } from './plan.ts';
import { COLUMNS, column, empty, exported, merge, pack, source, villages } from './testing.node.ts';
import type { SourceRow } from './types.ts';

/** Few values, so that rows meet: right and wrong ID numbers, none, the old form of the first. */
const texts = fc.record({
  township: fc.constantFrom('南城镇', ''),
  village: fc.constantFrom('白虎村', '金牛村', '别处村'),
  name: fc.constantFrom('张三', '李四'),
  education: fc.constantFrom('本科', '大学', ''),
  idNumber: fc.constantFrom(
    '510104198606111483',
    '511130199302264438',
    '510104198606111484',
    '510104860611148',
    '',
    '',
  ),
  phone: fc.constantFrom('13800000001', '13800000002', ''),
  mentor: fc.constantFrom('周华 书记', ''),
  remark: fc.constantFrom('', '甲', '乙'),
});
const stated = fc.constantFrom<ReadonlySet<string>>(COLUMNS, new Set(['name', 'village', 'idNumber', 'phone']));
const rows: fc.Arbitrary<SourceRow[]> = fc
  .array(fc.tuple(fc.constantFrom('甲.xlsx', '乙.xlsx', '丙.xlsx'), texts, stated), { minLength: 1, maxLength: 8 })
  .map((list) =>
    list.map(([file, all, columns], at) => {
      const said = Object.entries(all).filter(([key]) => columns.has(key));
      return source(file, at + 4, Object.fromEntries(said), { stated: columns });
    }),
  );
const RUNS = { numRuns: 100 };

it('every row stands for a record of the result or is left out with a reason', () => {
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const store = empty(villages);
      merge(store, first);
      const { outcomes } = merge(store, second);
      expect(outcomes).toHaveLength(second.length);
      const standing = outcomes.flatMap((o) => ('conflict' in o ? [o.record] : []));
      expect(new Set(standing).size).toBe(standing.length);
      for (const id of standing) expect(store.get('person', id)).toBeDefined();
      for (const o of outcomes) if (!('conflict' in o)) expect(standing).toContain(o.record);
    }),
    RUNS,
  );
});

it('merging the same again changes nothing', () => {
  fc.assert(
    fc.property(rows, (sources) => {
      const store = empty(villages);
      merge(store, sources);
      expect(merge(store, sources).patch).toEqual([]);
    }),
    RUNS,
  );
});

it('merging onto its own result changes nothing, with the project and without', () => {
  fc.assert(
    fc.property(rows, (sources) => {
      const store = empty(villages);
      merge(store, sources);
      const own = exported(store);
      expect(merge(store, own).patch).toEqual([]);
      const again = empty(villages);
      merge(again, own);
      expect(again.ids('person')).toEqual(store.ids('person'));
      for (const key of COLUMNS) expect(column(again, key)).toEqual(column(store, key));
    }),
    RUNS,
  );
});

it('one undo takes everything back', () => {
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const store = empty(villages);
      merge(store, first);
      const before = store.toJson();
      merge(store, second).undo();
      expect(store.toJson()).toEqual(before);
    }),
    RUNS,
  );
});

it('every value that a row says is in the result or in a conflict, a change held back, or a refusal', () => {
  fc.assert(
    fc.property(rows, (sources) => {
      const store = empty(villages);
      const { groups } = planMerge(store, pack, 'person', sources);
      merge(store, sources);
      for (const { variants } of groups)
        for (const { facts } of variants)
          for (const [key, text] of facts) if (text !== '') expect(column(store, key)).toContain(text);
    }),
    RUNS,
  );
});
