import { datedQuarter, quarterYear } from '../locale/quarters.zh-CN.ts';
import { labelKey } from './labels.ts';

/** The quarter that a text names, alone or before what was written behind it. */
export function quarterOf(text: string): number | undefined {
  return datedQuarter(text) ?? datedQuarter(text.split(/[:：\n]/)[0] ?? '');
}

/** Does a text name a quarter by a word, and not just by a number? */
export function namesQuarter(text: string): boolean {
  return quarterOf(text) !== undefined && [...labelKey(text)].length > 1;
}

/** The year that is said with a quarter, under the field's key. */
export function saidYear(text: string, yearBy: string): Record<string, string> {
  const year = quarterYear(text);
  return year === undefined ? {} : { [yearBy]: year };
}
