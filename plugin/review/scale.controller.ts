import { Disposable, InterceptorEffectEnum } from '@univerjs/core';
import { INTERCEPTOR_POINT, type SheetInterceptorService } from '@univerjs/sheets';
import type { BindingService } from '../binding/binding.service.ts';
import { ReviewSheet } from './review-sheet.ts';

/** Colours scores between red and green behind their cells; nothing of it is written into the sheet. */
export class ScaleController extends Disposable {
  constructor(interceptors: SheetInterceptorService, binding: BindingService) {
    super();
    this.disposeWithMe(
      interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
        priority: 7,
        effect: InterceptorEffectEnum.Style,
        handler: (cell, { unitId, subUnitId, row, col, rawData }, next) => {
          const sheet = binding.sheet(unitId, subUnitId);
          const rgb = sheet instanceof ReviewSheet ? sheet.scaleAt(row, col) : null;
          if (rgb === null) return next(cell);
          return next({
            ...(cell ?? rawData),
            interceptorStyle: { ...cell?.interceptorStyle, bg: { rgb } },
          });
        },
      }),
    );
  }
}
