import type { RefObject } from 'react';
import type { Day } from '../../formulas/calendar.ts';

/** A month or a day of the grid; `to` is `null` in the gaps of a month's first and last week. */
export interface GridItem {
  readonly key: string;
  readonly text: string;
  readonly label: string;
  readonly selected: boolean;
  readonly to: Day | null;
}

export interface PickerGridProps {
  readonly gridRef: RefObject<HTMLFieldSetElement | null>;
  readonly label: string;
  readonly heads: readonly string[];
  readonly columns: number;
  readonly items: readonly GridItem[];
  readonly onTake: (day: Day) => void;
}

/** The months of a year or the days of a month; Tab stops at the current one alone, arrows go to the others. */
export function PickerGrid({ gridRef, label, heads, columns, items, onTake }: PickerGridProps) {
  return (
    <fieldset
      ref={gridRef}
      aria-label={label}
      className="mingce-picker-grid"
      style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}
    >
      {heads.map((head) => (
        <span key={head} className="mingce-picker-weekday" aria-hidden="true">
          {head}
        </span>
      ))}
      {items.map(({ key, text, label: said, selected, to }) =>
        to === null ? (
          <span key={key} />
        ) : (
          <button
            key={key}
            type="button"
            tabIndex={selected ? 0 : -1}
            aria-label={said}
            aria-pressed={selected}
            className="mingce-picker-item"
            onClick={() => onTake(to)}
          >
            {text}
          </button>
        ),
      )}
    </fieldset>
  );
}
