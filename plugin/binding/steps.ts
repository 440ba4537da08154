import type { IMutationInfo } from '@univerjs/core';
import type { Change, Patch } from '../../records/types.ts';
import type { ApplyPatchParams } from './apply-patch.mutation.ts';
import type { BoundSheet, CellSite } from './bound-sheet.ts';
import type { Bindings } from './carry-out.ts';

export const APPLY_PATCH = 'mingce.mutation.apply-patch';

/** Whether a mutation with these params may reach a sheet. */
export function concerns(params: object, sheet: BoundSheet): boolean {
  if ('subUnitId' in params) return params.subUnitId === sheet.subUnitId;
  return 'fromRange' in params;
}

/** A sheet's patch as the mutation that undo and redo carry. */
export function toMutation(
  { unitId, subUnitId }: BoundSheet,
  patch: Patch,
  bindings: Bindings,
  site: CellSite | undefined,
): IMutationInfo {
  const bind = bindings.length === 0 ? {} : { [subUnitId]: bindings };
  const params: ApplyPatchParams = { unitId, patch, bind, ...(site ? { at: { subUnitId, site } } : {}) };
  return { id: APPLY_PATCH, params };
}

/** The records that a change is about. */
export function idsOf(change: Change): readonly string[] {
  if (change.op === 'insert') return [change.record.id];
  return 'id' in change ? [change.id] : [];
}

type Places = ReadonlyMap<string, number>;

/** The bindings that turn one placing of records into another; rows are freed first. */
export function rebinding(from: Places, to: Places): Bindings {
  const freed = [...from].filter(([id, row]) => to.get(id) !== row).map(([, row]) => [row, null] as const);
  const taken = [...to].filter(([id, row]) => from.get(id) !== row).map(([id, row]) => [row, id] as const);
  return [...freed, ...taken];
}
