import type { Workbook } from '@univerjs/core';
import type { RecordStore } from '../../records/store.contract.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import type { BoundSheet } from './bound-sheet.ts';
import { BoundTable } from './bound-table.ts';

/** One open workbook with the records it shows: its bound sheets by sheet id. */
export class Workbench {
  /** All of them, in the order of their tabs. */
  readonly sheets = new Map<string, BoundSheet>();

  /** Whether mistakes are marked: not before values are drawn where there are many. */
  marked = true;

  constructor(
    readonly workbook: Workbook,
    readonly store: RecordStore,
    readonly loaded: LoadedPack,
  ) {}

  /** The sheets with a row per record, by sheet id. */
  get tables(): ReadonlyMap<string, BoundTable> {
    const tables = new Map<string, BoundTable>();
    for (const [id, sheet] of this.sheets) if (sheet instanceof BoundTable) tables.set(id, sheet);
    return tables;
  }

  /** The table of an entity: the roster for `person`. */
  tableOf(entity: string): BoundTable | undefined {
    for (const table of this.tables.values()) if (table.options.entity === entity) return table;
    return undefined;
  }

  get unitId(): string {
    return this.workbook.getUnitId();
  }

  /** The id of the sheet in front. */
  activeSheetId(): string | null {
    return this.workbook.getActiveSheet()?.getSheetId() ?? null;
  }

  /** Makes all sheets show the records again. */
  restore(): void {
    for (const sheet of this.sheets.values()) sheet.restore();
  }

  dispose(): void {
    this.sheets.clear();
  }
}
