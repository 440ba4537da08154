import type { Quarter } from './quarter.ts';

/** Who reviews: 村（社区）, 乡镇. */
export const LEVELS = ['village', 'township'] as const;
export type Level = (typeof LEVELS)[number];

/** Somebody in force, as the table lists them. */
export interface ReviewedPerson {
  readonly id: string;
  readonly name: string;
  readonly township: string;
  readonly village: string;
}

/** A review as its record shows it: texts in their normal form. */
export interface ReviewFacts {
  readonly id: string;
  readonly person: string;
  /** Blank: the year of the reference date. */
  readonly year: string;
  readonly quarter: string;
  readonly level: string;
  readonly score: string;
  readonly grade: string;
}

export interface QuarterlyInput {
  readonly people: readonly ReviewedPerson[];
  /** In the order of the records: of two reviews of the same quarter and level the later one counts. */
  readonly reviews: readonly ReviewFacts[];
  /** The reference date, `2017-11-30`: what is missing counts at this day. */
  readonly asOf: string;
  /** The quarters that the table shows, in order. */
  readonly quarters: readonly Quarter[];
}

/** A review in its place. */
export interface Mark {
  /** The record's id. */
  readonly review: string;
  /** 0 to 100. */
  readonly score: number | null;
  readonly grade: string;
}

/** One person in one quarter. */
export type QuarterMarks = Readonly<Record<Level, Mark | null>>;

/** A review that is due: not there at all, or there without a score. */
export interface Missing {
  readonly quarter: Quarter;
  readonly level: Level;
  readonly what: 'review' | 'score';
}

export interface QuarterlyRow {
  readonly person: ReviewedPerson;
  /** One for each quarter of the table. */
  readonly marks: readonly QuarterMarks[];
  /** Over the table's quarters that have a score; two decimals. */
  readonly average: Readonly<Record<Level, number | null>>;
  /** By the township's average within the person's township; equal ones share a rank, the next is skipped. */
  readonly rank: number | null;
  /**
   * The latest score in the table less the score of the last quarter before it that has one (an earlier year's too);
   * two decimals, `null` where there are not two.
   */
  readonly change: Readonly<Record<Level, number | null>>;
  readonly missing: readonly Missing[];
}

/**
 * Why a review is not in the table. `no-person`: it belongs to nobody; `not-in-force`: to somebody who is no longer in
 * the roster; `quarter`: not a year with a quarter 1 to 4 (a fifth quarter); `level`: neither village nor township;
 * `score`: its score is no number from 0 to 100 (the grade still stands in the table); `doubled`: a later one counts.
 */
export type LeftOutReason = 'no-person' | 'not-in-force' | 'quarter' | 'level' | 'score' | 'doubled';

export interface LeftOut {
  readonly review: string;
  readonly person: string;
  readonly reason: LeftOutReason;
  readonly value: string;
}

export interface QuarterlyTable {
  readonly asOf: string;
  readonly quarters: readonly Quarter[];
  /** In the order of the people. */
  readonly rows: readonly QuarterlyRow[];
  /** Ids of the people without any score of the township in the table. */
  readonly unranked: readonly string[];
  readonly leftOut: readonly LeftOut[];
}
