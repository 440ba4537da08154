import type { RecordStore } from '../../records/store.contract.ts';

/** A person that a search found. */
export interface Found {
  readonly id: string;
  readonly name: string;
  readonly village: string;
  readonly idNumber: string;
}

const FIELDS = ['name', 'idNumber', 'phone', 'village', 'township'] as const;
/** Nobody reads further; the next letter narrows it. */
const MOST = 200;

/** People in the table whose name, ID number, phone, village or township contains every word typed. */
export function findPeople(store: RecordStore, entity: string, ids: Iterable<string>, typed: string): Found[] {
  const words = typed.trim().toUpperCase().split(/\s+/).filter(Boolean);
  const found: Found[] = [];
  if (words.length === 0) return found;
  for (const id of ids) {
    const texts = FIELDS.map((field) => store.text(entity, id, field).toUpperCase());
    if (!words.every((word) => texts.some((text) => text.includes(word)))) continue;
    found.push({
      id,
      name: store.text(entity, id, 'name'),
      village: store.text(entity, id, 'village'),
      idNumber: store.text(entity, id, 'idNumber'),
    });
    if (found.length === MOST) break;
  }
  return found;
}
