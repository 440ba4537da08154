import {
  ICommandService,
  type Injector,
  IUniverInstanceService,
  type IWorkbookData,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { catalogue } from '../formulas/catalogue.ts';
import type { RecordStore } from '../records/store.contract.ts';
import type { LoadedPack } from '../sheets-templates/schema.ts';
import { BindingService } from './binding/binding.service.ts';
import { BoundTable } from './binding/bound-table.ts';
import { TableLooks } from './binding/looks.ts';
import { buildSnapshot, sequenceFields, tableTemplate } from './binding/open-table.ts';
import { TableSheet } from './binding/table-sheet.ts';
import { Workbench } from './binding/workbench.ts';
import { choicesOf } from './choices/choice-rules.ts';
import { HeaderKeeper } from './guard/header-keeper.ts';

export interface OpenWorkbookOptions {
  readonly loaded: LoadedPack;
  readonly templateId: string;
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
  close(): void;
}

/** Shows a project's table in Univer and binds it to the records. */
export async function openWorkbook(injector: Injector, options: OpenWorkbookOptions): Promise<OpenWorkbook> {
  const { loaded, templateId, store, unitId } = options;
  const { binding } = tableTemplate(loaded, templateId);
  const { data, looks } = await buildSnapshot(loaded, templateId, store, unitId, options.layout);
  const instances = injector.get(IUniverInstanceService);
  const workbook = instances.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  const worksheet = workbook.getSheetBySheetName(binding.sheet) ?? workbook.getActiveSheet();
  if (!worksheet) throw new Error('the workbook has no sheet');
  const bench = new Workbench(workbook, store, loaded);
  const fields = loaded.pack.entities.find((e) => e.key === binding.entity)?.fields ?? [];
  const keyField = fields.find((f) => f.type === 'idNumber')?.key ?? null;
  const clean = catalogue.get('ID.CLEAN');
  const commands = injector.get(ICommandService);
  const sheet = new TableSheet(
    commands,
    workbook,
    worksheet,
    binding,
    sequenceFields(loaded.pack, binding.entity),
    looks,
  );
  const table = new BoundTable(sheet, {
    store,
    entity: binding.entity,
    keyField,
    nameField: fields.some((f) => f.key === 'name') ? 'name' : null,
    normaliseKey: (typed) => String(clean?.run(typed) ?? typed.trim()),
    today: options.today ?? localToday,
    choiceFields: new Set(fields.filter((f) => choicesOf(f).length > 0).map((f) => f.key)),
    looks: new TableLooks(commands, workbook, worksheet, looks),
    header: new HeaderKeeper(sheet),
  });
  bench.tables.set(sheet.subUnitId, table);
  const remove = injector.get(BindingService).add(bench);
  return {
    bench,
    workbook,
    close() {
      remove();
      instances.disposeUnit(unitId);
    },
  };
}

function localToday(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
