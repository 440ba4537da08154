import { isoYear } from '../../formulas/calendar.ts';
import { type Quarter, quarterNumber, readQuarter } from './quarter.ts';
import { readScore } from './scores.ts';
import { LEVELS, type LeftOut, type LeftOutReason, type Level, type Mark, type QuarterlyInput } from './types.ts';

/** The marks of one person and level by quarter number. */
export type Placed = ReadonlyMap<number, Mark>;

/** Every usable review in its place: person → level → quarter; and those that have none, with the reason. */
export interface Places {
  readonly of: (person: string, level: Level) => Placed;
  readonly leftOut: readonly LeftOut[];
}

const NOTHING: Placed = new Map();

const readLevel = (text: string): Level | undefined => LEVELS.find((level) => level === text);

/** Puts reviews in their places, all years'. `known`: people who exist without being in force. */
export function placeReviews(input: QuarterlyInput, known: (person: string) => boolean): Places {
  const inForce = new Set(input.people.map(({ id }) => id));
  const marks = new Map<string, Map<number, Mark>>();
  const leftOut: LeftOut[] = [];
  const asOfYear = String(isoYear(input.asOf));
  for (const review of input.reviews) {
    const leave = (reason: LeftOutReason, value: string): void =>
      void leftOut.push({ review: review.id, person: review.person, reason, value });
    const level = readLevel(review.level);
    const quarter: Quarter | undefined = readQuarter(review.year || asOfYear, review.quarter);
    if (!inForce.has(review.person)) leave(known(review.person) ? 'not-in-force' : 'no-person', review.person);
    else if (quarter === undefined) leave('quarter', `${review.year || asOfYear} ${review.quarter}`);
    else if (level === undefined) leave('level', review.level);
    else {
      const score = review.score === '' ? null : (readScore(review.score) ?? null);
      if (review.score !== '' && score === null) leave('score', review.score);
      const place = `${level} ${review.person}`;
      const placed = marks.get(place) ?? new Map<number, Mark>();
      const number = quarterNumber(quarter);
      const former = placed.get(number);
      if (former) leftOut.push({ review: former.review, person: review.person, reason: 'doubled', value: '' });
      marks.set(place, placed.set(number, { review: review.id, score, grade: review.grade }));
    }
  }
  return { of: (person, level) => marks.get(`${level} ${person}`) ?? NOTHING, leftOut };
}
