import type { Injector } from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { merge } from 'rxjs';
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
  /** Where the selection is and nobody was told yet. */
  private pending: Place | null = null;
  private readonly subscription: { unsubscribe(): void };

  constructor(
    injector: Injector,
    activeSheet: () => string | null,
    private readonly store: (place: Place) => void,
  ) {
    const { selectionMoveEnd$, selectionSet$ } = injector.get(SheetsSelectionsService);
    // The name box and the program itself only set a selection; the mouse and the keys also end a move.
    this.subscription = merge(selectionMoveEnd$, selectionSet$).subscribe((selections) => {
      const last = selections?.at(-1);
      const sheet = last?.range.sheetId ?? activeSheet();
      if (!last?.primary || !sheet) return;
      this.pending = { sheet, cell: `${columnLetters(last.primary.actualColumn)}${last.primary.actualRow + 1}` };
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.flush(), QUIET);
    });
  }

  /** Hands it over now. */
  flush(): void {
    clearTimeout(this.timer);
    const place = this.pending;
    this.pending = null;
    if (place) this.store(place);
  }

  dispose(): void {
    this.flush();
    this.subscription.unsubscribe();
  }
}
