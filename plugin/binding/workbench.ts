import type { Workbook } from '@univerjs/core';
import type { RecordStore } from '../../records/store.contract.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import type { BoundTable } from './bound-table.ts';

/** One open workbook with the records it shows: its bound sheets by sheet id. */
export class Workbench {
  readonly tables = new Map<string, BoundTable>();

  constructor(
    readonly workbook: Workbook,
    readonly store: RecordStore,
    readonly loaded: LoadedPack,
  ) {}

  get unitId(): string {
    return this.workbook.getUnitId();
  }

  /** The id of the sheet in front. */
  activeSheetId(): string | null {
    return this.workbook.getActiveSheet()?.getSheetId() ?? null;
  }

  dispose(): void {
    this.tables.clear();
  }
}
