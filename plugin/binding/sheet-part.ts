import type {
  ICellData,
  ICommandService,
  ISheetDataValidationRule,
  IWorkbookData,
  IWorksheetData,
  Workbook,
  Worksheet,
} from '@univerjs/core';
import type { RecordStore } from '../../records/store.contract.ts';
import type { Binding, LoadedPack } from '../../sheets-templates/schema.ts';
import type { BoundSheet } from './bound-sheet.ts';
import type { LateRows } from './late-rows.ts';

export type Cells = NonNullable<IWorksheetData['cellData']>;
/** A worksheet's data as it is stored, with the parts that are always there. */
export type StoredSheet = Partial<IWorksheetData> & { id: string; name: string; cellData: Cells };

/** What a template's sheet is made from. */
export interface SheetRequest<B extends Binding = Binding> {
  readonly loaded: LoadedPack;
  readonly binding: B;
  /** The template's workbook, the official .xlsx. */
  readonly workbook: Uint8Array;
  readonly store: RecordStore;
  readonly unitId: string;
  readonly sheetId: string;
  /** Begins the ids of the template's styles in the workbook's table of styles. */
  readonly stylePrefix: string;
  /** The sheet as it was stored, its texts of records left out; changed in place. */
  readonly stored: StoredSheet | null;
}

/** The workbook that a made sheet is bound in, once it is open. */
export interface OpenedSheet {
  readonly commands: ICommandService;
  readonly workbook: Workbook;
  readonly worksheet: Worksheet;
  readonly today: () => string;
}

/** A sheet made from a template: its part of the workbook's data, and what binds it once the workbook is open. */
export interface SheetPart {
  readonly sheet: StoredSheet;
  readonly styles: IWorkbookData['styles'];
  readonly defaultStyle?: IWorkbookData['defaultStyle'];
  /** Lists that cells offer. */
  readonly rules: readonly ISheetDataValidationRule[];
  /** Rows of it that are still to be written. */
  readonly late?: LateRows;
  bind(opened: OpenedSheet): BoundSheet;
}

/** Cells with something in them, a look aside. */
export function hasContent(cell: ICellData | null | undefined): boolean {
  return !!cell && ((cell.v !== undefined && cell.v !== null && cell.v !== '') || !!cell.p || !!cell.f);
}

/** The sheet of this name (else the first one) of a workbook's data. @throws Error when there is none */
export function sheetOf(workbook: Pick<IWorkbookData, 'sheets'>, name: string): StoredSheet {
  const sheet = Object.values(workbook.sheets).find((s) => s.name === name) ?? Object.values(workbook.sheets)[0];
  if (!sheet?.id) throw new Error(`no sheet ${name}`);
  return Object.assign(sheet, { id: sheet.id, name: sheet.name ?? name, cellData: sheet.cellData ?? {} });
}
