import { nextProblem } from '../commands/next-problem.ts';
import type { CellSite, Lock, SavedSheet, SheetAction, SheetCell } from './bound-sheet.ts';
import type { BoundTableOptions } from './bound-table-types.ts';
import type { RowMap } from './row-map.ts';
import type { TableSheet } from './table-sheet.ts';

/** What marks, guard, lists, keys and the stored layout ask of a table: which cell is whose. */
export abstract class TableFace {
  abstract readonly map: RowMap;
  abstract readonly sheet: TableSheet;
  abstract readonly options: BoundTableOptions;

  get unitId(): string {
    return this.sheet.unitId;
  }

  get subUnitId(): string {
    return this.sheet.subUnitId;
  }

  get store(): BoundTableOptions['store'] {
    return this.options.store;
  }

  get firstColumn(): number {
    return this.sheet.idColumn;
  }

  get lastColumn(): number {
    return this.sheet.lastColumn;
  }

  /** The field shown in a column, 序号 aside. */
  fieldAt(column: number): string | undefined {
    return this.sheet.fields.get(column);
  }

  siteAt(row: number, column: number): CellSite | null {
    const record = row < this.sheet.firstRow ? null : this.map.idAt(row);
    const field = record === null ? undefined : this.fieldAt(column);
    return record === null || field === undefined ? null : { entity: this.options.entity, record, field };
  }

  cellOf({ entity, record, field }: CellSite): SheetCell | null {
    const row = entity === this.options.entity ? this.map.rowOf(record) : undefined;
    if (row === undefined) return null;
    return { row, column: this.sheet.columns.find((c) => c.field === field)?.column ?? this.sheet.idColumn };
  }

  /** A table shows everybody it has at once. */
  reveal(site: CellSite): SheetCell | null {
    return this.cellOf(site);
  }

  asks(row: number, column: number): Pick<CellSite, 'entity' | 'field'> | null {
    const field = row < this.sheet.firstRow ? undefined : this.fieldAt(column);
    return field === undefined ? null : { entity: this.options.entity, field };
  }

  offers(row: number, column: number): boolean {
    const field = this.asks(row, column)?.field;
    return field !== undefined && this.options.choiceFields.has(field);
  }

  drawn(row: number, column: number): number | null {
    const here = column === this.sheet.sequenceColumn && row >= this.sheet.firstRow && this.map.idAt(row) !== null;
    return here ? this.map.numberAt(row) : null;
  }

  lockAt(row: number, column: number): Lock | null {
    if (row < this.sheet.firstRow && column <= this.lastColumn) return 'header';
    return column === this.sheet.sequenceColumn ? 'sequence' : null;
  }

  refuses(action: SheetAction, { row, column }: SheetCell): Lock | null {
    if (action === 'columns') return column <= this.lastColumn ? 'columns' : null;
    return action === 'rows' && row < this.sheet.firstRow ? 'headerRows' : null;
  }

  nextProblem(from: SheetCell, by: 1 | -1): SheetCell | null {
    return nextProblem(this, from, by);
  }

  partAt(row: number, column: number): 'head' | 'body' | null {
    if (column < this.firstColumn || column > this.lastColumn) return null;
    return row < this.sheet.firstRow ? 'head' : 'body';
  }

  isRecordText(row: number, column: number, look: boolean): boolean {
    if (row < this.sheet.firstRow || !this.sheet.fields.has(column)) return false;
    return !look || this.options.looks.isOwn(row, column);
  }

  withoutTexts(saved: SavedSheet): SavedSheet {
    const cells = saved.cellData;
    for (const key of Object.keys(cells ?? {})) {
      const row = Number(key);
      const target = cells?.[row];
      if (row < this.sheet.firstRow || !target) continue;
      const own = this.map.idAt(row) === null ? [] : this.sheet.ownColumns;
      for (const { column } of [...this.sheet.columns, ...own]) {
        const cell = target[column];
        if (!cell) continue;
        const { v: _v, t: _t, p: _p, f: _f, si: _si, ...rest } = cell;
        target[column] = rest;
      }
    }
    return saved;
  }
}
