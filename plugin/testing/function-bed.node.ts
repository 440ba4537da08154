import {
  type ICellData,
  ICommandService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import {
  FormulaDataModel,
  SetFormulaCalculationResultMutation,
  UniverFormulaEnginePlugin,
} from '@univerjs/engine-formula';
import { SetRangeValuesMutation, UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { cellFunctions } from '../functions/function-list.ts';
import { lookForFormulasOnce } from '../functions/quick-formula-data.ts';
import { zhCN } from '../locale/zh-CN.ts';

/** A cell that is put into the sheet: a formula (`=…`), a value, or a cell as Univer keeps it. */
export type Put = string | number | boolean | ICellData;

/** A workbook that calculates, without a screen. Rows from 0. */
export interface FunctionBed {
  /** Puts these cells into a sheet of their own, one per row and column, calculates, and answers what the cells hold. */
  calculate(rows: readonly (readonly Put[])[]): Promise<readonly (readonly (ICellData | undefined)[])[]>;
  dispose(): void;
}

const ROWS = 600;
const COLUMNS = 36;
const unitId = 'functions';
const subUnitId = 'sheet';

const cellOf = (put: Put): ICellData => {
  if (typeof put === 'object') return put;
  if (typeof put === 'string' && put.startsWith('=')) return { f: put };
  return typeof put === 'boolean' ? { v: put ? 1 : 0, t: 3 } : { v: put, t: typeof put === 'number' ? 2 : 1 };
};

/** Univer with the functions of the catalogue registered as the page does it. */
export function createFunctionBed(): FunctionBed {
  const univer = new Univer({ locale: LocaleType.ZH_CN, locales: { zhCN: {} }, logLevel: LogLevel.SILENT });
  univer.registerPlugin(UniverFormulaEnginePlugin, { function: cellFunctions(zhCN).function });
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  lookForFormulasOnce(univer.__getInjector());
  const workbook = univer.createUnit<object, Workbook>(UniverInstanceType.UNIVER_SHEET, {
    id: unitId,
    sheetOrder: [subUnitId],
    sheets: { [subUnitId]: { id: subUnitId, name: '表', rowCount: ROWS, columnCount: COLUMNS } },
  });
  const commands = univer.__getInjector().get(ICommandService);
  const formulas = univer.__getInjector().get(FormulaDataModel);
  let used: readonly number[] = [];
  const calculated = (): Promise<void> =>
    new Promise((resolve) => {
      const watch = commands.onCommandExecuted(({ id }) => {
        if (id !== SetFormulaCalculationResultMutation.id) return;
        watch.dispose();
        setTimeout(resolve, 0);
      });
    });
  return {
    async calculate(rows) {
      const cellValue: Record<number, Record<number, ICellData | null>> = {};
      const size = Math.max(rows.length, used.length);
      for (let row = 0; row < size; row++) {
        const line: Record<number, ICellData | null> = {};
        for (let column = 0; column < Math.max(rows[row]?.length ?? 0, used[row] ?? 0); column++) {
          const put = rows[row]?.[column];
          line[column] = put === undefined ? null : cellOf(put);
        }
        cellValue[row] = line;
      }
      used = rows.map(({ length }) => length);
      // The engine starts by itself, as it does when a clerk types.
      const done = calculated();
      commands.syncExecuteCommand(SetRangeValuesMutation.id, { unitId, subUnitId, cellValue });
      await done;
      const sheet = workbook.getSheetBySheetId(subUnitId);
      const spilled = formulas.getArrayFormulaCellData()[unitId]?.[subUnitId];
      return rows.map((line, row) =>
        line.map((_, column) => spilled?.[row]?.[column] ?? sheet?.getCellRaw(row, column) ?? undefined),
      );
    },
    dispose: () => univer.dispose(),
  };
}
