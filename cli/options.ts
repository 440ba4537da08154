/** A call taken apart. */
export interface Options {
  readonly words: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

/** What a command understands: options with a value, and those without. */
export interface OptionNames {
  readonly values: readonly string[];
  readonly flags: readonly string[];
}

/**
 * `-o FILE`, `--data FILE`, `--data=FILE`, `--json`, and words. `--` ends the options.
 * Errors: 'unknown-option', 'missing-value', each with the option.
 */
export function readOptions(
  args: readonly string[],
  names: OptionNames,
):
  | { readonly ok: true; readonly value: Options }
  | {
      readonly ok: false;
      readonly error: { readonly code: 'unknown-option' | 'missing-value'; readonly option: string };
    } {
  const words: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      words.push(...args.slice(at + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      words.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    if (names.flags.includes(name) && equals < 0) flags.add(name);
    else if (names.values.includes(name)) {
      const value = equals < 0 ? args[++at] : arg.slice(equals + 1);
      if (value === undefined || value === '') return { ok: false, error: { code: 'missing-value', option: name } };
      values.set(name, value);
    } else return { ok: false, error: { code: 'unknown-option', option: arg } };
  }
  return { ok: true, value: { words, values, flags } };
}
