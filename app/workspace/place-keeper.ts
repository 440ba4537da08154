import type { Injector } from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { columnLetters } from '../../plugin/binding/columns.ts';

/** Sheet and cell where the clerk is. */
export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** Quiet time before a place is handed over, in milliseconds. */
const QUIET = 800;

/** Hands over where the selection rests. */
export class PlaceKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscription: { unsubscribe(): void };

  constructor(injector: Injector, store: (place: Place) => void) {
    this.subscription = injector.get(SheetsSelectionsService).selectionMoveEnd$.subscribe((selections) => {
      const last = selections.at(-1);
      const sheet = last?.range.sheetId;
      if (!last?.primary || !sheet) return;
      const place = { sheet, cell: `${columnLetters(last.primary.actualColumn)}${last.primary.actualRow + 1}` };
      clearTimeout(this.timer);
      this.timer = setTimeout(() => store(place), QUIET);
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.unsubscribe();
  }
}
