/** What the picker of months and days says. */
export const PICKER = {
  title: (monthly: boolean) => (monthly ? '选年月' : '选日期'),
  openTip: '从日历里选（Alt+↓）',
  year: '年',
  month: '月',
  yearOf: (year: number) => `${year} 年`,
  monthOf: (month: number) => `${month} 月`,
  dayOf: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  previous: '上一年',
  next: '下一年',
  previousMonth: '上一月',
  nextMonth: '下一月',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  fills: (text: string) => `填入 ${text}`,
  replaces: (before: string, after: string) => `“${before}”改为 ${after}`,
  monthOnly: (month: string) => `只填年月 ${month}（Ctrl+回车）`,
  keys: (monthly: boolean) =>
    monthly
      ? '方向键选月，PageUp/PageDown 换年（加 Shift 换十年），回车填入，Esc 不填；直接打字就照打的填。'
      : '方向键选日，PageUp/PageDown 换年（加 Shift 换月），回车填入，Esc 不填；直接打字就照打的填。',
} as const;
