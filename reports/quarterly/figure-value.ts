import type { Figure } from '../../sheets-templates/matrix-binding.ts';
import { quarterlyWords as words } from './locale/zh-CN.ts';
import { LEVELS, type Missing, type QuarterlyRow } from './types.ts';

/**
 * A figure of a row as a cell shows it: numbers as numbers, `''` where there is none. A change for the better carries
 * its sign (`+2.5`) and is therefore a text.
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
      return signed(row.change.township);
    case 'missing':
      return missingWords(row.missing);
  }
}

function signed(change: number | null): string | number {
  if (change === null) return '';
  return change > 0 ? `+${change}` : change;
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
