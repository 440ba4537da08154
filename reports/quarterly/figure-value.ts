import type { Figure } from '../../sheets-templates/matrix-binding.ts';
import { quarterlyWords as words } from './locale/zh-CN.ts';
import { LEVELS, type Missing, type QuarterlyRow } from './types.ts';

/**
 * A figure of a row as a workbook holds it: numbers as numbers, `''` where there is none. The workbook's own format
 * gives a change for the better its sign.
 */
export function figureValue(row: QuarterlyRow, figure: Figure): string | number {
  switch (figure) {
    case 'average.village':
      return row.average.village ?? '';
    case 'average.township':
      return row.average.township ?? '';
    case 'rank':
      return row.rank ?? '';
    case 'change':
      return row.change.township ?? '';
    case 'missing':
      return missingWords(row.missing);
  }
}

/** A figure of a row as a text; a change for the better carries its sign: `+2.5`. */
export function figureText(row: QuarterlyRow, figure: Figure): string {
  const value = figureValue(row, figure);
  return figure === 'change' && Number(value) > 0 ? `+${value}` : String(value);
}

/** `村1、2季度；乡镇3季度缺分数`: by level, what is not there before what lacks its score. */
export function missingWords(missing: readonly Missing[]): string {
  const parts = LEVELS.flatMap((level) =>
    (['review', 'score'] as const).flatMap((what) => {
      const quarters = missing.filter((m) => m.level === level && m.what === what).map((m) => m.quarter.quarter);
      if (quarters.length === 0) return [];
      const list = quarters.join(words.quarters);
      const who = words.levels[level];
      return [what === 'review' ? words.missing(who, list) : words.noScore(who, list)];
    }),
  );
  return parts.join(words.between);
}
