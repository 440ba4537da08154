import type { IMutationInfo, IUndoRedoItem } from '@univerjs/core';
import type { Patch } from '../../records/types.ts';
import type { ApplyPatchParams } from './apply-patch.mutation.ts';
import type { BoundTable } from './bound-table.ts';
import type { Bindings } from './carry-out.ts';
import { APPLY_PATCH, idsOf, rebinding } from './steps.ts';
import { type Comers, rowWith, seatsOf } from './weave-comers.ts';
import type { Workbench } from './workbench.ts';

/** Runs commands and answers the undo steps that they handed in, instead of having them on the stack. */
export type Capture = (run: () => void) => readonly IUndoRedoItem[];

/**
 * Applies a patch that a panel, a wizard or a merge made: the sheets follow, those who come get their rows.
 * @returns The one step that takes all of it back
 */
export function applyElsewhere(
  bench: Workbench,
  patch: Patch,
  at: ApplyPatchParams['at'],
  capture: Capture,
): IUndoRedoItem {
  const { unitId, store } = bench;
  const sheets = [...bench.sheets];
  const concerned = new Set(patch.flatMap(idsOf));
  const before = sheets.map(([, sheet]) => sheet.places(concerned));
  const { inverse } = store.apply(patch, 'panel');
  const room = new Map([...bench.tables].map(([id, table]) => [id, makeRoom(table, table.comers(patch), capture)]));
  for (const [, sheet] of sheets) sheet.restore();
  // Whoever came back stands where there was room; the records take the order of the rows.
  const order = sheets.flatMap(([, sheet]) => sheet.takeOrder());
  const orderBack = order.length === 0 ? [] : store.apply(order, 'sheet').inverse;
  const redo: Record<string, Bindings> = {};
  const undo: Record<string, Bindings> = {};
  const steps = [...room.values()];
  sheets.forEach(([subUnitId, sheet], index) => {
    const after = sheet.places(concerned);
    const former = before[index] ?? after;
    const comers = room.get(subUnitId)?.comers ?? [];
    const seats = seatsOf(comers);
    // Bindings are set after the rows are in (or out again): each side counts in its own rows.
    const moved = new Map([...former].map(([id, row]) => [id, rowWith(row, comers)]));
    const stayed = new Map([...former].filter(([id]) => after.get(id) === moved.get(id)));
    const gone = [...after].filter(([id]) => !seats.has(id) && !stayed.has(id));
    redo[subUnitId] = rebinding(moved, after);
    undo[subUnitId] = [
      ...gone.map(([, row]) => [rowWithout(row, comers), null] as const),
      ...[...former].filter(([id]) => !stayed.has(id)).map(([id, row]) => [row, id] as const),
    ];
  });
  const step = (of: Patch, bind: Record<string, Bindings>): IMutationInfo => {
    const params: ApplyPatchParams = { unitId, patch: of, bind, ...(at ? { at } : {}) };
    return { id: APPLY_PATCH, params };
  };
  return {
    unitID: unitId,
    undoMutations: [...steps.flatMap((s) => s.undo), step([...orderBack, ...inverse], undo)],
    redoMutations: [...steps.flatMap((s) => s.redo), step([...patch, ...order], redo)],
  };
}

/** Selecting the new rows is no part of what is undone and redone. */
const isMutation = ({ id }: IMutationInfo): boolean => id.includes('.mutation.');

interface Room {
  readonly comers: readonly Comers[];
  readonly undo: readonly IMutationInfo[];
  readonly redo: readonly IMutationInfo[];
}

/** Inserts rows for those who come in between, by the command that a clerk has for it: heights, notes, filters follow. */
function makeRoom(table: BoundTable, comers: readonly Comers[], capture: Capture): Room {
  // From the last one up, so that the rows of those above stay what they are.
  const items = capture(() => {
    for (const { row, ids } of [...comers].reverse()) table.sheet.insertRows(row, ids.length);
  });
  return {
    comers,
    undo: [...items].reverse().flatMap((item) => item.undoMutations.filter(isMutation)),
    redo: items.flatMap((item) => item.redoMutations.filter(isMutation)),
  };
}

/** The row that a row was before they were in. */
function rowWithout(row: number, comers: readonly Comers[]): number {
  let before = row;
  for (const { row: at, ids } of comers) if (before >= at + ids.length) before -= ids.length;
  return before;
}
