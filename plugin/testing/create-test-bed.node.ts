import {
  type ICellData,
  ICommandService,
  type Injector,
  type IObjectMatrixPrimitiveType,
  IPermissionService,
  type IRange,
  IUndoRedoService,
  IUniverInstanceService,
  type IWorkbookData,
  LocaleType,
  LogLevel,
  type Nullable,
  RedoCommandId,
  registerDependencies,
  UndoCommandId,
  Univer,
  type Worksheet,
} from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import {
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SheetsSelectionsService,
  UniverSheetsPlugin,
} from '@univerjs/sheets';
import { UniverSheetsFilterPlugin } from '@univerjs/sheets-filter';
import { UniverSheetsSortPlugin } from '@univerjs/sheets-sort';
import type { RecordStore } from '../../records/store.contract.ts';
import { openProject } from '../../records/store.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import { housePack, SETTINGS } from '../../xlsx/export/testing/project.node.ts';
import { ApplyPatchMutation } from '../binding/apply-patch.mutation.ts';
import { BindingService } from '../binding/binding.service.ts';
import type { BoundTable } from '../binding/bound-table.ts';
import { lookForFormulasOnce } from '../functions/quick-formula-data.ts';
import { type OpenWorkbook, openWorkbook } from '../open-workbook.ts';

/** A Univer without a screen whose commands are the real ones, with the binding in it. */
export interface TestBed {
  readonly injector: Injector;
  readonly binding: BindingService;
  /** Opens a project of these people (or a store) and brings it to the front. */
  open(
    people: readonly object[] | RecordStore,
    layout?: IWorkbookData,
    training?: readonly object[],
    templates?: readonly string[],
  ): Promise<OpenTable>;
  dispose(): void;
}

/** An open project, with the verbs of a clerk. */
export interface OpenTable {
  readonly open: OpenWorkbook;
  readonly binding: BindingService;
  readonly store: RecordStore;
  readonly table: BoundTable;
  readonly worksheet: Worksheet;
  /** Faults that the binding reported. */
  readonly failures: readonly unknown[];
  /** Carries out a command; it and what the binding makes of it are through when this resolves. */
  run(id: string, params?: object): Promise<boolean>;
  /** Writes cells as the clipboard does: one mutation, one undo step. */
  write(cellValue: IObjectMatrixPrimitiveType<Nullable<ICellData>>): Promise<void>;
  /** The same on another sheet of the workbook. */
  writeTo(subUnitId: string, cellValue: IObjectMatrixPrimitiveType<Nullable<ICellData>>): Promise<void>;
  /** Empties cells as the Delete key does. */
  clear(range: IRange): Promise<void>;
  /** Hears the params of every mutation of this id until the answered function is called. */
  watch(id: string, listener: (params: object) => void): () => void;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  close(): void;
}

/** Commands without an undo step are settled when the running task has ended. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function openRecords(loaded: LoadedPack, person: readonly object[], training: readonly object[]): RecordStore {
  const json = { pack: loaded.pack.id, settings: SETTINGS, records: { person, training } };
  const opened = openProject(loaded.pack, json);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.store;
}

/** @returns A test bed; starting one takes a moment, opening a project in it does not. */
export async function createTestBed(): Promise<TestBed> {
  const loaded = await housePack();
  const univer = new Univer({ locale: LocaleType.ZH_CN, locales: { zhCN: {} }, logLevel: LogLevel.SILENT });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsSortPlugin);
  univer.registerPlugin(UniverSheetsFilterPlugin);
  const injector = univer.__getInjector();
  lookForFormulasOnce(injector);
  registerDependencies(injector, [
    [
      BindingService,
      {
        useFactory: (c: ICommandService, u: IUndoRedoService, p: IPermissionService) => new BindingService(c, u, p),
        deps: [ICommandService, IUndoRedoService, IPermissionService],
      },
    ],
  ]);
  const commands = injector.get(ICommandService);
  commands.registerCommand(ApplyPatchMutation);
  const binding = injector.get(BindingService);
  let units = 0;
  return {
    injector,
    binding,
    async open(people, layout, training = [], templates = ['roster']) {
      const store = 'apply' in people ? people : openRecords(loaded, people, training);
      const open = await openWorkbook(injector, {
        loaded,
        templates,
        store,
        unitId: `unit-${++units}`,
        today: () => '2017-11-30',
        ...(layout ? { layout } : {}),
      });
      const unitId = open.workbook.getUnitId();
      injector.get(IUniverInstanceService).focusUnit(unitId);
      const table = [...open.bench.tables.values()][0];
      if (!table) throw new Error('no bound table');
      injector.get(SheetsSelectionsService);
      const failures: unknown[] = [];
      const watch = binding.failed$.subscribe(({ error }) => failures.push(error));
      const run = async (id: string, params?: object): Promise<boolean> => {
        const done = await commands.executeCommand<object, boolean>(id, params);
        await settled();
        return done;
      };
      const writeTo = async (
        subUnitId: string,
        cellValue: IObjectMatrixPrimitiveType<Nullable<ICellData>>,
      ): Promise<void> => {
        const params = { unitId, subUnitId, cellValue };
        const inverse = injector.invoke((accessor) => SetRangeValuesUndoMutationFactory(accessor, params));
        commands.syncExecuteCommand(SetRangeValuesMutation.id, params);
        injector.get(IUndoRedoService).pushUndoRedo({
          unitID: unitId,
          undoMutations: [{ id: SetRangeValuesMutation.id, params: inverse }],
          redoMutations: [{ id: SetRangeValuesMutation.id, params }],
        });
        await settled();
      };
      const write: OpenTable['write'] = (cellValue) => writeTo(table.subUnitId, cellValue);
      return {
        open,
        binding,
        write,
        writeTo,
        async clear({ startRow, endRow, startColumn, endColumn }) {
          const cells: Record<number, Record<number, null>> = {};
          for (let row = startRow; row <= endRow; row++) {
            cells[row] = {};
            for (let column = startColumn; column <= endColumn; column++)
              cells[row] = { ...cells[row], [column]: null };
          }
          await write(cells);
        },
        watch(id, listener) {
          const { dispose } = commands.onCommandExecuted((info) => {
            if (info.id === id && info.params) listener(info.params);
          });
          return dispose;
        },
        store,
        table,
        worksheet: table.sheet.worksheet,
        failures,
        run,
        undo: () => run(UndoCommandId),
        redo: () => run(RedoCommandId),
        close() {
          watch.unsubscribe();
          open.close();
        },
      };
    },
    dispose: () => univer.dispose(),
  };
}
