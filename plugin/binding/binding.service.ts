import {
  Disposable,
  type ICommandService,
  type IDisposable,
  type IMutationInfo,
  type IPermissionService,
  type IUndoRedoItem,
  type IUndoRedoService,
  type Nullable,
  RedoCommandId,
  toDisposable,
  UndoCommandId,
} from '@univerjs/core';
import { type ISelectionWithStyle, type ISheetLocationBase, SetRangeValuesMutation } from '@univerjs/sheets';
import { Subject } from 'rxjs';
import type { StoreChange } from '../../records/store.contract.ts';
import type { Patch } from '../../records/types.ts';
import { isEditable } from '../guard/editable.ts';
import { applyElsewhere } from './apply-elsewhere.ts';
import type { ApplyPatchParams } from './apply-patch.mutation.ts';
import type { BoundSheet } from './bound-sheet.ts';
import { BoundTable } from './bound-table.ts';
import { DeepUndoRedo } from './deep-undo-redo.ts';
import { primaryCell } from './primary-cell.ts';
import { concerns, toMutation } from './steps.ts';
import type { Workbench } from './workbench.ts';

/** What went wrong inside the binding; the sheet and the records may differ until the page is reloaded. */
export interface BindingFailure {
  readonly unitId: string;
  readonly error: unknown;
}

/** What an undo or redo did to the records. */
export interface Replayed {
  readonly unitId: string;
  readonly patch: Patch;
  readonly at: ApplyPatchParams['at'];
}

/**
 * Ties workbooks to records. Listens to every mutation, settles the bound sheets when a command hands in its undo step
 * (or, for those that hand in none, right after), and puts the records' patch into that step.
 */
export class BindingService extends Disposable {
  private readonly benches = new Map<string, Workbench>();
  private replaying = false;
  private scheduled = false;
  /** Steps of commands that are part of a larger one. */
  private captured: IUndoRedoItem[] | null = null;
  private readonly replays: Replayed[] = [];
  private readonly finishers = new Set<() => void>();
  private readonly pushOriginal: IUndoRedoService['pushUndoRedo'];
  /** Fires after bound rows or verdicts changed; carries the unit's id. */
  readonly changed$ = new Subject<string>();
  readonly failed$ = new Subject<BindingFailure>();
  /** Fires once an undo or redo is through, for whoever shows the person that it happened to. */
  readonly replayed$ = new Subject<readonly Replayed[]>();
  /** Fires when a panel wanted to change a workbook that may only be looked at; carries the unit's id. */
  readonly locked$ = new Subject<string>();
  /** Fires when the cells of a sheet show somebody else's record; carries the unit's id. */
  readonly pointed$ = new Subject<string>();
  /** Does work that may insert rows, where there are cursors to be looked after. */
  around = (_bench: Workbench, work: () => void): void => work();
  /** Cells of title and header that were written over and put back, such as `A3`. */
  readonly restored$ = new Subject<readonly string[]>();

  constructor(
    commands: ICommandService,
    undoRedo: IUndoRedoService,
    private readonly permissions: IPermissionService,
  ) {
    super();
    // The service may be a proxy that caches every method once read, so the original is taken from its class.
    this.pushOriginal = (item) => DeepUndoRedo.prototype.pushUndoRedo.call(undoRedo, item);
    // The steps that Univer's own commands push hold cell values; the records' patch has to travel in the same step.
    undoRedo.pushUndoRedo = (item) => {
      if (this.captured) {
        this.captured.push(item);
        return;
      }
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
        if (info.id !== UndoCommandId && info.id !== RedoCommandId) return;
        this.finish();
        this.replaying = true;
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
        const { changed$, failed$, restored$, replayed$, locked$, pointed$ } = this;
        for (const told of [changed$, failed$, restored$, replayed$, locked$, pointed$]) told.complete();
      }),
    );
  }

  /** Takes a workbook under the binding until the answered function is called. */
  add(bench: Workbench): () => void {
    this.benches.set(bench.unitId, bench);
    // Whatever a sheet asks of a record that is judged later was right before.
    const stop = bench.store.subscribe((change) => void (change.origin !== 'check' && this.follow(bench, change)));
    return () => {
      this.finish();
      stop();
      if (this.benches.delete(bench.unitId)) bench.dispose();
    };
  }

  bench(unitId: string): Workbench | undefined {
    return this.benches.get(unitId);
  }

  /** The workbook whose sheet is in front. */
  open(): Workbench | undefined {
    return [...this.benches.values()].at(-1);
  }

  sheet(unitId: string, subUnitId: string): BoundSheet | undefined {
    return this.benches.get(unitId)?.sheets.get(subUnitId);
  }

  /** The bound sheet in front, for commands that name none. */
  front(): BoundSheet | undefined {
    for (const bench of this.benches.values()) {
      const sheet = bench.sheets.get(bench.activeSheetId() ?? '');
      if (sheet) return sheet;
    }
    return undefined;
  }

  /** The sheet in front, where it is a table. */
  current(): BoundTable | undefined {
    const sheet = this.front();
    return sheet instanceof BoundTable ? sheet : undefined;
  }

  /** The cell that is selected, on whichever bound sheet is in front. */
  locate(selections: Nullable<readonly ISelectionWithStyle[]>): ISheetLocationBase | null {
    const selection = selections?.at(-1);
    const cell = selection?.primary;
    const sheet = this.front();
    if (!cell || !sheet) return null;
    const { unitId = sheet.unitId, sheetId: subUnitId = sheet.subUnitId } = selection.range;
    const { row, column: col } = primaryCell(cell);
    return { unitId, subUnitId, row, col };
  }

  private note(id: string, params: object): void {
    if (!('unitId' in params) || typeof params.unitId !== 'string') return;
    const bench = this.benches.get(params.unitId);
    if (!bench) return;
    this.guard(bench.unitId, () => {
      for (const sheet of bench.sheets.values()) if (concerns(params, sheet)) sheet.note(id, params);
      if ([...bench.sheets.values()].some((s) => s.pending)) this.schedule();
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
      for (const sheet of bench.sheets.values()) {
        const settled = sheet.settle();
        if (!settled) continue;
        if (settled.patch.length > 0 || settled.bind.length > 0) {
          undo.unshift(toMutation(sheet, settled.inverse, settled.unbind, settled.at));
          redo.push(toMutation(sheet, settled.patch, settled.bind, settled.at));
        }
        if (settled.looks) redo.push({ id: SetRangeValuesMutation.id, params: settled.looks });
      }
      for (const sheet of bench.sheets.values()) {
        sheet.restore();
        const cells = sheet.takeRestored();
        if (cells.length > 0) this.restored$.next(cells);
      }
    });
    this.changed$.next(unitId);
    return { undo, redo };
  }

  /** Settles what was written (or takes `done`) into a step that grows; it is pushed with the first thing in it. */
  settleInto(item: IUndoRedoItem, done?: { readonly undo: IMutationInfo[]; readonly redo: IMutationInfo[] }): void {
    const { undo, redo } = done ?? this.settle(item.unitID);
    if (undo.length === 0 && redo.length === 0) return;
    const first = item.redoMutations.length === 0;
    item.undoMutations.unshift(...undo);
    item.redoMutations.push(...redo);
    if (first) this.pushOriginal(item);
  }

  /** Has `finish` called before the page goes away or a panel changes records, for work that is done in pieces. */
  beforeLeaving(finish: () => void): IDisposable {
    this.finishers.add(finish);
    return toDisposable(() => void this.finishers.delete(finish));
  }

  /** Finishes work that is done in pieces. */
  finish(): void {
    for (const finish of this.finishers) finish();
  }

  /** Applies a patch of a panel or wizard as one undo step; `at`: where undo goes to on a sheet of one person. */
  apply(unitId: string, patch: Patch, at?: Replayed['at']): void {
    const bench = this.benches.get(unitId);
    if (!bench || patch.length === 0) return;
    if (!isEditable(this.permissions, unitId)) {
      this.locked$.next(unitId);
      return;
    }
    this.finish();
    const work = (): void => this.pushOriginal(applyElsewhere(bench, patch, at, this.capture));
    this.guard(unitId, () => this.around(bench, work));
    this.changed$.next(unitId);
  }

  private readonly capture = (run: () => void): readonly IUndoRedoItem[] => {
    const items: IUndoRedoItem[] = [];
    this.captured = items;
    try {
      run();
    } finally {
      this.captured = null;
    }
    return items;
  };

  /** Carries out `ApplyPatchMutation`. */
  replay({ unitId, patch, bind, at }: ApplyPatchParams): boolean {
    const bench = this.benches.get(unitId);
    if (!bench) return false;
    return this.guard(unitId, () => {
      for (const [subUnitId, bindings] of Object.entries(bind)) bench.sheets.get(subUnitId)?.rebind(bindings);
      if (patch.length > 0) bench.store.apply(patch, 'undo');
      this.replays.push({ unitId, patch, at });
      if (!this.replaying) bench.restore();
    });
  }

  private endReplay(): void {
    this.replaying = false;
    for (const [unitId, bench] of this.benches) {
      this.guard(unitId, () => bench.restore());
      this.changed$.next(unitId);
    }
    this.replayed$.next(this.replays.splice(0));
  }

  private follow(bench: Workbench, change: StoreChange): void {
    for (const sheet of bench.sheets.values()) sheet.follow(change);
    if ([...bench.sheets.values()].some((s) => s.pending)) this.schedule();
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
