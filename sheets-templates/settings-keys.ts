/** Settings that every project has, with their Chinese names; rules and title texts may name them like parameters. */
export const SETTING_LABELS: readonly { readonly key: string; readonly label: string }[] = [
  { key: 'county', label: '县' },
  { key: 'unit', label: '单位' },
  { key: 'level', label: '级别' },
  { key: 'asOf', label: '截止日期' },
];
export const SETTING_KEYS: readonly string[] = SETTING_LABELS.map(({ key }) => key);
