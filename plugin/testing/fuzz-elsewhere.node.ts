import { isInForce } from '../../records/in-force.ts';
import type { Patch } from '../../records/types.ts';
import { bringBack } from '../binding/bring-back.ts';
import type { OpenTable } from './create-test-bed.node.ts';
import type { Operation } from './fuzz-operation.node.ts';
import { COLUMNS, valueFor } from './fuzz-values.ts';
import type { Random } from './random.ts';

/** A patch that did not come from the sheet: a fix, somebody put back or moved out by a panel. */
export function elsewhere(random: Random, { store, open, binding }: OpenTable): Operation {
  const all = store.ids('person');
  const id = all.length === 0 ? null : random.pick(all);
  const patch = (): Patch => {
    if (id === null) return [];
    if (!isInForce(store, 'person', id)) return bringBack(store, 'person', [id]);
    if (random.chance(0.3)) return [{ op: 'update', entity: 'person', id, set: { status: '调出' } }];
    return store.edit('person', id, { phone: valueFor(COLUMNS.phone, random) });
  };
  return {
    name: `patch of ${id}`,
    keepsIdentity: true,
    run: async () => binding.apply(open.workbook.getUnitId(), patch()),
  };
}
