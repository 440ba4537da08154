import {
  Disposable,
  type ICommandService,
  type IMutationInfo,
  type IUndoRedoService,
  type Nullable,
  RedoCommandId,
  toDisposable,
  UndoCommandId,
} from '@univerjs/core';
import { type ISelectionWithStyle, type ISheetLocationBase, SetRangeValuesMutation } from '@univerjs/sheets';
import { Subject } from 'rxjs';
import type { StoreChange } from '../../records/store.contract.ts';
import type { Change, Patch } from '../../records/types.ts';
import type { ApplyPatchParams } from './apply-patch.mutation.ts';
import type { BoundTable } from './bound-table.ts';
import type { Bindings } from './carry-out.ts';
import { DeepUndoRedo } from './deep-undo-redo.ts';
import type { Workbench } from './workbench.ts';

const APPLY_PATCH = 'mingce.mutation.apply-patch';

/** What went wrong inside the binding; the sheet and the records may differ until the page is reloaded. */
export interface BindingFailure {
  readonly unitId: string;
  readonly error: unknown;
}

/**
 * Ties workbooks to records. Listens to every mutation, settles the bound sheets when a command hands in its undo step
 * (or, for those that hand in none, right after), and puts the records' patch into that step.
 */
export class BindingService extends Disposable {
  private readonly benches = new Map<string, Workbench>();
  private replaying = false;
  private scheduled = false;
  private readonly pushOriginal: IUndoRedoService['pushUndoRedo'];
  /** Fires after bound rows or verdicts changed; carries the unit's id. */
  readonly changed$ = new Subject<string>();
  readonly failed$ = new Subject<BindingFailure>();
  /** Cells of title and header that were written over and put back, such as `A3`. */
  readonly restored$ = new Subject<readonly string[]>();

  constructor(commands: ICommandService, undoRedo: IUndoRedoService) {
    super();
    // The service may be a proxy that caches every method once read, so the original is taken from its class.
    this.pushOriginal = (item) => DeepUndoRedo.prototype.pushUndoRedo.call(undoRedo, item);
    // The steps that Univer's own commands push hold cell values; the records' patch has to travel in the same step.
    undoRedo.pushUndoRedo = (item) => {
      const extra = this.settle(item.unitID);
      this.pushOriginal({
        ...item,
        undoMutations: [...item.undoMutations, ...extra.undo],
        redoMutations: [...item.redoMutations, ...extra.redo],
      });
    };
    this.disposeWithMe(
      toDisposable(() => {
        undoRedo.pushUndoRedo = this.pushOriginal;
      }),
    );
    this.disposeWithMe(
      commands.beforeCommandExecuted((info) => {
        if (info.id === UndoCommandId || info.id === RedoCommandId) this.replaying = true;
      }),
    );
    this.disposeWithMe(
      commands.onCommandExecuted((info, options) => {
        if (info.id === UndoCommandId || info.id === RedoCommandId) this.endReplay();
        else if (options?.['fromMingce'] !== true && info.params) this.note(info.id, info.params);
      }),
    );
    this.disposeWithMe(
      toDisposable(() => {
        for (const bench of this.benches.values()) bench.dispose();
        this.benches.clear();
        this.changed$.complete();
        this.failed$.complete();
        this.restored$.complete();
      }),
    );
  }

  /** Takes a workbook under the binding until the answered function is called. */
  add(bench: Workbench): () => void {
    this.benches.set(bench.unitId, bench);
    const stop = bench.store.subscribe((change) => this.follow(bench, change));
    return () => {
      stop();
      this.benches.delete(bench.unitId);
      bench.dispose();
    };
  }

  bench(unitId: string): Workbench | undefined {
    return this.benches.get(unitId);
  }

  table(unitId: string, subUnitId: string): BoundTable | undefined {
    return this.benches.get(unitId)?.tables.get(subUnitId);
  }

  /** The bound sheet in front, for commands that name none. */
  current(): BoundTable | undefined {
    for (const bench of this.benches.values()) {
      const active = bench.activeSheetId();
      const table = active === null ? undefined : bench.tables.get(active);
      if (table) return table;
    }
    return undefined;
  }

  /** The cell that is selected, on whichever bound sheet is in front. */
  locate(selections: Nullable<readonly ISelectionWithStyle[]>): ISheetLocationBase | null {
    const selection = selections?.at(-1);
    const cell = selection?.primary;
    const table = this.current();
    if (!cell || !table) return null;
    const { unitId = table.sheet.unitId, sheetId: subUnitId = table.sheet.subUnitId } = selection.range;
    return { unitId, subUnitId, row: cell.actualRow, col: cell.actualColumn };
  }

  private note(id: string, params: object): void {
    if (!('unitId' in params) || typeof params.unitId !== 'string') return;
    const bench = this.benches.get(params.unitId);
    if (!bench) return;
    this.guard(bench.unitId, () => {
      for (const table of bench.tables.values()) if (concerns(params, table)) table.note(id, params);
      if ([...bench.tables.values()].some((t) => t.pending)) this.schedule();
    });
  }

  /** For commands that push no undo step of their own: settle as soon as the running command has returned. */
  private schedule(): void {
    if (this.scheduled || this.replaying) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      for (const unitID of this.benches.keys()) {
        const { undo, redo } = this.settle(unitID);
        if (undo.length > 0) this.pushOriginal({ unitID, undoMutations: undo, redoMutations: redo });
      }
    });
  }

  private settle(unitId: string): { undo: IMutationInfo[]; redo: IMutationInfo[] } {
    const undo: IMutationInfo[] = [];
    const redo: IMutationInfo[] = [];
    const bench = this.benches.get(unitId);
    if (!bench || this.replaying) return { undo, redo };
    this.guard(unitId, () => {
      for (const [subUnitId, table] of bench.tables) {
        const settled = table.settle();
        if (!settled) continue;
        if (settled.patch.length > 0 || settled.bind.length > 0) {
          undo.unshift(toMutation(unitId, subUnitId, settled.inverse, settled.unbind));
          redo.push(toMutation(unitId, subUnitId, settled.patch, settled.bind));
        }
        if (settled.looks) redo.push({ id: SetRangeValuesMutation.id, params: settled.looks });
      }
      for (const table of bench.tables.values()) {
        table.restore();
        const cells = table.takeRestored();
        if (cells.length > 0) this.restored$.next(cells);
      }
    });
    this.changed$.next(unitId);
    return { undo, redo };
  }

  /** Applies a patch that a panel or wizard made, as one undo step. */
  apply(unitId: string, patch: Patch): void {
    const bench = this.benches.get(unitId);
    if (!bench || patch.length === 0) return;
    this.guard(unitId, () => {
      const tables = [...bench.tables];
      const concerned = new Set(patch.flatMap(idsOf));
      const before = tables.map(([, table]) => table.places(concerned));
      const { inverse } = bench.store.apply(patch, 'panel');
      for (const [, table] of tables) table.restore();
      // Whoever came back stands where there was room; the records take the order of the rows.
      const order = tables.flatMap(([, table]) => table.takeOrder());
      const orderBack = order.length === 0 ? [] : bench.store.apply(order, 'sheet').inverse;
      const redo: Record<string, Bindings> = {};
      const undo: Record<string, Bindings> = {};
      tables.forEach(([subUnitId, table], at) => {
        const after = table.places(concerned);
        redo[subUnitId] = rebinding(before[at] ?? after, after);
        undo[subUnitId] = rebinding(after, before[at] ?? after);
      });
      this.pushOriginal({
        unitID: unitId,
        undoMutations: [{ id: APPLY_PATCH, params: { unitId, patch: [...orderBack, ...inverse], bind: undo } }],
        redoMutations: [{ id: APPLY_PATCH, params: { unitId, patch: [...patch, ...order], bind: redo } }],
      });
    });
    this.changed$.next(unitId);
  }

  /** Carries out `ApplyPatchMutation`. */
  replay({ unitId, patch, bind }: ApplyPatchParams): boolean {
    const bench = this.benches.get(unitId);
    if (!bench) return false;
    return this.guard(unitId, () => {
      for (const [subUnitId, bindings] of Object.entries(bind)) bench.tables.get(subUnitId)?.rebind(bindings);
      if (patch.length > 0) bench.store.apply(patch, 'undo');
      if (!this.replaying) for (const table of bench.tables.values()) table.restore();
    });
  }

  private endReplay(): void {
    this.replaying = false;
    for (const [unitId, bench] of this.benches) {
      this.guard(unitId, () => {
        for (const table of bench.tables.values()) table.restore();
      });
      this.changed$.next(unitId);
    }
  }

  private follow(bench: Workbench, change: StoreChange): void {
    for (const table of bench.tables.values()) table.follow(change);
    if ([...bench.tables.values()].some((t) => t.pending)) this.schedule();
  }

  /** A fault of ours must not stop the clerk's command half-way; it is told, never swallowed. */
  private guard(unitId: string, work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      this.failed$.next({ unitId, error });
      return false;
    }
  }
}

function concerns(params: object, table: BoundTable): boolean {
  if ('subUnitId' in params) return params.subUnitId === table.sheet.subUnitId;
  return 'fromRange' in params;
}

function toMutation(
  unitId: string,
  subUnitId: string,
  patch: Patch,
  bindings: readonly (readonly [number, string | null])[],
): IMutationInfo {
  const params: ApplyPatchParams = { unitId, patch, bind: bindings.length === 0 ? {} : { [subUnitId]: bindings } };
  return { id: APPLY_PATCH, params };
}

function idsOf(change: Change): readonly string[] {
  if (change.op === 'insert') return [change.record.id];
  return 'id' in change ? [change.id] : [];
}

type Places = ReadonlyMap<string, number>;

/** The bindings that turn one placing of records into another; rows are freed first. */
function rebinding(from: Places, to: Places): Bindings {
  const freed = [...from].filter(([id, row]) => to.get(id) !== row).map(([, row]) => [row, null] as const);
  const taken = [...to].filter(([id, row]) => from.get(id) !== row).map(([id, row]) => [row, id] as const);
  return [...freed, ...taken];
}
