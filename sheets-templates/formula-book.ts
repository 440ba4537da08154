import type { FormulaError } from '../formulas/language/error.ts';
import type { Arg } from '../formulas/language/expression.ts';
import { lower, type Names, type Setting } from '../formulas/language/lower.ts';
import { parse } from '../formulas/language/parse.ts';
import type { Result } from '../formulas/result.ts';
import { namesOf } from './names.ts';
import type { Entity, Pack } from './schema.ts';

/** Reads the formulas of a pack; each text is read once. */
export class FormulaBook {
  readonly #pack: Pick<Pack, 'entities' | 'parameters'>;
  readonly #names = new Map<string, Names>();
  readonly #known = new Map<string, Result<Arg, FormulaError>>();

  constructor(pack: Pick<Pack, 'entities' | 'parameters'>) {
    this.#pack = pack;
  }

  /** A formula of an entity with its names looked up, or what is wrong with it. */
  read(entity: Entity, text: string, setting: Setting): Result<Arg, FormulaError> {
    const signature = `${setting} ${entity.key} ${text}`;
    const known = this.#known.get(signature);
    if (known) return known;
    const parsed = parse(text);
    const read = parsed.ok ? lower(parsed.value, this.#namesOf(entity), setting) : parsed;
    this.#known.set(signature, read);
    return read;
  }

  /**
   * A formula of a pack that has been checked.
   * @throws Error when it cannot be read: the pack was never put together by `assemblePack`
   */
  arg(entity: Entity, text: string): Arg {
    const read = this.read(entity, text, 'message');
    if (!read.ok) throw new Error(`${entity.key}: ${text}: ${read.error.code} ${read.error.what}`);
    return read.value;
  }

  #namesOf(entity: Entity): Names {
    const known = this.#names.get(entity.key) ?? namesOf(this.#pack, entity);
    this.#names.set(entity.key, known);
    return known;
  }
}
