import { type Day, daysIn } from '../../formulas/calendar.ts';
import { PICKER } from './locale.zh-CN.ts';
import { addMonths, FIRST_YEAR, LAST_YEAR } from './moves.ts';

export interface PickerHeadProps {
  readonly day: Day;
  readonly monthly: boolean;
  readonly onGo: (day: Day) => void;
}

const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) => LAST_YEAR - at);
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** Year and month above the grid, with the ways to the neighbouring ones. */
export function PickerHead({ day, monthly, onGo }: PickerHeadProps) {
  const set = (year: number, month: number): void => onGo({ year, month, day: Math.min(day.day, daysIn(year, month)) });
  const arrow = (sign: string, label: string, by: number) => (
    <button type="button" tabIndex={-1} aria-label={label} title={label} onClick={() => onGo(addMonths(day, by))}>
      {sign}
    </button>
  );
  return (
    <div className="mingce-picker-head">
      {arrow('«', PICKER.previous, -12)}
      {!monthly && arrow('‹', PICKER.previousMonth, -1)}
      <select
        aria-label={PICKER.year}
        value={day.year}
        onChange={(event) => set(Number(event.currentTarget.value), day.month)}
      >
        {YEARS.map((year) => (
          <option key={year} value={year}>
            {PICKER.yearOf(year)}
          </option>
        ))}
      </select>
      {!monthly && (
        <select
          aria-label={PICKER.month}
          value={day.month}
          onChange={(event) => set(day.year, Number(event.currentTarget.value))}
        >
          {MONTHS.map((month) => (
            <option key={month} value={month}>
              {PICKER.monthOf(month)}
            </option>
          ))}
        </select>
      )}
      {!monthly && arrow('›', PICKER.nextMonth, 1)}
      {arrow('»', PICKER.next, 12)}
    </div>
  );
}
