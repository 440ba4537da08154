import type { Value } from '../formulas/types.ts';
import type { Pack } from '../sheets-templates/schema.ts';
import type { Settings } from './types.ts';

/**
 * What a parameter or setting stands at: the project's own value, else the documents' default; unset ones have none. One that
 * the project leaves blank (`''`, or `null` in a data file) has none either, which switches its rules off.
 */
export class Parameters {
  readonly #defaults: ReadonlyMap<string, string | number | null>;
  #settings: Settings;

  constructor(pack: Pack, settings: Settings) {
    this.#defaults = new Map(pack.parameters.map((parameter) => [parameter.key, parameter.default]));
    this.#settings = settings;
  }

  set settings(settings: Settings) {
    this.#settings = settings;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Reads one of them again and again: looked up anew only when the settings are others. */
  reader(key: string): () => Value {
    let settings: Settings | undefined;
    let value: Value = '';
    return () => {
      if (settings !== this.#settings) {
        settings = this.#settings;
        value = this.read(key);
      }
      return value;
    };
  }

  /** The value, or `''` when it is not set. */
  read(key: string): Value {
    const value: unknown = Object.hasOwn(this.#settings, key) ? this.#settings[key] : undefined;
    if (typeof value === 'number' || typeof value === 'string') return value;
    return value === null ? '' : (this.#defaults.get(key) ?? '');
  }
}
