import { CellValueType, Disposable, InterceptorEffectEnum } from '@univerjs/core';
import type { IRenderManagerService } from '@univerjs/engine-render';
import { INTERCEPTOR_POINT, type SheetInterceptorService } from '@univerjs/sheets';
import type { RecordStore } from '../../records/store.contract.ts';
import type { Severity } from '../../sheets-templates/schema.ts';
import type { BindingService } from '../binding/binding.service.ts';
import type { CellSite } from '../binding/bound-sheet.ts';
import { gravest, PAINTERS } from './mark-style.ts';
import { redrawSheets } from './redraw.ts';

/** Draws 序号 and the marks of violated rules over the cells; nothing of it is written into the sheet. */
export class MarkController extends Disposable {
  private queued = false;
  /** By entity and record, until something changes. */
  private readonly marks = new Map<string, Map<string, ReadonlyMap<string, Severity>>>();

  constructor(
    interceptors: SheetInterceptorService,
    private readonly binding: BindingService,
    private readonly renders: IRenderManagerService,
  ) {
    super();
    this.disposeWithMe(
      interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
        // After validation's own drawing, so that a mark is never hidden by it.
        priority: 8,
        effect: InterceptorEffectEnum.Style | InterceptorEffectEnum.Value,
        handler: (cell, { unitId, subUnitId, row, col, rawData }, next) => {
          const bench = binding.bench(unitId);
          const sheet = bench?.sheets.get(subUnitId);
          if (!bench || !sheet) return next(cell);
          const drawn = sheet.drawn(row, col);
          if (drawn !== null) return next({ ...(cell ?? rawData), v: drawn, t: CellValueType.NUMBER });
          const site = bench.marked ? sheet.siteAt(row, col) : null;
          const worst = site === null ? undefined : this.marksOf(sheet.store, site).get(site.field);
          if (worst === undefined) return next(cell);
          const shown = { ...(cell ?? rawData) };
          return next({ ...shown, customRender: [...(cell?.customRender ?? []), PAINTERS[worst]] });
        },
      }),
    );
    this.disposeWithMe(
      binding.changed$.subscribe((unitId) => {
        this.marks.clear();
        this.redraw(unitId);
      }),
    );
  }

  /** The gravest mistake per field of a record. Cells are drawn far more often than judged, and a mark needs no words. */
  private marksOf(store: RecordStore, { entity, record }: CellSite): ReadonlyMap<string, Severity> {
    const all = this.marks.get(entity) ?? new Map<string, ReadonlyMap<string, Severity>>();
    this.marks.set(entity, all);
    const known = all.get(record);
    if (known) return known;
    const marks = new Map<string, Severity>();
    for (const { field, severity } of store.issuesOf(entity, record)) {
      const worst = gravest([severity, marks.get(field) ?? severity]);
      if (worst) marks.set(field, worst);
    }
    all.set(record, marks);
    return marks;
  }

  /** Marks change in rows that no mutation touched (the other one of two equal ID numbers). */
  private redraw(unitId: string): void {
    if (this.queued) return;
    this.queued = true;
    requestAnimationFrame(() => {
      this.queued = false;
      const bench = this.binding.bench(unitId);
      if (bench) redrawSheets(this.renders, bench);
    });
  }
}
