import { isoYear } from '../../formulas/calendar.ts';
import { idsInForce } from '../../records/in-force.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import { textOf } from '../../records/value.ts';
import type { FormBinding } from '../../sheets-templates/form-binding.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import { saidYear } from '../../xlsx/form/section-records.ts';

/** Whose records are whose, as a form asks for it. */
export class FormPeople {
  private readonly parents: ReadonlyMap<string, string>;

  constructor(
    readonly binding: FormBinding,
    readonly store: RecordStore,
    loaded: LoadedPack,
  ) {
    this.parents = new Map(loaded.pack.entities.map(({ key, parent }) => [key, parent ?? binding.entity]));
  }

  /** The key by which a child names its owner: `person`. */
  parentKey(entity: string): string {
    return this.parents.get(entity) ?? this.binding.entity;
  }

  /** People in the order of the roster. */
  ids(): string[] {
    return idsInForce(this.store, this.binding.entity);
  }

  /** The records of an entity that belong to somebody, in no order. */
  belongings(entity: string, person: string): ReadonlySet<string> {
    return this.store.sharing(entity, this.parentKey(entity), person);
  }

  /** The records of an entity that belong to somebody, in their order; looks through the whole entity for two or more. */
  children(entity: string, person: string): readonly string[] {
    const own = this.belongings(entity, person);
    if (own.size < 2) return [...own];
    return this.store.ids(entity).filter((id) => own.has(id));
  }

  /** Whose form shows a record: itself, its owner, or nobody's. */
  ownerOf(entity: string, id: string): string | null {
    if (entity === this.binding.entity) return this.store.get(entity, id) ? id : null;
    const owner = textOf(this.store.get(entity, id)?.[this.parentKey(entity)]);
    return owner !== '' && this.store.get(this.binding.entity, owner) ? owner : null;
  }

  /** The year of the reference date, which a form begins with. */
  get thisYear(): number {
    return isoYear(this.store.settings.asOf);
  }

  /** The year that a record says, by the section that shows its entity. */
  yearOf(entity: string, id: string): number | undefined {
    const section = this.binding.sections.find((s) => s.entity === entity);
    const record = this.store.get(entity, id);
    return section && record && saidYear(section, record);
  }

  /** The years that somebody has records of, and that of the reference date; the latest first. */
  years(person: string): readonly number[] {
    const years = new Set([this.thisYear]);
    for (const section of this.binding.sections) {
      for (const id of this.belongings(section.entity, person)) {
        const record = this.store.get(section.entity, id);
        const year = record && saidYear(section, record);
        if (year !== undefined) years.add(year);
      }
    }
    return [...years].sort((a, b) => b - a);
  }
}
