import { isoYear } from '../../formulas/calendar.ts';
import { idsInForce } from '../../records/in-force.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import { textOf } from '../../records/value.ts';
import { type Quarter, quartersOf } from './quarter.ts';
import { quarterlyTable } from './quarterly.ts';
import type { QuarterlyTable } from './types.ts';

/** The table of a project: everybody in force, the quarters of the reference date's year unless others are asked for. */
export function quarterlyOf(store: RecordStore, quarters?: readonly Quarter[]): QuarterlyTable {
  const { asOf } = store.settings;
  const text = (id: string, field: string): string => store.text('person', id, field);
  const people = idsInForce(store, 'person').map((id) => ({
    id,
    name: text(id, 'name'),
    township: text(id, 'township'),
    village: text(id, 'village'),
  }));
  const reviews = store.ids('review').map((id) => {
    const of = (field: string): string => store.text('review', id, field);
    return {
      id,
      person: textOf(store.get('review', id)?.person),
      year: of('year'),
      quarter: of('quarter'),
      level: of('level'),
      score: of('score'),
      grade: of('grade'),
    };
  });
  return quarterlyTable(
    { people, reviews, asOf, quarters: quarters ?? quartersOf(isoYear(asOf)) },
    (person) => store.get('person', person) !== undefined,
  );
}
