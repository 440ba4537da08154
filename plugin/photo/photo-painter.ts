import { Disposable, type ICellCustomRender, InterceptorEffectEnum } from '@univerjs/core';
import type { IRenderManagerService } from '@univerjs/engine-render';
import { INTERCEPTOR_POINT, type SheetInterceptorService } from '@univerjs/sheets';
import type { BindingService } from '../binding/binding.service.ts';
import { redrawSheets } from '../marks/redraw.ts';
import { PHOTO_WORDS } from './locale.zh-CN.ts';
import type { PhotoService } from './photo.service.ts';
import { PhotoCache, type Shown } from './photo-cache.ts';
import { mayShowPhotos, photoAt } from './photo-target.ts';

/** How much of the frame a photo takes, as in the exported file. */
const MOST = 0.97;

/** Draws photos into their cells; nothing of it is written into the sheet. */
export class PhotoPainter extends Disposable {
  private readonly cache = new PhotoCache(() => this.redraw());
  private queued = false;

  constructor(
    interceptors: SheetInterceptorService,
    private readonly binding: BindingService,
    private readonly photos: PhotoService,
    private readonly renders: IRenderManagerService,
  ) {
    super();
    this.disposeWithMe(
      interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
        // Before the marks, which are drawn over it.
        priority: 9,
        effect: InterceptorEffectEnum.Style,
        handler: (cell, { unitId, subUnitId, row, col, rawData }, next) => {
          const bench = binding.bench(unitId);
          const sheet = bench?.sheets.get(subUnitId);
          if (!bench || !sheet || !mayShowPhotos(bench, sheet)) return next(cell);
          const target = photoAt(bench, sheet, { row, column: col });
          if (target === null || target.text === '') return next(cell);
          const shown = this.cache.get(this.photos.keeper(unitId), target.text);
          const before = cell ?? rawData ?? {};
          return next({ ...before, customRender: [...(cell?.customRender ?? []), painter(shown)] });
        },
      }),
    );
    this.disposeWithMe({ dispose: () => this.cache.dispose() });
  }

  private redraw(): void {
    if (this.queued) return;
    this.queued = true;
    requestAnimationFrame(() => {
      this.queued = false;
      const bench = this.binding.open();
      if (bench) redrawSheets(this.renders, bench);
    });
  }
}

function painter(shown: Shown): ICellCustomRender {
  return {
    drawWith(ctx, info) {
      const { primaryWithCoord: cell } = info;
      const { startX, startY, endX, endY } = cell.isMergedMainCell ? cell.mergeInfo : cell;
      const [width, height] = [endX - startX, endY - startY];
      ctx.save();
      // The label below is for those without a photo.
      ctx.fillStyle = '#ffffff';
      ctx.fillRect(startX + 1, startY + 1, width - 2, height - 2);
      if (typeof shown === 'object') {
        const scale = MOST * Math.min(width / shown.width, height / shown.height);
        const [w, h] = [shown.width * scale, shown.height * scale];
        ctx.imageSmoothingQuality = 'high';
        ctx.drawImage(shown, startX + (width - w) / 2, startY + (height - h) / 2, w, h);
      } else if (shown === 'missing') {
        ctx.fillStyle = '#b3261e';
        ctx.font = '12px sans-serif';
        ctx.textAlign = 'center';
        ctx.textBaseline = 'middle';
        lines(PHOTO_WORDS.missing).forEach((line, at) => {
          ctx.fillText(line, startX + width / 2, startY + height / 2 + (at - 0.5) * 18);
        });
      }
      ctx.restore();
    },
  };
}

/** A sentence in two lines, broken at its comma. */
function lines(text: string): readonly string[] {
  const comma = text.indexOf('，') + 1;
  return [text.slice(0, comma), text.slice(comma)];
}
