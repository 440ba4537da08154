import { idsInForce } from '../../records/in-force.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import { matchPeople } from '../people/match-people.ts';
import type { Speller } from '../people/pinyin.ts';

const PERSON = 'person';

/** Somebody who can be chosen. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly village: string;
  readonly township: string;
  /** The last four signs of the ID number: two people of one name and village are told apart by them. Blank where it is none. */
  readonly tail: string;
}

/** Everybody in force, in the order of the records. */
export function candidates(store: RecordStore): readonly Candidate[] {
  return idsInForce(store, PERSON).map((id) => {
    const of = (field: string): string => store.text(PERSON, id, field);
    const [name, village, township] = [of('name'), of('village'), of('township')];
    return { id, name, village, township, tail: tailOf(of('idNumber')) };
  });
}

/** The last four signs of an ID number; none of one that a spreadsheet turned into `5.11E+17`. */
export function tailOf(idNumber: string): string {
  return /^\d{14,17}[\dX]$/.test(idNumber) ? idNumber.slice(-4) : '';
}

/** Those of a village (`null`: all) whom the search of 人员 finds by what was typed. */
export function filterCandidates(
  store: RecordStore,
  all: readonly Candidate[],
  village: string | null,
  typed: string,
  spell: Speller | null,
): readonly Candidate[] {
  const here = village === null ? all : all.filter((person) => villageKey(person) === village);
  if (typed.trim() === '') return here;
  const ids = here.map(({ id }) => id);
  const found = new Set(matchPeople(store, PERSON, ids, typed, spell).map(({ id }) => id));
  return here.filter(({ id }) => found.has(id));
}

/** Villages of one name in two townships are two. */
export function villageKey({ township, village }: Candidate): string {
  return `${township} ${village}`.trim();
}
