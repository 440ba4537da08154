const LABELS = { township: '乡镇', village: '村（社区）', person: '姓名或身份证号码' } as const;

/** What `export` says of whose records, and of which year. */
export const CHOICE_WORDS = {
  badYear: (text: string): string => `“${text}”不是年度。请写四位数，如 --year 2017。`,
  noYear: '这张表不分年度，请去掉 --year。',
  onlyForms: (template: string): string => `--township、--village、--person 只用于纪实表，“${template}”不能用。`,
  nobody: (whose: readonly { readonly by: keyof typeof LABELS; readonly text: string }[]): string =>
    `名册里没有这样的人（${whose.map(({ by, text }) => `${LABELS[by]}：${text}`).join('，')}），没有写出文件。`,
} as const;
