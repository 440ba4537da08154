import {
  CellValueType,
  Direction,
  type ICellData,
  type ICommandService,
  type IExecutionOptions,
  type IMutationInfo,
  type IObjectMatrixPrimitiveType,
  type IRange,
  isTextFormat,
  type Nullable,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import {
  InsertRowByRangeCommand,
  SetRangeValuesMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
} from '@univerjs/sheets';
import type { TableBinding } from '../../sheets-templates/schema.ts';
import { cellText, textCell } from './cell-text.ts';
import { columnIndex } from './columns.ts';
import type { TemplateLooks } from './looks.ts';
import { type OwnColumn, ownColumns } from './own-columns.ts';
import { OWN_WRITE } from './own-write.ts';
import { TEXT_STYLE } from './place-own-columns.ts';
import { neededHeight, type WrappedColumn, wrappedColumns } from './row-heights.ts';

/** The property of a cell's `custom` that carries the record's id. */
export const ID_KEY = 'mingceId';
/** How many empty, formatted rows stand ready below the last person. */
export const SPARE_ROWS = 60;

export interface BoundColumn {
  readonly column: number;
  readonly field: string;
}

/** Reads and writes the bound cells of one sheet; knows columns and cells, nothing of records' meaning. */
export class TableSheet {
  /** Columns that carry a field's text; 序号 is drawn, never written. */
  readonly columns: readonly BoundColumn[];
  /** The column that carries the ids, and the one that shows 序号, if any. */
  readonly idColumn: number;
  readonly sequenceColumn: number | null;
  readonly firstRow: number;
  readonly lastColumn: number;
  /** Field by column. */
  readonly fields: ReadonlyMap<number, string>;
  private readonly wrapped: readonly WrappedColumn[];
  /** The clerk's own columns, right of the table; as of the last `readOwnColumns`. */
  ownColumns: readonly OwnColumn[] = [];
  /** The row of the table's header. */
  readonly headerRow: number;
  private pending: IObjectMatrixPrimitiveType<Nullable<ICellData>> = {};

  constructor(
    private readonly commands: ICommandService,
    readonly workbook: Workbook,
    readonly worksheet: Worksheet,
    binding: TableBinding,
    sequenceFields: ReadonlySet<string>,
    /** The template's own looks. */
    readonly looks: TemplateLooks,
  ) {
    const all = binding.columns.map((c) => ({ column: columnIndex(c.column), field: c.field }));
    this.columns = all.filter((c) => !sequenceFields.has(c.field));
    this.sequenceColumn = all.find((c) => sequenceFields.has(c.field))?.column ?? null;
    this.idColumn = Math.min(...all.map((c) => c.column));
    this.lastColumn = Math.max(...all.map((c) => c.column));
    this.fields = new Map(this.columns.map((c) => [c.column, c.field]));
    this.firstRow = binding.sampleRow - 1;
    this.headerRow = binding.headerRow - 1;
    this.wrapped = wrappedColumns(
      this.columns.map((c) => ({ ...c, style: workbook.getStyles().get(looks.body.get(c.column)) })),
      (column) => worksheet.getColumnWidth(column),
    );
  }

  get unitId(): string {
    return this.workbook.getUnitId();
  }

  get subUnitId(): string {
    return this.worksheet.getSheetId();
  }

  get rowCount(): number {
    return this.worksheet.getRowCount();
  }

  raw(row: number, column: number): Nullable<ICellData> {
    return this.worksheet.getCellMatrix().getValue(row, column);
  }

  readId(row: number): string | null {
    const id: unknown = this.raw(row, this.idColumn)?.custom?.[ID_KEY];
    return typeof id === 'string' ? id : null;
  }

  readRow(row: number): Record<string, string> {
    const texts: Record<string, string> = {};
    for (const { column, field } of this.columns) {
      texts[field] = cellText(this.raw(row, column), this.workbook.getStyles());
    }
    return texts;
  }

  /** Reads the headers right of the table anew; answers whether they or their places changed. */
  readOwnColumns(): boolean {
    const headers: [number, string][] = [];
    for (let column = this.lastColumn + 1; column < this.worksheet.getColumnCount(); column++)
      headers.push([column, cellText(this.raw(this.headerRow, column), this.workbook.getStyles())]);
    const own = ownColumns(headers);
    const same =
      own.length === this.ownColumns.length &&
      own.every(({ column, header }, i) => {
        const before = this.ownColumns[i];
        return before?.column === column && before.header === header;
      });
    this.ownColumns = own;
    return !same;
  }

  /** The last column with something of a record in it. */
  get reach(): number {
    return this.ownColumns.at(-1)?.column ?? this.lastColumn;
  }

  readOwn(row: number): Record<string, string> {
    const texts: Record<string, string> = {};
    for (const { column, header } of this.ownColumns)
      texts[header] = cellText(this.raw(row, column), this.workbook.getStyles());
    return texts;
  }

  /** Makes the own columns of a row show these texts, as texts: what is typed there next keeps its digits. */
  writeOwn(row: number, text: (header: string) => string): void {
    const styles = this.workbook.getStyles();
    for (const { column, header } of this.ownColumns) {
      const cell = this.raw(row, column);
      const want = text(header);
      const format = isTextFormat(styles.getStyleByCell(cell)?.n?.pattern) ? {} : { s: { n: { pattern: '@' } } };
      const shown = cellText(cell, styles);
      const value = shown === want && (want === '' || cell?.t === CellValueType.STRING) ? {} : textCell(want);
      if (Object.keys(value).length > 0 || Object.keys(format).length > 0)
        this.put(row, column, { ...value, ...format });
    }
  }

  /** Puts the id on the row's cell, at the next `flush`. */
  writeId(row: number, id: string | null): void {
    if (this.readId(row) === id) return;
    this.put(row, this.idColumn, { custom: id === null ? null : { [ID_KEY]: id } });
  }

  /** Makes the bound cells show these texts; cells that show them already are left alone. */
  writeRow(row: number, text: (field: string) => string): void {
    const styles = this.workbook.getStyles();
    for (const { column, field } of this.columns) {
      const cell = this.raw(row, column);
      const shown = cellText(cell, styles);
      // A pasted formula has no value until it is calculated; the result comes as a mutation of its own.
      if (cell?.f && shown === '') continue;
      const want = text(field);
      const asText = !cell?.f && (shown === '' || cell?.t === CellValueType.STRING || !!cell?.p);
      const value = asText && shown === want ? {} : textCell(want);
      const format = isTextFormat(styles.getStyleByCell(cell)?.n?.pattern) ? {} : this.formatOf(cell, column);
      if (Object.keys(value).length > 0 || Object.keys(format).length > 0)
        this.put(row, column, { ...value, ...format });
    }
  }

  /** A cell that lost its text format (a pasted look) gets it back, since the next ID number typed would lose digits. */
  private formatOf(cell: Nullable<ICellData>, column: number): ICellData {
    return cell?.s ? { s: { n: { pattern: '@' } } } : { s: this.looks.body.get(column) ?? null };
  }

  /** Writes a text into a cell outside the body, at the next `flush`. */
  writeRaw(row: number, column: number, text: string): void {
    this.put(row, column, textCell(text));
  }

  private put(row: number, column: number, data: ICellData): void {
    const cells = this.pending[row] ?? {};
    this.pending[row] = cells;
    cells[column] = { ...cells[column], ...data };
  }

  /** Makes rows high enough for what stands in them; a row that is high enough stays as the clerk has it. */
  fitRows(rows: Iterable<number>, text: (row: number, field: string) => string): void {
    const rowHeight: Record<number, number> = {};
    const ranges: IRange[] = [];
    for (const row of rows) {
      const needed = neededHeight(this.wrapped, (field) => text(row, field));
      if (needed <= this.worksheet.getRowHeight(row)) continue;
      rowHeight[row] = needed;
      ranges.push({ startRow: row, endRow: row, startColumn: 0, endColumn: this.worksheet.getColumnCount() - 1 });
    }
    if (ranges.length === 0) return;
    const params = { unitId: this.unitId, subUnitId: this.subUnitId, ranges, rowHeight };
    this.commands.syncExecuteCommand(SetWorksheetRowHeightMutation.id, params, OWN_WRITE);
  }

  /** Carries out a mutation of this sheet. */
  run({ id, params }: IMutationInfo, options: IExecutionOptions): void {
    this.commands.syncExecuteCommand(id, params, options);
  }

  /** Carries out what `writeId` and `writeRow` gathered, as one mutation of the program's own. */
  flush(): void {
    const cellValue = this.pending;
    if (Object.keys(cellValue).length === 0) return;
    this.pending = {};
    const params = { unitId: this.unitId, subUnitId: this.subUnitId, cellValue };
    this.commands.syncExecuteCommand(SetRangeValuesMutation.id, params, OWN_WRITE);
  }

  /** Whether a column's texts belong to the records: the table's own, the clerk's, and 序号. */
  carries(column: number): boolean {
    return (
      this.fields.has(column) || column === this.sequenceColumn || this.ownColumns.some((own) => own.column === column)
    );
  }

  /** Sees to it that rows up to `lastRow` and the spare ones below exist and carry the body's look and text format. */
  ensureRows(lastRow: number): void {
    const wanted = lastRow + 1 + SPARE_ROWS;
    const have = this.rowCount;
    if (have < wanted) {
      const { unitId, subUnitId } = this;
      // Growing in larger steps keeps a clerk who types downwards from paying for it at every row.
      const rowCount = Math.max(wanted, have + SPARE_ROWS);
      this.commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, { unitId, subUnitId, rowCount }, OWN_WRITE);
    }
    for (let row = this.rowCount - 1; row >= this.firstRow && !this.raw(row, this.idColumn)?.s; row--)
      this.dressRow(row);
    this.flush();
  }

  /** Inserts body rows before a row, as a clerk does: by the command, which hands in an undo step. */
  insertRows(startRow: number, count: number): void {
    const { unitId, subUnitId } = this;
    const endRow = startRow + count - 1;
    const range = { startRow, endRow, startColumn: 0, endColumn: this.worksheet.getColumnCount() - 1 };
    const direction = startRow === this.firstRow ? Direction.UP : Direction.DOWN;
    const look = Object.fromEntries([...this.looks.body].map(([column, s]) => [column, { s: s ?? null }]));
    const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
    for (let row = startRow; row <= endRow; row++) cellValue[row] = look;
    this.commands.syncExecuteCommand(InsertRowByRangeCommand.id, { unitId, subUnitId, range, direction, cellValue });
  }

  /** Gives the body cells of these rows their look and text format where they have none. */
  dressRows(rows: Iterable<number>): void {
    for (const row of rows) if (row >= this.firstRow) this.dressRow(row);
    this.flush();
  }

  private dressRow(row: number): void {
    for (const [column, s] of this.looks.body) if (s) this.dressCell(row, column, s);
    for (const { column } of this.ownColumns) this.dressCell(row, column, TEXT_STYLE.id);
  }

  /** A cell that nobody has touched takes the look as it stands; merging looks cell by cell costs a second in 5,000 rows. */
  private dressCell(row: number, column: number, s: NonNullable<ICellData['s']>): void {
    const cell = this.raw(row, column);
    if (cell?.s) return;
    if (cell) this.put(row, column, { s });
    else this.worksheet.getCellMatrix().setValue(row, column, { s });
  }
}
