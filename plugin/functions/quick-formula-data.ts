import {
  type ICellData,
  ICommandService,
  type Injector,
  type IObjectMatrixPrimitiveType,
  IUniverInstanceService,
  type Nullable,
  setDependencies,
  UniverInstanceType,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { FormulaDataModel, type IFormulaData, type IFormulaDataItem, LexerTreeBuilder } from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { asTheyAre } from '../binding/late-rows.ts';

type Cells = IObjectMatrixPrimitiveType<Nullable<ICellData>>;
type Formulas = IObjectMatrixPrimitiveType<Nullable<IFormulaDataItem>>;

/** Mutations that bring no formula into a sheet that has none; of any other it is not known. */
const BRINGS_NONE =
  /^sheet\.mutation\.(insert-(row|col)|remove-(rows|col)|move-(rows|columns)|reorder-range|set-(row|col|worksheet|filter|frozen)[a-z-]*|(add|remove)-worksheet-merge|remove-filter|re-calc-filter)$/;

/**
 * Univer looks through every cell of every sheet for formulas, before it draws and three times an edit: 150 ms at 100,000
 * rows. A sheet in which it found none is not looked through again until a mutation may have brought one, and rows that
 * are still to be written are left unwritten: only texts of records come there.
 */
export class QuickFormulaData extends FormulaDataModel {
  private readonly withoutFormulas = new WeakSet<Worksheet>();

  constructor(
    private readonly instances: IUniverInstanceService,
    lexer: LexerTreeBuilder,
    commands: ICommandService,
  ) {
    super(instances, lexer);
    this.disposeWithMe(commands.onCommandExecuted(({ id, params }) => this.forget(id, params)));
  }

  override getFormulaData(): IFormulaData {
    const data: IFormulaData = {};
    for (const workbook of this.instances.getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)) {
      const unitId = workbook.getUnitId();
      data[unitId] = Object.fromEntries(
        workbook.getSheets().map((sheet) => [sheet.getSheetId(), this.formulasOf(unitId, sheet)]),
      );
    }
    return data;
  }

  override getSheetFormulaData(unitId: string, sheetId: string): Nullable<Formulas> {
    const sheet = this.sheet(unitId, sheetId);
    return sheet ? this.formulasOf(unitId, sheet) : {};
  }

  override updateFormulaData(
    unitId: string,
    sheetId: string,
    cells: Cells,
  ): IObjectMatrixPrimitiveType<IFormulaDataItem | null> {
    const sheet = this.sheet(unitId, sheetId);
    if (sheet && this.withoutFormulas.has(sheet) && !holdsFormula(cells)) return {};
    return super.updateFormulaData(unitId, sheetId, cells);
  }

  private formulasOf(unitId: string, sheet: Worksheet): Formulas {
    if (this.withoutFormulas.has(sheet)) return {};
    const found = asTheyAre(() => super.getSheetFormulaData(unitId, sheet.getSheetId())) ?? {};
    if (Object.keys(found).length === 0) this.withoutFormulas.add(sheet);
    return found;
  }

  private sheet(unitId: string, sheetId: string): Nullable<Worksheet> {
    return this.instances.getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET)?.getSheetBySheetId(sheetId);
  }

  private forget(id: string, params: object | undefined): void {
    if (!id.startsWith('sheet.mutation.') || BRINGS_NONE.test(id)) return;
    if (!params || !('unitId' in params)) return;
    if (id === SetRangeValuesMutation.id && (!('cellValue' in params) || !holdsFormula(params.cellValue))) return;
    const workbook = this.instances.getUnit<Workbook>(String(params.unitId), UniverInstanceType.UNIVER_SHEET);
    for (const sheet of workbook?.getSheets() ?? []) this.withoutFormulas.delete(sheet);
  }
}

/** Whether one of these cells is or shares a formula; `cells` as a mutation has them. */
function holdsFormula(cells: unknown): boolean {
  for (const row of valuesOf(cells))
    for (const cell of valuesOf(row))
      if (cell && typeof cell === 'object' && (('f' in cell && cell.f) || ('si' in cell && cell.si))) return true;
  return false;
}

function valuesOf(value: unknown): readonly unknown[] {
  return value && typeof value === 'object' ? Object.values(value) : [];
}

setDependencies(QuickFormulaData, [IUniverInstanceService, LexerTreeBuilder, ICommandService]);

/** Puts it in the place of Univer's own; before anything asks for that. */
export function lookForFormulasOnce(injector: Injector): void {
  if (injector.has(FormulaDataModel)) injector.replace([FormulaDataModel, { useClass: QuickFormulaData }]);
}
