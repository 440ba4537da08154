import { StoreError } from './error.ts';
import { type Json, type Settings, settingsSchema } from './types.ts';

/**
 * Settings with keys set, and those set to `null` taken away.
 * @throws StoreError 'bad-change' when county, unit, level or asOf would be missing or wrong
 */
export function changeSettings(settings: Settings, set: Readonly<Record<string, Json>>): Settings {
  const entries = new Map<string, unknown>(Object.entries(settings));
  for (const [key, value] of Object.entries(set)) {
    if (value === null) entries.delete(key);
    else entries.set(key, value);
  }
  const next = settingsSchema.safeParse(Object.fromEntries(entries));
  if (!next.success) throw new StoreError('bad-change', next.error.issues.map(({ path }) => path.join('.')).join(' '));
  return next.data;
}

/** The values that `set` is about to replace: what takes the change back. */
export function settingsBefore(settings: Settings, set: Readonly<Record<string, Json>>): Record<string, Json> {
  const before: Record<string, Json> = {};
  for (const key of Object.keys(set)) {
    const value: unknown = Object.hasOwn(settings, key) ? settings[key] : null;
    before[key] = isJson(value) ? value : null;
  }
  return before;
}

/** Settings come from parsed JSON and from patches, so only what no JSON can hold is left out. */
function isJson(value: unknown): value is Json {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint';
}
