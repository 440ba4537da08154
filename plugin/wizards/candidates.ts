import { idsInForce } from '../../records/in-force.ts';
import type { RecordStore } from '../../records/store.contract.ts';

/** Somebody who can be chosen. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly village: string;
  readonly township: string;
  /** The last four signs of the ID number: two people of one name and village are told apart by them. */
  readonly tail: string;
  readonly idNumber: string;
}

/** Everybody in force, in the order of the records. */
export function candidates(store: RecordStore): readonly Candidate[] {
  return idsInForce(store, 'person').map((id) => {
    const of = (field: string): string => store.text('person', id, field);
    const idNumber = of('idNumber');
    const [name, village, township] = [of('name'), of('village'), of('township')];
    return { id, name, village, township, idNumber, tail: idNumber.slice(-4) };
  });
}

/** Those of a village (`null`: all) whose name, village or number contains every word. */
export function filterCandidates(
  all: readonly Candidate[],
  village: string | null,
  typed: string,
): readonly Candidate[] {
  const words = typed.trim().toUpperCase().split(/\s+/).filter(Boolean);
  return all.filter(
    (person) =>
      (village === null || villageKey(person) === village) &&
      words.every((word) =>
        [person.name, person.village, person.township, person.idNumber].some((text) => text.includes(word)),
      ),
  );
}

/** Villages of one name in two townships are two. */
export function villageKey({ township, village }: Candidate): string {
  return `${township} ${village}`.trim();
}
