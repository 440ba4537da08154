/** Settings that every project has; rules and title texts may name them like parameters. */
export const SETTING_KEYS: readonly string[] = ['county', 'unit', 'level', 'asOf'];
