import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Day, daysIn, parseIsoDay } from '../../formulas/calendar.ts';
import { zhCN } from '../locale/zh-CN.ts';
import { PICKER } from './locale.zh-CN.ts';
import { MONTHS_IN_ROW, moved, weeksOf } from './moves.ts';
import { type GridItem, PickerGrid } from './PickerGrid.tsx';
import { PickerHead } from './PickerHead.tsx';
import { isMonthly, readDay, type Spelling, spell } from './spelling.ts';
import './picker.css';

export interface PickerProps {
  readonly spelling: Spelling;
  /** What stands in the field. */
  readonly text: string;
  /** The project's reference date, `2017-11-30`: where a blank field begins. */
  readonly asOf: string;
  readonly readOnly: boolean;
  readonly onTake: (text: string) => void;
  /** Leaves without taking anything. Called before a typed character arrives, which the field then gets. */
  readonly onLeave: () => void;
}

const START: Day = { year: 2017, month: 11, day: 30 };

/** A month or a day by keys or mouse, for a field that holds text. What is there is replaced only by Enter or a click. */
export function Picker({ spelling, text, asOf, readOnly, onTake, onLeave }: PickerProps) {
  const monthly = isMonthly(spelling);
  const [day, setDay] = useState<Day>(() => readDay(text, asOf) ?? parseIsoDay(asOf) ?? START);
  const grid = useRef<HTMLFieldSetElement>(null);
  // At first, by keys and by the buttons above, the focus goes to the day that Enter would take.
  const toFocus = useRef(true);
  useEffect(() => {
    if (toFocus.current) grid.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    toFocus.current = false;
  });
  // Where days are written like months, the month alone is often all that is known.
  const dotted = spelling === '2017.11.30';
  const picked = spell(day, spelling);
  const take = (at: Day): void => {
    if (!readOnly) onTake(spell(at, spelling));
  };
  const go = (to: Day): void => {
    toFocus.current = true;
    setDay(to);
  };
  const takeMonth = (): void => {
    if (!readOnly) onTake(spell(day, '2017.11'));
  };
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const { key, target, shiftKey, ctrlKey, altKey, metaKey } = event;
    const onGrid = target instanceof Node && grid.current?.contains(target) === true;
    if (key === 'Escape' || (key === 'Tab' && onGrid)) {
      onLeave();
    } else if (!onGrid) {
      return;
    } else if (key === 'Enter') {
      if (dotted && ctrlKey) takeMonth();
      else take(day);
    } else if (isTyped(event)) {
      // The field takes the focus now, and with it the character that this key is about to type.
      onLeave();
      return;
    } else {
      const to = ctrlKey || altKey || metaKey ? null : moved(day, key, monthly, shiftKey);
      if (to === null) return;
      go(to);
    }
    event.preventDefault();
  };
  const before = text.trim();
  return (
    <div className="mingce-picker" role="dialog" aria-label={PICKER.title(monthly)} tabIndex={-1} onKeyDown={press}>
      <PickerHead day={day} monthly={monthly} onGo={go} />
      <PickerGrid
        gridRef={grid}
        label={monthly ? PICKER.yearOf(day.year) : `${PICKER.yearOf(day.year)} ${PICKER.monthOf(day.month)}`}
        heads={monthly ? [] : PICKER.weekdays}
        columns={monthly ? MONTHS_IN_ROW : 7}
        items={monthly ? monthItems(day) : dayItems(day)}
        onTake={take}
      />
      <output className="mingce-picker-will">
        {readOnly
          ? zhCN.readOnly
          : before === '' || before === picked
            ? PICKER.fills(picked)
            : PICKER.replaces(before, picked)}
      </output>
      {dotted && !readOnly && (
        <button type="button" tabIndex={-1} className="mingce-picker-month" onClick={takeMonth}>
          {PICKER.monthOnly(spell(day, '2017.11'))}
        </button>
      )}
      <p className="mingce-hint">{PICKER.keys(monthly)}</p>
    </div>
  );
}

/** Whether a key types something, an input method's keys among them. A blank presses the button that has the focus. */
function isTyped({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Process' || (key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey);
}

function monthItems({ year, month: current, day }: Day): readonly GridItem[] {
  return Array.from({ length: 12 }, (_, at) => {
    const month = at + 1;
    const to = { year, month, day: Math.min(day, daysIn(year, month)) };
    const text = PICKER.monthOf(month);
    return { key: text, text, label: `${PICKER.yearOf(year)} ${text}`, selected: month === current, to };
  });
}

function dayItems({ year, month, day: current }: Day): readonly GridItem[] {
  return weeksOf(year, month).flatMap((week, row) =>
    week.map((day, at) => ({
      key: `${row}-${at}`,
      text: String(day ?? ''),
      label: day === null ? '' : PICKER.dayOf(year, month, day),
      selected: day === current,
      to: day === null ? null : { year, month, day },
    })),
  );
}
