import { type ChildKeys, shownText } from './child-keys.ts';
import type { Facts } from './types.ts';

/** A record that belongs to a person, of the project or of forms before; lines of the next form look for theirs. */
export interface Slot {
  readonly fixed: string;
  /** What the project's record says, else what the first form said. */
  readonly facts: Facts;
  /** The project's record; undefined for one that forms brought. */
  readonly existing: string | undefined;
}

/** A line of a form that looks for its slot. */
export interface Line {
  readonly fixed: string;
  readonly facts: Facts;
  /** The same before it was normalised: how the cells show it. */
  readonly sent: Facts;
  readonly knownId: string | undefined;
}

/**
 * Which slot each line of one form is, surest first: equal; then the id of our own export; then agreeing wherever both
 * say something; then the only one with the same key. Each slot is taken once. `undefined`: something new. `'same'`: a
 * quarter whose records share a cell says what the project says, however they are told apart.
 */
export function matchLines<S extends Slot>(
  lines: readonly Line[],
  slots: readonly S[],
  keys: ChildKeys,
): readonly (S | 'same' | undefined)[] {
  const free = new Set(slots);
  const found = new Map<Line, S | 'same'>();
  const open = (): Line[] => lines.filter((line) => !found.has(line));
  const candidates = (line: Line): S[] => [...free].filter(({ fixed }) => fixed === line.fixed);
  const take = (line: Line, slot: S | undefined): void => {
    if (slot === undefined) return;
    found.set(line, slot);
    free.delete(slot);
  };
  for (const line of open())
    take(
      line,
      candidates(line).find((slot) => equal(line.facts, slot.facts, keys) || equal(line.sent, slot.facts, keys)),
    );
  for (const fixed of keys.stacks ? new Set(open().map((line) => line.fixed)) : []) {
    const ours = open().filter((line) => line.fixed === fixed);
    const theirs = [...free].filter((slot) => slot.fixed === fixed && slot.existing !== undefined);
    if (
      theirs.length === 0 ||
      !shownAlike(
        ours.map(({ sent }) => ({ facts: sent })),
        theirs,
      )
    )
      continue;
    for (const line of ours) found.set(line, 'same');
    for (const slot of theirs) free.delete(slot);
  }
  for (const line of open())
    take(
      line,
      [...free].find(
        ({ existing, facts }) => existing !== undefined && existing === line.knownId && shared(line.facts, facts) > 0,
      ),
    );
  for (const line of open())
    take(
      line,
      candidates(line).find((slot) => agrees(line.facts, slot.facts)),
    );
  for (const line of open()) {
    const key = keyOf(line, keys);
    if (key === undefined) continue;
    const same = candidates(line).filter((slot) => keyOf(slot, keys) === key);
    const rivals = open().filter((other) => keyOf(other, keys) === key);
    if (same.length === 1 && rivals.length === 1) take(line, same[0]);
  }
  return lines.map((line) => found.get(line));
}

function keyOf({ fixed, facts }: { readonly fixed: string; readonly facts: Facts }, keys: ChildKeys) {
  if (keys.telling === undefined) return fixed;
  const text = facts.get(keys.telling);
  return text === undefined ? undefined : JSON.stringify([fixed, shownText(text)]);
}

/** All that a line says, and no less than the slot says of what a form has a place for. */
function equal(line: Facts, slot: Facts, { fields }: ChildKeys): boolean {
  const shown = (facts: Facts): number => fields.filter((key) => facts.has(key)).length;
  return shown(line) === shown(slot) && shared(line, slot) === line.size;
}

/** No field differs, and they share one. */
function agrees(left: Facts, right: Facts): boolean {
  const both = [...left.keys()].filter((key) => right.has(key));
  return both.length > 0 && shared(left, right) === both.length;
}

/** Fields of which both say the same. */
function shared(left: Facts, right: Facts): number {
  let count = 0;
  for (const [key, text] of left) {
    const other = right.get(key);
    if (other !== undefined && (other === text || shownText(other) === shownText(text))) count++;
  }
  return count;
}

/** Do two lists show the same texts one below the other, field by field? */
function shownAlike(left: readonly { readonly facts: Facts }[], right: readonly { readonly facts: Facts }[]): boolean {
  const stacked = (list: readonly { readonly facts: Facts }[], key: string): string =>
    shownText(list.map(({ facts }) => facts.get(key) ?? '').join('\n'));
  const keys = new Set(left.flatMap(({ facts }) => [...facts.keys()]));
  return [...keys].every((key) => stacked(left, key) === stacked(right, key));
}
