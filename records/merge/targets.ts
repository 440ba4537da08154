import type { RecordStore } from '../store.contract.ts';
import { changesOf } from './changes.ts';
import type { Group, MergePlan, Variant } from './types.ts';

/**
 * Which record of the project each variant updates; `undefined`: none is left, it becomes one of its own. Those that
 * agree with a record already find it first, so that merging again changes nothing; then the record whose id the row
 * carries; then in order.
 */
export function targetsOf(
  variants: readonly Variant[],
  group: Group,
  plan: MergePlan,
  store: RecordStore,
): readonly (string | undefined)[] {
  const free = new Set(group.existing);
  const targets = new Map<Variant, string>();
  const give = (variant: Variant, fits: (id: string) => boolean): void => {
    if (targets.has(variant)) return;
    for (const id of free) {
      if (!fits(id)) continue;
      targets.set(variant, id);
      free.delete(id);
      return;
    }
  };
  for (const strict of [true, false]) {
    for (const variant of variants) give(variant, (id) => differs(variant, id, plan, store, strict) === false);
  }
  for (const variant of variants) {
    const known = new Set(variant.rows.map((at) => plan.sources[at]?.knownId));
    give(variant, (id) => known.has(id));
  }
  for (const variant of variants) give(variant, () => true);
  return variants.map((variant) => targets.get(variant));
}

/** `strict`: a blank cell differs from a filled field too. */
function differs(variant: Variant, id: string, plan: MergePlan, store: RecordStore, strict: boolean): boolean {
  const current = store.get(plan.entity, id);
  return current === undefined || changesOf(variant, current).some(({ clears }) => strict || !clears);
}
