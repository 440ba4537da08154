import type { ICellData } from '@univerjs/core';
import { columnLetters } from '../binding/columns.ts';
import type { TableSheet } from '../binding/table-sheet.ts';

/** Remembers title and header of a bound sheet, and puts back what was written over. */
export class HeaderKeeper {
  private readonly kept = new Map<string, ICellData['v'] | null>();

  constructor(private readonly sheet: TableSheet) {
    this.each((row, column) => this.kept.set(`${row}:${column}`, sheet.raw(row, column)?.v ?? null));
  }

  /** @returns The cells that had been changed, such as `A3`. */
  restore(): string[] {
    const changed: string[] = [];
    this.each((row, column) => {
      const want = this.kept.get(`${row}:${column}`) ?? null;
      if ((this.sheet.raw(row, column)?.v ?? null) === want) return;
      this.sheet.writeRaw(row, column, want === null ? '' : String(want));
      changed.push(`${columnLetters(column)}${row + 1}`);
    });
    if (changed.length > 0) this.sheet.flush();
    return changed;
  }

  private each(visit: (row: number, column: number) => void): void {
    for (let row = 0; row < this.sheet.firstRow; row++) {
      for (let column = this.sheet.idColumn; column <= this.sheet.lastColumn; column++) visit(row, column);
    }
  }
}
