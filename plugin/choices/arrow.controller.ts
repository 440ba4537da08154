import {
  Disposable,
  type ICellCustomRender,
  type ICellWithCoord,
  type ICommandService,
  InterceptorEffectEnum,
  type IPosition,
} from '@univerjs/core';
import type { IRenderManagerService } from '@univerjs/engine-render';
import {
  INTERCEPTOR_POINT,
  type ISheetLocationBase,
  type SheetInterceptorService,
  type SheetsSelectionsService,
} from '@univerjs/sheets';
import type { BindingService } from '../binding/binding.service.ts';
import { pickedAt } from '../picker/picked-at.ts';
import { OpenPickerId } from '../picker/picker-ids.ts';

const SHOW_LIST = 'sheet.operation.show-data-validation-dropdown';
/** In the upper corner: on the middle line it would hide the end of the text, below is the fill handle. In pixels. */
const WIDTH = 16;
const HEIGHT = 15;

/**
 * Shows an arrow in the selected cell of a column of choices, months or days, as Excel and WPS do, and opens the list or
 * calendar by it or Alt+↓.
 */
export class ArrowController extends Disposable {
  private place: ISheetLocationBase | null = null;

  constructor(
    interceptors: SheetInterceptorService,
    selections: SheetsSelectionsService,
    private readonly commands: ICommandService,
    private readonly binding: BindingService,
    private readonly renders: IRenderManagerService,
  ) {
    super();
    const arrow = this.arrow();
    this.disposeWithMe(
      interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
        priority: 7,
        effect: InterceptorEffectEnum.Style,
        handler: (cell, { unitId, subUnitId, row, col, rawData }, next) => {
          const at = this.place;
          if (at?.row !== row || at.col !== col || at.subUnitId !== subUnitId || at.unitId !== unitId)
            return next(cell);
          return next({ ...(cell ?? rawData), customRender: [...(cell?.customRender ?? []), arrow] });
        },
      }),
    );
    for (const moved$ of [selections.selectionMoveEnd$, selections.selectionSet$]) {
      this.disposeWithMe(moved$.subscribe((list) => this.move(binding.locate(list))));
    }
  }

  /** Opens the list or calendar of the selected cell; `false` where it has none. */
  open(): boolean {
    if (!this.place) return false;
    const { unitId, subUnitId, row, col: column } = this.place;
    if (pickedAt(this.binding, this.place)) return this.commands.syncExecuteCommand(OpenPickerId);
    void this.commands.executeCommand(SHOW_LIST, { unitId, subUnitId, row, column });
    return true;
  }

  private move(place: ISheetLocationBase | null): void {
    const sheet = place ? this.binding.sheet(place.unitId, place.subUnitId) : undefined;
    const next = place && (sheet?.offers(place.row, place.col) || pickedAt(this.binding, place)) ? place : null;
    if (next === null && this.place === null) return;
    const unitId = next?.unitId ?? this.place?.unitId ?? '';
    this.place = next;
    this.renders.getRenderById(unitId)?.mainComponent?.makeForceDirty();
  }

  private arrow(): ICellCustomRender {
    return {
      zIndex: 2,
      drawWith(ctx, { primaryWithCoord }) {
        const { startY, endX, endY } = wholeCell(primaryWithCoord);
        const height = Math.min(HEIGHT, endY - startY - 2);
        const middle = startY + 1 + height / 2;
        ctx.save();
        ctx.fillStyle = '#e8eef6';
        ctx.fillRect(endX - WIDTH, startY + 1, WIDTH - 1, height);
        ctx.fillStyle = '#33475b';
        ctx.beginPath();
        ctx.moveTo(endX - WIDTH + 4, middle - 2);
        ctx.lineTo(endX - 5, middle - 2);
        ctx.lineTo(endX - WIDTH / 2 - 0.5, middle + 3);
        ctx.closePath();
        ctx.fill();
        ctx.restore();
      },
      isHit: ({ x, y }, { primaryWithCoord }) => {
        const { startY, endX, endY } = wholeCell(primaryWithCoord);
        return x > endX - WIDTH && x < endX && y > startY && y < Math.min(endY, startY + 1 + HEIGHT);
      },
      // The press that opens the list also selects the cell, which closes lists: wait until it is through.
      onPointerDown: () => {
        setTimeout(() => this.open(), 0);
      },
    };
  }
}

/** The edges of a cell, of all of it where it is merged. */
function wholeCell(cell: ICellWithCoord): IPosition {
  return cell.isMerged || cell.isMergedMainCell ? cell.mergeInfo : cell;
}
