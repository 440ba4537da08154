import type { Area, Sheet } from '../../read/types.ts';
import { columnName } from '../../splice/a1.ts';

/** A text of the sheet with the cells that it covers, rows and columns from 1. */
export interface Block {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The texts of a sheet, each with its merge, by rows. */
export class FormGrid {
  readonly #byRow: ReadonlyMap<number, readonly Block[]>;
  /** The rows that texts begin in, ascending: a stray text far below makes a million rows of nothing. */
  readonly #rows: readonly number[];
  readonly lastRow: number;

  constructor(byRow: ReadonlyMap<number, readonly Block[]>, lastRow: number) {
    this.#byRow = byRow;
    this.#rows = [...byRow.keys()].sort((a, b) => a - b);
    this.lastRow = lastRow;
  }

  static of(sheet: Sheet): FormGrid {
    const byRow = new Map<number, Block[]>();
    const merges = new Map(sheet.merges.map((area) => [`${area.top} ${area.left}`, area]));
    const under = new UnderMerges(sheet.merges);
    for (const { row, cells } of sheet.rows) {
      const hidden = under.at(row);
      for (const { column, text } of cells) {
        // A picture inside a cell (WPS) is no text.
        if (text.trim() === '' || pictureIn(text) !== undefined) continue;
        const merge = merges.get(`${row} ${column}`);
        // What a program left under a merge is not shown to anybody.
        if (merge === undefined && hidden.some((area) => area.left <= column && column <= area.right)) continue;
        const blocks = byRow.get(row) ?? [];
        byRow.set(row, blocks);
        blocks.push({
          text,
          top: row,
          bottom: merge?.bottom ?? row,
          left: column + 1,
          right: (merge?.right ?? column) + 1,
        });
      }
    }
    return new FormGrid(byRow, sheet.rows.at(-1)?.row ?? 0);
  }

  /** Only the texts that begin in these columns, both in it. */
  between(left: number, right: number): FormGrid {
    const inside = (block: Block): boolean => left <= block.left && block.left <= right;
    return new FormGrid(new Map([...this.#byRow].map(([row, blocks]) => [row, blocks.filter(inside)])), this.lastRow);
  }

  /** Texts that begin in this row, from the left. */
  row(row: number): readonly Block[] {
    return this.#byRow.get(row) ?? [];
  }

  /** Texts that begin in these rows, both in it. */
  rows(from: number, to: number): Block[] {
    return this.filled(from, to).flatMap((row) => this.row(row));
  }

  /** The rows of these that texts begin in. */
  filled(from: number, to: number): readonly number[] {
    return this.#rows.slice(this.#place(from), this.#place(to + 1));
  }

  /** How many rows stand before this one. */
  #place(row: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#rows[middle] ?? row) < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The merges that reach into a row from above or cover it; rows are asked for from above. */
class UnderMerges {
  readonly #areas: readonly Area[];
  #next = 0;
  #open: Area[] = [];

  constructor(areas: readonly Area[]) {
    this.#areas = [...areas].sort((a, b) => a.top - b.top);
  }

  at(row: number): readonly Area[] {
    for (let area = this.#areas[this.#next]; area !== undefined && area.top <= row; area = this.#areas[++this.#next])
      this.#open.push(area);
    this.#open = this.#open.filter((area) => area.bottom >= row);
    return this.#open;
  }
}

/** The id of the picture that WPS keeps in a cell: `=DISPIMG("ID_…",1)`; undefined for other texts. */
export function pictureIn(text: string): string | undefined {
  return text.startsWith('=') ? /^=(?:_xlfn\.)?DISPIMG\("([^"]+)"/i.exec(text)?.[1] : undefined;
}

/** `B3` */
export function blockCell(block: Block): string {
  return columnName(block.left) + block.top;
}
