import { asText } from '../../formulas/value.ts';
import { FormulaBook } from '../../sheets-templates/formula-book.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import type { WizardMatch } from '../../sheets-templates/wizard-schema.ts';
import { Compiler, type Counting, type Evaluate } from '../compile.ts';
import { Parameters } from '../parameters.ts';
import type { DataRecord, Settings } from '../types.ts';
import { textOf } from '../value.ts';

const NO_COUNTS: Counting = {
  count: () => () => 0,
  ownCount: () => () => 0,
  partner: () => () => '',
  owner: () => () => '',
};

/** The formulas of wizards, compiled as those of rules are; they read one record and the parameters. */
export class Conditions {
  readonly #pack: Pack;
  readonly #book: FormulaBook;
  readonly #parameters: Parameters;
  readonly #settings: () => Settings;
  readonly #compilers = new Map<string, Compiler>();
  readonly #known = new Map<string, Evaluate>();

  /** @param settings asked at every evaluation: they may change while a wizard is open */
  constructor(pack: Pack, settings: () => Settings) {
    this.#pack = pack;
    this.#book = new FormulaBook(pack);
    this.#settings = settings;
    this.#parameters = new Parameters(pack, settings());
  }

  /** Whether a condition holds for a record; without a condition it does. */
  holds(entity: string, formula: string | undefined, record: DataRecord): boolean {
    return formula === undefined || this.#run(entity, formula)(record) === true;
  }

  text(entity: string, formula: string, record: DataRecord): string {
    return asText(this.#run(entity, formula)(record));
  }

  /** A field by which records are told apart, as it reads where it is left out. */
  matched(entity: string, { field, blank }: WizardMatch, record: DataRecord): string {
    const text = textOf(record[field]);
    return text !== '' || blank === undefined ? text : this.text(entity, blank, record);
  }

  #run(entity: string, formula: string): Evaluate {
    this.#parameters.settings = this.#settings();
    const name = `${entity} ${formula}`;
    const known = this.#known.get(name) ?? this.#compiler(entity).formula(formula);
    this.#known.set(name, known);
    return known;
  }

  #compiler(key: string): Compiler {
    const known = this.#compilers.get(key);
    if (known) return known;
    const entity = this.#pack.entities.find((candidate) => candidate.key === key);
    if (!entity) throw new Error(`no entity ${key}`);
    const compiler = new Compiler(entity, this.#book, this.#parameters, NO_COUNTS);
    this.#compilers.set(key, compiler);
    return compiler;
  }
}
