import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quartersOf } from './quarter.ts';
import { quarterlyTable } from './quarterly.ts';
import { LEVELS, type Level, type QuarterlyInput, type ReviewFacts } from './types.ts';

const person = (id: string, township = '南城镇') => ({ id, name: id, township, village: '白虎村' });
const review = (of: string, quarter: string, score: string, more: Partial<ReviewFacts> = {}): ReviewFacts => ({
  id: `${of}-${more.year ?? 2017}-${quarter}-${more.level ?? 'township'}`,
  person: of,
  year: '2017',
  quarter,
  level: 'township',
  score,
  grade: '',
  ...more,
});
const input = (people: QuarterlyInput['people'], reviews: readonly ReviewFacts[], asOf = '2017-11-30') => ({
  people,
  reviews,
  asOf,
  quarters: quartersOf(2017),
});

test('averages over the quarters that have a score, ranks within the township, changes against the last score', () => {
  const table = quarterlyTable(
    input(
      [person('张三'), person('李四'), person('王五'), person('赵六', '西龙镇'), person('钱七')],
      [
        review('张三', '1', '80'),
        review('张三', '3', '90.5', { grade: '好' }),
        review('张三', '3', '70', { level: 'village' }),
        review('李四', '2', '85.25'),
        review('李四', '4', '95', { year: '2016' }),
        review('王五', '1', '99', { level: 'village' }),
        review('赵六', '1', '60', { year: '' }),
        review('钱七', '1', '70'),
      ],
    ),
  );
  expect(
    table.rows.map(({ average, rank, change }) => [average.township, average.village, rank, change.township]),
  ).toEqual([
    [85.25, 70, 1, 10.5],
    [85.25, null, 1, -9.75],
    [null, 99, null, null],
    [60, null, 1, null],
    [70, null, 3, null],
  ]);
  expect(table.rows[0]?.marks[2]?.township).toEqual({ review: '张三-2017-3-township', score: 90.5, grade: '好' });
  expect(table.unranked).toEqual(['王五']);
  expect(table.leftOut).toEqual([]);
});

test('what is missing counts at the reference date: only quarters that are over', () => {
  const missing = (asOf: string) =>
    quarterlyTable(
      input(
        [person('张三')],
        [review('张三', '1', '80'), review('张三', '1', '', { level: 'village', grade: '好' })],
        asOf,
      ),
    ).rows[0]?.missing.map(({ quarter, level, what }) => `${quarter.quarter} ${level} ${what}`);
  expect(missing('2017-03-30')).toEqual([]);
  expect(missing('2017-03-31')).toEqual(['1 village score']);
  expect(missing('2017-06-30')).toEqual(['1 village score', '2 village review', '2 township review']);
  expect(missing('2017-12-31')).toHaveLength(7);
});

test('what cannot stand in the table is named, never dropped unseen', () => {
  const people = [person('张三')];
  const table = quarterlyTable(
    input(people, [
      review('张三', '5', '80', { id: 'fifth' }),
      review('张三', '1', '80', { id: 'county', level: 'county' }),
      review('张三', '1', '101', { id: 'high', grade: '好' }),
      review('张三', '2', '70', { id: 'first' }),
      review('张三', '2', '75', { id: 'second' }),
      review('李四', '1', '80', { id: 'gone' }),
      review('', '1', '80', { id: 'nobody' }),
    ]),
    (id) => id === '李四',
  );
  expect(table.leftOut.map(({ review: id, reason, value }) => [id, reason, value])).toEqual([
    ['fifth', 'quarter', '2017 5'],
    ['county', 'level', 'county'],
    ['high', 'score', '101'],
    ['first', 'doubled', ''],
    ['gone', 'not-in-force', '李四'],
    ['nobody', 'no-person', ''],
  ]);
  expect(table.rows[0]?.marks.map(({ township }) => [township?.score ?? null, township?.grade])).toEqual([
    [null, '好'],
    [75, ''],
    [null, undefined],
    [null, undefined],
  ]);
});

describe('against a plain model', () => {
  const facts = fc.record({
    person: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    year: fc.constantFrom('2016', '2017', ''),
    quarter: fc.constantFrom('1', '2', '3', '4'),
    level: fc.constantFrom<Level>(...LEVELS),
    score: fc.oneof(fc.constant(''), fc.integer({ min: 50, max: 54 }).map(String), fc.constantFrom('60.5', '60.25')),
    grade: fc.constantFrom('', '好'),
  });
  const people = [person('a'), person('b'), person('c'), person('d', '西龙镇'), person('e')];

  test('every figure is what one would count by hand', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 40 }), (list) => {
        const reviews = list.map((f, n) => ({ ...f, id: String(n) }));
        const table = quarterlyTable(input(people, reviews));
        const scoreOf = (who: string, year: number, quarter: number, level: Level): number | null => {
          const last = reviews.findLast(
            (r) =>
              r.person === who &&
              (r.year || '2017') === String(year) &&
              r.quarter === String(quarter) &&
              r.level === level,
          );
          return last === undefined || last.score === '' ? null : Number(last.score);
        };
        const all = (who: string, level: Level) =>
          [2016, 2017].flatMap((year) => [1, 2, 3, 4].map((q) => ({ year, score: scoreOf(who, year, q, level) })));
        const meanOf = (who: string, level: Level): number | null => {
          const scores = all(who, level).flatMap(({ year, score }) => (year === 2017 ? (score ?? []) : []));
          return scores.length === 0 ? null : scores.reduce((a, b) => a + b, 0) / scores.length;
        };
        for (const row of table.rows) {
          const who = row.person.id;
          for (const level of LEVELS) {
            row.marks.forEach((mark, at) => {
              expect(mark[level]?.score ?? null).toBe(scoreOf(who, 2017, at + 1, level));
            });
            const mean = meanOf(who, level);
            if (mean === null) expect(row.average[level]).toBeNull();
            else expect(row.average[level]).toBeCloseTo(mean, 1);
            const scored = all(who, level).filter(({ score }) => score !== null);
            const last = scored.at(-1);
            const before = scored.at(-2);
            const change = last?.year !== 2017 || !before ? null : Number(last.score) - Number(before.score);
            expect(row.change[level]).toBe(change);
          }
          const higher = table.rows.filter(
            (other) =>
              other.person.township === row.person.township &&
              (other.average.township ?? -1) > (row.average.township ?? 101),
          );
          expect(row.rank).toBe(row.average.township === null ? null : higher.length + 1);
          // Three quarters are over at the end of November, for two levels each.
          const due = [1, 2, 3].flatMap((q) => LEVELS.filter((level) => scoreOf(who, 2017, q, level) === null));
          expect(row.missing).toHaveLength(due.length);
        }
        const placed = table.rows.flatMap(({ marks }) => marks.flatMap((m) => LEVELS.flatMap((l) => m[l] ?? [])));
        const earlier = new Set(
          reviews.filter((r) => r.year === '2016').map((r) => `${r.person} ${r.quarter} ${r.level}`),
        );
        expect(placed.length + earlier.size + table.leftOut.length).toBe(reviews.length);
      }),
      { numRuns: 100 },
    );
  });
});
