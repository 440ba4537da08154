import type { Level } from '../types.ts';

/** The words of the quarterly table. */
export const quarterlyWords: {
  readonly levels: Readonly<Record<Level, string>>;
  readonly missing: (level: string, quarters: string) => string;
  readonly noScore: (level: string, quarters: string) => string;
  readonly between: string;
  readonly quarters: string;
} = {
  levels: { village: '村', township: '乡镇' },
  missing: (level, quarters) => `${level}${quarters}季度`,
  noScore: (level, quarters) => `${level}${quarters}季度缺分数`,
  between: '；',
  quarters: '、',
};
