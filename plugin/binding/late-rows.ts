import type { Worksheet } from '@univerjs/core';
import type { Cells } from './sheet-part.ts';

/** Stands in a row that is not written yet: rows are laid out in one go, so that their object stays a fast one. */
const BLANK: Cells[number] = Object.freeze({});

/** Those that stand in an open worksheet and have rows to be written. */
const watching = new Set<LateRows>();

/**
 * Does something that goes through all cells and may find rows as they are, written or not: looking for formulas, which
 * never stand in what is still to be written.
 */
export function asTheyAre<T>(work: () => T): T {
  const asked = [...watching];
  for (const late of asked) late.show(false);
  try {
    return work();
  } finally {
    for (const late of asked) late.show(!late.done);
  }
}

/**
 * The cells of a sheet whose rows are written when somebody first looks at them, or in slices once the page is drawn.
 * Nobody can see a row unwritten: whoever reads `cells` by a row's number gets that row written first, and whoever asks
 * which rows there are (a copy, a search, a save, an insertion) gets all of them written first.
 */
export class LateRows {
  /** To be given to Univer in the place of the cells themselves. */
  readonly cells: Cells;
  private readonly waiting: Uint8Array;
  private left: number;
  private next: number;
  private sheet: Worksheet | null = null;

  /**
   * @param own The cells as they are; rows outside `first`…`end - 1` are complete.
   * @param write Writes one row into its cells.
   */
  constructor(
    private readonly own: Cells,
    first: number,
    private readonly end: number,
    private write: ((row: number, cells: Cells[number]) => void) | null,
  ) {
    this.next = first;
    this.left = Math.max(0, end - first);
    this.waiting = new Uint8Array(end).fill(1, first);
    for (let row = first; row < end; row++) own[row] ??= BLANK;
    this.cells = this.watched();
  }

  /** Whether all rows are written. */
  get done(): boolean {
    return this.left === 0;
  }

  /** Writes rows from the first one down for as long as `goOn` says so; `done` tells whether any are left. */
  fill(goOn: () => boolean = () => true): void {
    // Asking for the time costs more than a row.
    for (let n = 1; this.left > 0 && this.next < this.end; n++) {
      this.at(this.next++);
      if (n % 32 === 0 && !goOn()) return;
    }
  }

  /** The worksheet that was made of the cells: it gets the plain ones once they are written. */
  attach(sheet: Worksheet): void {
    this.sheet = sheet;
    if (this.done) this.show(false);
    else watching.add(this);
  }

  /** The worksheet is gone. */
  detach(): void {
    this.sheet = null;
    watching.delete(this);
  }

  /** Has the worksheet read its cells through the watcher, or as they are. */
  show(watched: boolean): void {
    if (!this.sheet) return;
    const cells = watched ? this.cells : this.own;
    this.sheet.getConfig().cellData = cells;
    // Univer has no name for it. Had it another, cells would be read through the watcher for good: right, but slower.
    Reflect.set(this.sheet.getCellMatrix(), '_matrix', cells);
  }

  private at(row: number): void {
    if (this.waiting[row] !== 1) return;
    const { write } = this;
    // With the last row it lets go of `write`.
    this.forget(row);
    const cells = this.own[row];
    const target = cells === undefined || cells === BLANK ? {} : cells;
    this.own[row] = target;
    write?.(row, target);
  }

  private forget(row: number): void {
    if (this.waiting[row] !== 1) return;
    this.waiting[row] = 0;
    this.left--;
    if (!this.done) return;
    // What it knows of the records is a map of all of them.
    this.write = null;
    this.show(false);
    watching.delete(this);
  }

  private watched(): Cells {
    const rowOf = (key: string | symbol): number => (typeof key === 'string' ? Number(key) : Number.NaN);
    return new Proxy(this.own, {
      get: (own, key) => {
        this.at(rowOf(key));
        return Reflect.get(own, key);
      },
      has: (own, key) => {
        this.at(rowOf(key));
        return Reflect.has(own, key);
      },
      getOwnPropertyDescriptor: (own, key) => {
        this.at(rowOf(key));
        return Reflect.getOwnPropertyDescriptor(own, key);
      },
      // A row that is replaced, or taken out, is nobody's to be written any more.
      set: (own, key, value) => {
        this.forget(rowOf(key));
        return Reflect.set(own, key, value);
      },
      deleteProperty: (own, key) => {
        this.forget(rowOf(key));
        return Reflect.deleteProperty(own, key);
      },
      ownKeys: (own) => {
        this.fill();
        return Reflect.ownKeys(own);
      },
    });
  }
}
