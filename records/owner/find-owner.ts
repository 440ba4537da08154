/** What a row says of its owner: the owner's field → text, never blank. */
export type Says = ReadonlyMap<string, string>;

/** The owners that a search can ask. */
export interface Owners {
  readonly name: string;
  readonly number: string | undefined;
  with(field: string, text: string): ReadonlySet<string>;
  text(id: string, field: string): string;
  inForce(id: string): boolean;
}

/** Digits of an ID number that tell people of one name apart well enough. */
const LEAST_DIGITS = 4;

/**
 * The owner that a row means: found by name, settled by whatever else the row says (village, township, the ID number
 * or its last four digits and more). Whoever is in force goes before whoever left.
 * @param says What was typed: an owner must agree with all of it.
 * @param hints What the row shows besides; it only settles who of several is meant.
 * @returns `undefined` where nobody or more than one is meant: never a guess.
 */
export function findOwner(owners: Owners, says: Says, hints: Says = new Map()): string | undefined {
  const pool = named(owners, says).filter((id) => agrees(owners, id, says));
  const present = pool.filter((id) => owners.inForce(id));
  const meant = present.length > 0 ? present : pool;
  if (meant.length <= 1) return meant[0];
  if (hints.size === 0) return undefined;
  const settled = meant.filter((id) => agrees(owners, id, hints));
  return settled.length === 1 ? settled[0] : undefined;
}

/** Who may be meant, those in force first: everybody of the name, and whoever has the number. */
export function candidates(owners: Owners, says: Says): readonly string[] {
  const number = owners.number === undefined ? '' : (says.get(owners.number) ?? '');
  const byNumber = owners.number === undefined || number === '' ? [] : owners.with(owners.number, number);
  const ids = [...new Set([...byNumber, ...owners.with(owners.name, says.get(owners.name) ?? '')])];
  return [...ids.filter((id) => owners.inForce(id)), ...ids.filter((id) => !owners.inForce(id))];
}

/** Whoever has the name; without a name, whoever has the whole number. */
function named(owners: Owners, says: Says): readonly string[] {
  const name = says.get(owners.name);
  if (name !== undefined) return [...owners.with(owners.name, name)];
  const number = owners.number === undefined ? undefined : says.get(owners.number);
  return owners.number === undefined || number === undefined ? [] : [...owners.with(owners.number, number)];
}

function agrees(owners: Owners, id: string, says: Says): boolean {
  for (const [field, text] of says) {
    const own = owners.text(id, field);
    if (own === text) continue;
    if (field === owners.number && text.length >= LEAST_DIGITS && own.endsWith(text)) continue;
    return false;
  }
  return true;
}
