import { localDay } from '../../formulas/calendar.ts';
import { fill, TEXTS } from '../locale/zh-CN.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** `14:03:09` on this machine's clock. */
export function clockTime(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** `今天 14:03`, `昨天 09:00`, `2017-11-30 14:03`. */
export function dayTime(at: Date, now: Date): string {
  const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  // Rounded: a day has 23 or 25 hours where clocks are changed.
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  if (days === 0) return fill(TEXTS.status.today, { time });
  if (days === 1) return fill(TEXTS.status.yesterday, { time });
  return `${localDay(at)} ${time}`;
}
