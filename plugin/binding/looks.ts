import type {
  ICellData,
  ICommandService,
  IObjectMatrixPrimitiveType,
  IStyleData,
  Nullable,
  Workbook,
  Worksheet,
} from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { OWN_WRITE } from './own-write.ts';

/** The styles that a template gives its cells, as they stand in the workbook's table of styles. */
export interface TemplateLooks {
  /** By column, of every body row. */
  readonly body: ReadonlyMap<number, ICellData['s']>;
  /** By row and column, above the body. */
  readonly head: readonly ReadonlyMap<number, ICellData['s']>[];
}

/** Styles to be set, as the params of the mutation that sets them. */
export type Looks = Readonly<{ unitId: string; subUnitId: string; cellValue: IObjectMatrixPrimitiveType<ICellData> }>;

/** Keeps the looks of a bound sheet as the template has them, but for the colours that a clerk gives. */
export class TableLooks {
  constructor(
    private readonly commands: ICommandService,
    private readonly workbook: Workbook,
    private readonly worksheet: Worksheet,
    private readonly template: TemplateLooks,
  ) {}

  /**
   * Gives pasted cells the table's fonts, borders and alignment back; colours stay.
   * @returns What was set, or `null` when everything looked right.
   */
  restore(rows: Iterable<number>): Looks | null {
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (const row of rows) {
      for (const column of this.template.body.keys()) {
        const { want, have } = this.at(row, column);
        const change = want ? lookChange(want, have ?? {}) : null;
        if (change) cellValue[row] = { ...cellValue[row], [column]: { s: change } };
      }
    }
    if (Object.keys(cellValue).length === 0) return null;
    const looks = { unitId: this.workbook.getUnitId(), subUnitId: this.worksheet.getSheetId(), cellValue };
    this.commands.syncExecuteCommand(SetRangeValuesMutation.id, looks, OWN_WRITE);
    return looks;
  }

  /** Whether a cell looks as the template has it, colours included. */
  isOwn(row: number, column: number): boolean {
    const { want, have } = this.at(row, column);
    return !!want && !!have && !have.bg && !have.cl === !want.cl && lookChange(want, have) === null;
  }

  private at(row: number, column: number): { want: Nullable<IStyleData>; have: Nullable<IStyleData> } {
    const styles = this.workbook.getStyles();
    const { body, head } = this.template;
    const want = styles.get((row < head.length ? head[row] : body)?.get(column));
    return { want, have: styles.getStyleByCell(this.worksheet.getCellMatrix().getValue(row, column)) };
  }
}

/** Colours are the clerk's; everything else of a look is the table's. */
const CLERKS: ReadonlySet<string> = new Set(['bg', 'cl']);

/** What turns one look into another, `null` for «take it away»; `null` when nothing does. */
function lookChange(want: IStyleData, have: IStyleData): IStyleData | null {
  const change: Record<string, unknown> = {};
  const wanted = new Map(Object.entries(want));
  const found = new Map(Object.entries(have));
  for (const key of new Set([...wanted.keys(), ...found.keys()])) {
    if (CLERKS.has(key)) continue;
    const value = wanted.get(key) ?? null;
    if (JSON.stringify(value) !== JSON.stringify(found.get(key) ?? null)) change[key] = value;
  }
  return Object.keys(change).length === 0 ? null : change;
}
