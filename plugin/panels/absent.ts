import type { RecordStore } from '../../records/store.contract.ts';
import { hasLeft, inForce } from '../../records/value.ts';

/** Somebody who is kept in the book but stands in no row. */
export interface Absent {
  readonly id: string;
  readonly name: string;
  readonly village: string;
  /** 未在表中, or what the record's status says: 已移出, 取消资格, 已任用, 调出. */
  readonly status: string;
  /** `2017-11-30`, or blank. */
  readonly date: string;
}

export interface Absents {
  /** In force, but the row was cleared or written over. */
  readonly lost: readonly Absent[];
  /** No longer in force. */
  readonly left: readonly Absent[];
}

/** Whoever stands in no row of the table, in the order of the records. */
export function listAbsent(store: RecordStore, entity: string, lostLabel: string): Absents {
  const lost: Absent[] = [];
  const left: Absent[] = [];
  for (const id of store.ids(entity)) {
    const record = store.get(entity, id);
    if (!record || inForce(record)) continue;
    const of = (field: string): string => store.text(entity, id, field);
    const gone = hasLeft(record);
    const person = {
      id,
      name: of('name'),
      village: of('village'),
      status: gone ? of('status') : lostLabel,
      date: of('statusDate'),
    };
    (gone ? left : lost).push(person);
  }
  return { lost, left };
}
