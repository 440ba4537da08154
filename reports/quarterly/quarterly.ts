import { type Placed, placeReviews } from './place-reviews.ts';
import { isDue, type Quarter, quarterNumber } from './quarter.ts';
import { average, difference, ranks } from './scores.ts';
import {
  LEVELS,
  type Level,
  type Missing,
  type QuarterlyInput,
  type QuarterlyRow,
  type QuarterlyTable,
  type ReviewedPerson,
} from './types.ts';

type Row = Omit<QuarterlyRow, 'rank'>;

/**
 * 季度评议: people × quarters with scores and grades of village and township, averages, ranks within the township,
 * changes, and what is missing at the reference date. O(n log n) in people and reviews.
 * @param known whether a person exists though not in force, to say why a review is left out
 */
export function quarterlyTable(
  input: QuarterlyInput,
  known: (person: string) => boolean = () => false,
): QuarterlyTable {
  const places = placeReviews(input, known);
  const rows = input.people.map((person) => rowOf(person, input, (level) => places.of(person.id, level)));
  const ranked = withRanks(rows);
  return {
    asOf: input.asOf,
    quarters: input.quarters,
    rows: ranked,
    unranked: ranked.filter(({ rank }) => rank === null).map(({ person }) => person.id),
    leftOut: places.leftOut,
  };
}

function rowOf(person: ReviewedPerson, { quarters, asOf }: QuarterlyInput, placed: (level: Level) => Placed): Row {
  const village = placed('village');
  const township = placed('township');
  const marks = quarters.map((quarter) => {
    const number = quarterNumber(quarter);
    return { village: village.get(number) ?? null, township: township.get(number) ?? null };
  });
  const mean = (level: Level): number | null => average(marks.flatMap((mark) => mark[level]?.score ?? []));
  const missing = quarters.flatMap((quarter, at) =>
    isDue(quarter, asOf)
      ? LEVELS.flatMap((level): Missing[] => {
          const mark = marks[at]?.[level] ?? null;
          if (mark !== null && mark.score !== null) return [];
          return [{ quarter, level, what: mark === null ? 'review' : 'score' }];
        })
      : [],
  );
  return {
    person,
    marks,
    average: { village: mean('village'), township: mean('township') },
    change: { village: changeIn(village, quarters), township: changeIn(township, quarters) },
    missing,
  };
}

/** The latest score among the shown quarters against the last one before it that is there, whatever its year. */
function changeIn(placed: Placed, quarters: readonly Quarter[]): number | null {
  const scored = [...placed].filter(([, { score }]) => score !== null).sort(([a], [b]) => a - b);
  const shown = new Set(quarters.map(quarterNumber));
  const at = scored.findLastIndex(([number]) => shown.has(number));
  const after = scored[at]?.[1].score ?? null;
  const before = scored[at - 1]?.[1].score ?? null;
  return after === null || before === null ? null : difference(after, before);
}

function withRanks(rows: readonly Row[]): QuarterlyRow[] {
  const townships = new Map<string, number[]>();
  for (const [at, { person }] of rows.entries()) {
    const list = townships.get(person.township) ?? [];
    townships.set(person.township, list);
    list.push(at);
  }
  const rank = new Map<number, number | null>();
  for (const list of townships.values()) {
    const found = ranks(list.map((at) => rows[at]?.average.township ?? null));
    for (const [n, at] of list.entries()) rank.set(at, found[n] ?? null);
  }
  return rows.map((row, at) => ({ ...row, rank: rank.get(at) ?? null }));
}
