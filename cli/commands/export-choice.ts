import { isoYear } from '../../formulas/calendar.ts';
import { idsInForce } from '../../records/in-force.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { Binding, LoadedPack } from '../../sheets-templates/schema.ts';
import { saidYear, sectionsOf } from '../../xlsx/form/section-records.ts';
import { CHOICE_WORDS as words } from '../locale/choice.zh-CN.ts';

/** What of a project is exported: all of it, where nothing is said. */
export interface ExportChoice {
  /** Of forms, ledgers and the quarterly table; that of the reference date without. */
  readonly year?: number;
  /** Whose forms. `person`: a name, or an ID number. */
  readonly whose: readonly { readonly by: 'township' | 'village' | 'person'; readonly text: string }[];
}

/** The options of `export` that choose. */
export const CHOICE_OPTIONS = ['--year', '--township', '--village', '--person'] as const;

/** What was asked for, or the sentence that says why not. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly says: string };

/** Reads the choice; answers a sentence when it is none, or when the template has nothing to choose from. */
export function readChoice(values: ReadonlyMap<string, string>, { kind, id }: Binding): Answer<ExportChoice> {
  const typed = values.get('--year');
  if (typed !== undefined && !/^[12]\d{3}$/.test(typed)) return { ok: false, says: words.badYear(typed) };
  const whose = (['township', 'village', 'person'] as const).flatMap((by) => {
    const text = values.get(`--${by}`)?.trim();
    return text === undefined ? [] : [{ by, text }];
  });
  if (whose.length > 0 && kind !== 'form') return { ok: false, says: words.onlyForms(id) };
  return { ok: true, value: typed === undefined ? { whose } : { whose, year: Number(typed) } };
}

/** The people of a choice; undefined for everybody. */
export function chosenPeople(
  store: RecordStore,
  entity: string,
  { whose }: ExportChoice,
): Answer<ReadonlySet<string> | undefined> {
  if (whose.length === 0) return { ok: true, value: undefined };
  const ids = idsInForce(store, entity).filter((id) =>
    whose.every(({ by, text }) => {
      const of = (field: string): string => store.text(entity, id, field);
      return by === 'person' ? of('name') === text || of('idNumber') === text.toUpperCase() : of(by) === text;
    }),
  );
  return ids.length === 0 ? { ok: false, says: words.nobody(whose) } : { ok: true, value: new Set(ids) };
}

/** The records of one year, by the same field as the record form; lines that say no year are of the reference date's. */
export function linesOfYear(
  { pack }: LoadedPack,
  store: RecordStore,
  entity: string,
  year: number,
): Answer<readonly string[]> {
  const [section] = sectionsOf(pack, entity);
  if (section === undefined) return { ok: false, says: words.noYear };
  const own = isoYear(store.settings.asOf);
  const ids = store.ids(entity).filter((id) => {
    const record = store.get(entity, id);
    return record !== undefined && (saidYear(section, record) ?? own) === year;
  });
  return { ok: true, value: ids };
}
