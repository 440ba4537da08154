import type { Pack } from '../../sheets-templates/schema.ts';
import type { CountingCompilers } from '../counting.ts';
import type { Index } from '../indexes.ts';
import { type OwnerSpec, ownerSpec } from './owner-spec.ts';

/** Per record id the keys that changed; `undefined`: it appeared or went. */
type Touched = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** The records that show something of an owner, by the owner's id: when the owner changes, so do their texts. */
export class Wards {
  readonly #byOwner = new Map<string, { readonly spec: OwnerSpec; readonly index: Index }[]>();

  constructor(pack: Pack, compilers: CountingCompilers) {
    for (const entity of pack.entities) {
      const spec = ownerSpec(pack, entity);
      if (!spec) continue;
      const index = compilers.indexes.by(entity, [{ field: spec.parent }], compilers.compiler(entity.key));
      const list = this.#byOwner.get(spec.parent) ?? [];
      this.#byOwner.set(spec.parent, [...list, { spec, index }]);
    }
  }

  /**
   * Names every record whose shown fields changed with its owner.
   * @param visit Hears entity, id and those of its fields.
   */
  concerned(
    owner: string,
    touched: Touched,
    visit: (entity: string, id: string, fields: ReadonlySet<string>) => void,
  ): void {
    for (const { spec, index } of this.#byOwner.get(owner) ?? []) {
      for (const [id, keys] of touched) {
        const changed = [...spec.mirrors].filter(([, field]) => !keys || keys.has(field)).map(([key]) => key);
        if (changed.length === 0) continue;
        const fields = new Set([...changed, spec.parent]);
        for (const ward of index.buckets.get(id)) visit(spec.entity, ward, fields);
      }
    }
  }
}
