import {
  ICommandService,
  type Injector,
  IUniverInstanceService,
  type IWorkbookData,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { localDay } from '../formulas/calendar.ts';
import type { RecordStore } from '../records/store.contract.ts';
import type { LoadedPack } from '../sheets-templates/schema.ts';
import { BindingService } from './binding/binding.service.ts';
import { buildWorkbook } from './binding/build-workbook.ts';
import type { LateRows } from './binding/late-rows.ts';
import { Workbench } from './binding/workbench.ts';
import { formOf } from './form/form-commands.ts';

export interface OpenWorkbookOptions {
  readonly loaded: LoadedPack;
  /** The templates shown, in the order of their tabs; the first one's sheet is the workbook's main sheet. */
  readonly templates: readonly string[];
  readonly store: RecordStore;
  /** The workbook's id; one per project. */
  readonly unitId: string;
  /** The layout stored last time. */
  readonly layout?: IWorkbookData;
  /** Today, for the date of a removal; the machine's own by default. */
  readonly today?: () => string;
}

/** An open workbook: its records, and what ends the binding. */
export interface OpenWorkbook {
  readonly bench: Workbench;
  readonly workbook: Workbook;
  /** Rows that are written when somebody looks at them, or by `AfterDrawing`. */
  readonly late: readonly LateRows[];
  close(): void;
}

/** Shows a project's sheets in Univer and binds them to the records. */
export async function openWorkbook(injector: Injector, options: OpenWorkbookOptions): Promise<OpenWorkbook> {
  const { loaded, templates, store, unitId, layout } = options;
  const { data, parts } = await buildWorkbook(loaded, templates, store, unitId, layout);
  const instances = injector.get(IUniverInstanceService);
  const workbook = instances.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  const commands = injector.get(ICommandService);
  const bench = new Workbench(workbook, store, loaded);
  for (const { sheet, bind } of parts) {
    const worksheet = workbook.getSheetBySheetId(sheet.id);
    if (!worksheet) throw new Error(`the workbook has no sheet ${sheet.id}`);
    bench.sheets.set(sheet.id, bind({ commands, workbook, worksheet, today: options.today ?? (() => localDay()) }));
  }
  const binding = injector.get(BindingService);
  const remove = binding.add(bench);
  const pointed = formOf(bench)?.model.pointed$.subscribe(() => binding.pointed$.next(unitId));
  const late = parts.flatMap((part) => part.late ?? []);
  return {
    bench,
    workbook,
    late,
    close() {
      pointed?.unsubscribe();
      remove();
      for (const rows of late) rows.detach();
      instances.disposeUnit(unitId);
    },
  };
}
