import type { SheetRow } from '../read/types.ts';
import type { Header } from './header.ts';
import { headerText } from './header-text.ts';
import { type FieldNames, headerScores } from './similarity.ts';

/** From here on a text means a field and hardly anything else. */
const MEANT = 0.9;

/** Recognises the header where it is repeated further down, as it is on each printed page. */
export class HeaderAgain {
  #fields: ReadonlyMap<number, string> | undefined;
  readonly #labels: ReadonlyMap<number, ReadonlySet<string>>;
  readonly #names: ReadonlySet<string>;

  constructor(
    private readonly header: Header,
    private readonly targets: readonly FieldNames[],
  ) {
    this.#labels = new Map(header.columns.map(({ column, levels }) => [column, labelSet(levels)]));
    this.#names = allNames(targets);
  }

  /**
   * Is a header that of another list (counts by village, the villages' secretaries)? Most of its labels stand where this
   * table's columns hold something else. What stands below it is nobody of this table.
   */
  isForeign(row: SheetRow): boolean {
    this.#fields ??= this.#meantFields();
    const fields = this.#fields;
    const same = row.cells.filter(({ text, column }) => {
      const field = fields.get(column);
      return (
        this.#labels.get(column)?.has(headerText(text).full) === true ||
        (field !== undefined && this.#meant(text) === field)
      );
    });
    return same.length * 2 < row.cells.length;
  }

  /** Asked only where another header stands below. */
  #meantFields(): ReadonlyMap<number, string> {
    return new Map(
      this.header.columns.flatMap(({ column, levels }) => {
        const field = this.#meant(levels.at(-1) ?? '');
        return field === undefined ? [] : [[column, field] as const];
      }),
    );
  }

  /** The field that a label means and hardly anything else. */
  #meant(label: string): string | undefined {
    for (const [key, score] of headerScores(label, this.targets)) if (score >= MEANT) return key;
    return undefined;
  }

  /** Most cells say what their column's header says, or are names of fields. */
  is(row: SheetRow): boolean {
    let same = 0;
    let named = 0;
    let words = 0;
    for (const { text, kind, column } of row.cells) {
      // Digits stand in values; looking no further keeps long sheets cheap.
      if (kind !== 'text' || text.length > 40 || /\d/.test(text)) continue;
      words++;
      const { full, core } = headerText(text);
      if (this.#labels.get(column)?.has(full)) same++;
      if (this.#names.has(core)) named++;
    }
    if (same >= Math.max(2, row.cells.length * 0.6) || named >= Math.max(3, row.cells.length * 0.6)) return true;
    // A person's row says no column's name, and somewhere has a figure.
    if (named >= 2 && words === row.cells.length && words >= 3) return true;
    return this.#means(row);
  }

  /** Another table's header in other words: most cells mean a field, each another one, and none is a number. */
  #means({ cells }: SheetRow): boolean {
    if (cells.length < 5 || cells.some(({ text, kind }) => kind !== 'text' || text.length > 40 || /\d{4}/.test(text)))
      return false;
    const fields = new Set<string>();
    for (const { text } of cells)
      for (const [key, score] of headerScores(text, this.targets)) if (score >= MEANT) fields.add(key);
    return fields.size >= Math.max(4, cells.length * 0.6);
  }
}

const known = new WeakMap<readonly FieldNames[], ReadonlySet<string>>();

function allNames(names: readonly FieldNames[]): ReadonlySet<string> {
  const all = known.get(names) ?? new Set(names.flatMap((target) => target.names));
  known.set(names, all);
  return all;
}

function labelSet(levels: readonly string[]): ReadonlySet<string> {
  return new Set(levels.map((level) => headerText(level).full).filter((text) => text !== ''));
}
