import type { RecordStore } from '../../records/store.contract.ts';
import type { Speller } from './pinyin.ts';

/** A person of the list. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly village: string;
  readonly idNumber: string;
}

const FIELDS = ['name', 'idNumber', 'phone', 'village', 'township'] as const;
const SPELLED = ['name', 'village'] as const;

/**
 * People whose name, ID number (its last four too), phone, village or township contains every word typed; a word of
 * letters also finds names and villages by pinyin, whole or initials. Nothing typed: everybody. In the order given.
 */
export function matchPeople(
  store: RecordStore,
  entity: string,
  ids: Iterable<string>,
  typed: string,
  spell: Speller | null,
): ListedPerson[] {
  const words = typed.normalize('NFKC').trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found: ListedPerson[] = [];
  for (const id of ids) {
    const of = (field: string): string => store.text(entity, id, field);
    const fits = (word: string): boolean =>
      FIELDS.some((field) => of(field).toLowerCase().includes(word)) ||
      (spell !== null && /^[a-z]+$/.test(word) && SPELLED.some((field) => spelledAs(spell, of(field), word)));
    if (words.every(fits)) found.push({ id, name: of('name'), village: of('village'), idNumber: of('idNumber') });
  }
  return found;
}

function spelledAs(spell: Speller, text: string, word: string): boolean {
  if (text === '') return false;
  const { full, initials } = spell(text);
  return full.includes(word) || initials.includes(word);
}
