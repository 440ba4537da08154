import {
  type ICellData,
  ICommandService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  mergeWorksheetSnapshotWithDefault,
  Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { FormulaDataModel, LexerTreeBuilder, UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import {
  InsertRowMutation,
  InsertSheetMutation,
  MoveRangeMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  UniverSheetsPlugin,
} from '@univerjs/sheets';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lookForFormulasOnce, QuickFormulaData } from './quick-formula-data.ts';

const unitId = 'book';
let univer: Univer;
let workbook: Workbook;
let commands: ICommandService;

beforeEach(() => {
  univer = new Univer({ locale: LocaleType.ZH_CN, locales: { zhCN: {} }, logLevel: LogLevel.SILENT });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  lookForFormulasOnce(univer.__getInjector());
  const sheet = (id: string) => ({ id, name: id, rowCount: 20, columnCount: 10, cellData: { 3: { 3: { v: '常' } } } });
  workbook = univer.createUnit<object, Workbook>(UniverInstanceType.UNIVER_SHEET, {
    id: unitId,
    sheetOrder: ['a', 'b'],
    sheets: { a: sheet('a'), b: sheet('b') },
  });
  commands = univer.__getInjector().get(ICommandService);
});
afterEach(() => univer.dispose());

const put = (subUnitId: string, row: number, column: number, cell: ICellData | null, options = {}) =>
  commands.syncExecuteCommand(
    SetRangeValuesMutation.id,
    { unitId, subUnitId, cellValue: { [row]: { [column]: cell } } },
    options,
  );

it('cells are looked through once, not at every edit, until a formula may have come', () => {
  let looks = 0;
  const watched = Object.defineProperty({ v: '看' }, 'f', { get: () => void looks++, enumerable: true });
  workbook.getSheetBySheetId('a')?.getCellMatrix().setValue(0, 0, watched);
  const data = univer.__getInjector().get(FormulaDataModel);
  expect(data).toBeInstanceOf(QuickFormulaData);
  for (let row = 1; row < 4; row++) put('a', row, 1, { v: '值' });
  data.getFormulaData();
  expect(looks).toBe(0);
  put('a', 5, 1, { f: '=1+1' });
  data.getFormulaData();
  expect(looks).toBeGreaterThan(0);
});

it('finds what Univer finds, whatever is done', () => {
  const injector = univer.__getInjector();
  const quick = injector.get(FormulaDataModel);
  const plain = new FormulaDataModel(injector.get(IUniverInstanceService), injector.get(LexerTreeBuilder));
  const cell = fc.constantFrom<ICellData | null>(
    { v: '值' },
    { v: 2 },
    { f: '=A1+1' },
    { f: '=B2', si: 'x' },
    { si: 'x' },
    { f: null, si: null, v: '没了' },
    null,
  );
  const at = fc.nat({ max: 6 });
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('put'), row: at, column: at, cell }) },
    fc.record({ do: fc.constant('quietly'), row: at, column: at, cell }),
    fc.record({ do: fc.constant('move'), row: at, column: at, cell }),
    fc.record({ do: fc.constant('rows'), row: at, column: at, cell }),
    fc.record({ do: fc.constant('sheet'), row: at, column: at, cell }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      for (const { do: what, row, column, cell } of steps) {
        const subUnitId = column % 2 === 0 ? 'a' : 'b';
        if (what === 'put') put(subUnitId, row, column, cell);
        else if (what === 'quietly') put(subUnitId, row, column, cell, { onlyLocal: true });
        else if (what === 'move') {
          const value = { [row]: { [column]: cell } };
          commands.syncExecuteCommand(MoveRangeMutation.id, {
            unitId,
            from: { subUnitId: 'a', value: { [column]: { [row]: null } } },
            to: { subUnitId: 'b', value },
          });
        } else if (what === 'rows') {
          const range = { startRow: row, endRow: row, startColumn: 0, endColumn: 9 };
          commands.syncExecuteCommand(InsertRowMutation.id, { unitId, subUnitId, range });
        } else if (workbook.getSheetBySheetId('c')) {
          commands.syncExecuteCommand(RemoveSheetMutation.id, { unitId, subUnitId: 'c', subUnitName: 'c' });
        } else {
          const cellData = { [row]: { [column]: cell ?? {} } };
          const sheet = mergeWorksheetSnapshotWithDefault({
            id: 'c',
            name: 'c',
            rowCount: 9,
            columnCount: 9,
            cellData,
          });
          commands.syncExecuteCommand(InsertSheetMutation.id, { unitId, index: 2, sheet });
        }
        expect(quick.getFormulaData()).toEqual(plain.getFormulaData());
      }
    }),
    { numRuns: 60 },
  );
});
