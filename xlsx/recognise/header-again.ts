import type { SheetRow } from '../read/types.ts';
import type { Header } from './header.ts';
import { headerText } from './header-text.ts';
import type { FieldNames } from './similarity.ts';

/** Recognises the header where it is repeated further down, as it is on each printed page. */
export class HeaderAgain {
  readonly #labels: ReadonlyMap<number, ReadonlySet<string>>;
  readonly #names: ReadonlySet<string>;

  constructor(header: Header, names: readonly FieldNames[]) {
    this.#labels = new Map(header.columns.map(({ column, levels }) => [column, labelSet(levels)]));
    this.#names = allNames(names);
  }

  /** Most cells say what their column's header says, or are names of fields. */
  is(row: SheetRow): boolean {
    let same = 0;
    let named = 0;
    for (const { text, kind, column } of row.cells) {
      // Digits stand in values; looking no further keeps long sheets cheap.
      if (kind !== 'text' || text.length > 40 || /\d/.test(text)) continue;
      const { full, core } = headerText(text);
      if (this.#labels.get(column)?.has(full)) same++;
      if (this.#names.has(core)) named++;
    }
    return same >= Math.max(2, row.cells.length * 0.6) || named >= Math.max(3, row.cells.length * 0.6);
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
