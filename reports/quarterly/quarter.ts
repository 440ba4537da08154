/** A quarter of a year; `quarter` is 1 to 4. */
export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'] as const;
const PER_YEAR = LAST_DAYS.length;

/** Quarters counted through all years: neighbours differ by one. */
export function quarterNumber({ year, quarter }: Quarter): number {
  return year * PER_YEAR + quarter - 1;
}

/** The four quarters of a year. */
export function quartersOf(year: number): readonly Quarter[] {
  return LAST_DAYS.map((_, at) => ({ year, quarter: at + 1 }));
}

/** The last day of a quarter, `2017-09-30`. */
export function lastDay({ year, quarter }: Quarter): string {
  return `${String(year).padStart(4, '0')}-${LAST_DAYS[quarter - 1] ?? '12-31'}`;
}

/** Whether a quarter is over at a date (its last day counts), so that its reviews are due. */
export function isDue(quarter: Quarter, date: string): boolean {
  return lastDay(quarter) <= date;
}

/** `2017` and `3` as a quarter; what is no year or no quarter 1 to 4 is none. */
export function readQuarter(year: string, quarter: string): Quarter | undefined {
  return /^\d{4}$/.test(year) && /^[1-4]$/.test(quarter) ? { year: Number(year), quarter: Number(quarter) } : undefined;
}
