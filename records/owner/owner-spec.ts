import type { Entity, Pack } from '../../sheets-templates/schema.ts';

/** How the records of an entity name the one that they belong to. */
export interface OwnerSpec {
  readonly entity: string;
  /** The owning entity, and the key under which a record carries its owner's id (`person`). */
  readonly parent: string;
  /** Fields that show one of the owner: own key → the owner's key. */
  readonly mirrors: ReadonlyMap<string, string>;
  /** Those of them by which the owner is looked for; whether it is in force is only shown. */
  readonly search: ReadonlyMap<string, string>;
  /** The owner's fields by which one looks: its name, and the number that tells owners apart. */
  readonly name: string;
  readonly number: string | undefined;
}

/** The field of an entity by which people speak of its records. */
const NAME = 'name';
const STATUS = 'status';

/** The owner of an entity's records, `undefined` where they have none or show nothing of it. */
export function ownerSpec(pack: Pick<Pack, 'entities'>, entity: Entity): OwnerSpec | undefined {
  const { parent } = entity;
  const owner = pack.entities.find(({ key }) => key === parent);
  if (parent === undefined || owner === undefined) return undefined;
  const mirrors = new Map(
    entity.fields.flatMap(({ key, owner: shown }): [string, string][] => (shown === undefined ? [] : [[key, shown]])),
  );
  if (mirrors.size === 0) return undefined;
  const number = owner.fields.find(({ type }) => type === 'idNumber')?.key;
  const search = new Map([...mirrors].filter(([, shown]) => shown !== STATUS));
  return { entity: entity.key, parent, mirrors, search, name: NAME, number };
}
