import { isoYear } from '../../formulas/calendar.ts';
import { idsInForce } from '../../records/in-force.ts';
import { referredPhoto } from '../../records/photo/photo-text.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { DataRecord } from '../../records/types.ts';
import { textOf } from '../../records/value.ts';
import type { FormBinding, FormSection } from '../../sheets-templates/form-binding.ts';
import { type FormData, formData, type LeftOut } from './form-data.ts';
import { photoOf } from './photo-data.ts';
import { childEntities, fitsSection, saidYear } from './section-records.ts';

/** A record that stands in no form, with whose it is (`''`: nobody's). */
export interface MissingRecord {
  /** `section.none`: of no section, such as a review of no level; `owner.unknown`: its person is not in the project. */
  readonly code: LeftOut['code'] | 'section.none' | 'owner.unknown';
  readonly entity: string;
  readonly id: string;
  readonly owner: string;
  readonly value: string;
}

export interface ProjectForms {
  /** The forms' year. */
  readonly year: number;
  /** Records of the form's entity that get a form, in the store's order. */
  readonly ids: readonly string[];
  /** Made one by one as they are asked for, so that one photo at a time is in memory. */
  readonly forms: AsyncIterable<FormData>;
  /** What has no place; filled while `forms` is run through. */
  readonly missing: readonly MissingRecord[];
  /** Records of other years, which these forms do not show; filled likewise. */
  readonly otherYears: ReadonlySet<string>;
}

/** The picture that a record's text stands for; `missing` when it names one that is not there. */
export type PhotoReader = (text: string) => NonNullable<FormData['photo']> | Promise<NonNullable<FormData['photo']>>;

/**
 * The forms of a project's records in force, with what belongs to them.
 * @param owner the key by which a child names its owner, by entity (`training` → `person`)
 * @param wanted ids of the form's entity; everybody without
 * @param readPhoto where pictures are kept elsewhere; data URLs are read without
 * @param year of the forms; that of the reference date without
 */
export function projectForms(
  binding: FormBinding,
  store: RecordStore,
  owner: ReadonlyMap<string, string>,
  wanted?: ReadonlySet<string>,
  readPhoto: PhotoReader = readDataUrl,
  year: number = isoYear(store.settings.asOf),
): ProjectForms {
  const { entity } = binding;
  const entities = childEntities(binding);
  const children = new Map(entities.map((child) => [child, byOwner(store, child, owner.get(child) ?? '')]));
  const ids = idsInForce(store, entity).filter((id) => wanted?.has(id) !== false);
  // Of a selection nobody asks what belongs to people who are not in the project at all.
  const missing: MissingRecord[] = wanted === undefined ? ownerless(store, entity, children) : [];
  const otherYears = new Set<string>();
  const forms = async function* (): AsyncGenerator<FormData, void> {
    for (const id of ids) {
      const person = store.get(entity, id);
      if (person === undefined) continue;
      const own = entities.map((child) => [child, children.get(child)?.get(id) ?? []] as const);
      const photo = binding.photo === undefined ? '' : textOf(person[binding.photo.field]);
      const { data, leftOut } = formData(binding, {
        person,
        children: Object.fromEntries(own),
        year,
        settings: store.settings,
        text: (of, record, field) => store.text(of, record.id, field),
        ...(photo === '' ? {} : { photo: await readPhoto(photo) }),
      });
      for (const { code, entity: child, id: record, value } of leftOut)
        missing.push({ code, entity: child, id: record, owner: id, value });
      for (const [child, list] of own) {
        const sections = binding.sections.filter((section) => section.entity === child);
        for (const record of list) {
          if (sections.every((section) => (saidYear(section, record) ?? year) !== year))
            otherYears.add(`${child} ${record.id}`);
          else if (!sections.some((section) => fitsSection(section, record)))
            missing.push(lost('section.none', child, record, id, whereText(sections, record)));
        }
      }
      yield data;
    }
  };
  return { year, ids, forms: { [Symbol.asyncIterator]: forms }, missing, otherYears };
}

/** Records whose person is not in the project. */
function ownerless(
  store: RecordStore,
  entity: string,
  children: ReadonlyMap<string, ReadonlyMap<string, readonly DataRecord[]>>,
): MissingRecord[] {
  return [...children].flatMap(([child, lists]) =>
    [...lists]
      .filter(([id]) => store.get(entity, id) === undefined)
      .flatMap(([id, list]) => list.map((record) => lost('owner.unknown', child, record, '', id))),
  );
}

/** Without a place where pictures are kept, a reference leads nowhere. */
export function readDataUrl(text: string): NonNullable<FormData['photo']> {
  return referredPhoto(text) === undefined ? photoOf(text) : 'missing';
}

function lost(
  code: MissingRecord['code'],
  entity: string,
  record: DataRecord,
  owner: string,
  value: string,
): MissingRecord {
  return { code, entity, id: record.id, owner, value };
}

/** A child entity's records by whose they are, in the store's order; nobody's under `''`. */
function byOwner(store: RecordStore, entity: string, key: string): Map<string, DataRecord[]> {
  const lists = new Map<string, DataRecord[]>();
  for (const id of store.ids(entity)) {
    const record = store.get(entity, id);
    if (record === undefined) continue;
    const owner = textOf(record[key]);
    const list = lists.get(owner);
    if (list === undefined) lists.set(owner, [record]);
    else list.push(record);
  }
  return lists;
}

function whereText(sections: readonly FormSection[], record: DataRecord): string {
  const keys = new Set(sections.flatMap(({ where }) => Object.keys(where)));
  return [...keys].map((key) => textOf(record[key])).join(' ');
}
