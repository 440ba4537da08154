import type { IDisposable } from '@univerjs/core';
import type { BindingService } from './binding.service.ts';
import type { LateRows } from './late-rows.ts';
import type { Workbench } from './workbench.ts';

/** What is drawn is to be seen, and the bars around it, before the thread is used for anything else. In milliseconds. */
const AFTER = 100;
/** How long a slice may keep the thread: several fit between two frames. In milliseconds. */
const SLICE = 8;

/**
 * What can wait until a workbook is drawn, carried out slice by slice: marks of mistakes (the first one asks for an index
 * of everybody), rows that nobody has looked at yet, and the verdicts about whoever was not drawn. The store tells its
 * listeners how far it is; panels and marks hear of it once, when everybody is judged.
 */
export class AfterDrawing implements IDisposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ended = false;

  constructor(
    private readonly binding: BindingService,
    private readonly bench: Workbench,
    private readonly late: readonly LateRows[],
  ) {
    bench.marked = false;
  }

  /** To be called once the workbook is drawn. */
  begin(): void {
    if (!this.ended) this.timer = setTimeout(() => this.mark(), AFTER);
  }

  private mark(): void {
    this.bench.marked = true;
    this.binding.changed$.next(this.bench.unitId);
    this.timer = setTimeout(() => this.step());
  }

  private step(): void {
    const { store, unitId } = this.bench;
    const end = performance.now() + SLICE;
    const goOn = (): boolean => performance.now() < end;
    for (const rows of this.late) if (goOn()) rows.fill(goOn);
    const unwritten = this.late.some((rows) => !rows.done);
    const unjudged = store.totals.unjudged > 0;
    if (!unwritten && unjudged) store.check(goOn);
    if (unwritten || store.totals.unjudged > 0) this.timer = setTimeout(() => this.step());
    else if (unjudged) this.binding.changed$.next(unitId);
  }

  dispose(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }
}
