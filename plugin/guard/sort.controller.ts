import {
  CustomCommandExecutionError,
  Disposable,
  type ICommandInfo,
  type ICommandService,
  type IConfirmService,
  type IRange,
  toDisposable,
} from '@univerjs/core';
import { SetSelectionsOperation, type SheetsSelectionsService } from '@univerjs/sheets';
import type { BindingService } from '../binding/binding.service.ts';
import type { BoundTable } from '../binding/bound-table.ts';

const SORT = 'sheet.command.sort-range';
const DIRECT = /^sheet\.command\.sort-range-(asc|desc)(-ext)?(-ctx)?$/;
/** Univer asks whether to take the rows around along: that would be title and header, which cannot be sorted. */
const ASKS = 'extend-sort-range-dialog';
const CUSTOM = /^sheet\.command\.sort-range-custom(-ctx)?$/;

interface Question {
  readonly id: string;
  readonly visible?: boolean;
  readonly onConfirm: () => void;
}

/**
 * Sorting a bound table always moves whole people. Left to itself the sheet would sort the selected column alone, which
 * gives everybody somebody else's name, or would take title and header along and refuse because of their merges.
 */
export class SortController extends Disposable {
  constructor(
    private readonly commands: ICommandService,
    private readonly binding: BindingService,
    private readonly selections: SheetsSelectionsService,
    confirms: IConfirmService,
  ) {
    super();
    const answers = confirms.confirmOptions$.subscribe((asked) => {
      for (const question of asked)
        if (isQuestion(question) && this.answers(question)) queueMicrotask(question.onConfirm);
    });
    this.disposeWithMe(toDisposable(() => answers.unsubscribe()));
    this.disposeWithMe(commands.beforeCommandExecuted((info) => this.before(info)));
  }

  /** «Stay with the selection» is what stands ticked. */
  private answers({ id, visible }: Question): boolean {
    const table = id === ASKS && visible !== false ? this.binding.current() : undefined;
    return table !== undefined && this.touches(table);
  }

  private before(info: ICommandInfo): void {
    if (!info.id.startsWith(SORT)) return;
    const table = this.binding.current();
    if (!table || table.map.size === 0) return;
    const direct = DIRECT.exec(info.id);
    if (direct) {
      const column = this.selections.getCurrentLastSelection()?.primary?.actualColumn;
      if (column === undefined || !this.touches(table)) return;
      void this.sort(table, column, direct[1] === 'desc');
      throw new CustomCommandExecutionError('sorted as whole rows');
    }
    if (CUSTOM.test(info.id) && this.touches(table)) this.select(table);
    else if (info.id === SORT && info.params && 'range' in info.params) {
      // Whoever asks, with whatever range: rows are people.
      const params: { range?: unknown; hasTitle?: boolean } = info.params;
      if (!isRange(params.range) || params.range.endRow < table.sheet.firstRow) return;
      if (params.range.startRow < table.sheet.firstRow) params.hasTitle = false;
      params.range = this.body(table, params.range);
    }
  }

  private sort(table: BoundTable, column: number, descending: boolean): Promise<boolean> {
    const { unitId, subUnitId } = table.sheet;
    const orderRules = [{ type: descending ? 'desc' : 'asc', colIndex: column }];
    return this.commands.executeCommand(SORT, {
      unitId,
      subUnitId,
      range: this.body(table),
      orderRules,
      hasTitle: false,
    });
  }

  /** Whether the selection meets the table at all; a clerk's own list beside it is sorted as usual. */
  private touches(table: BoundTable): boolean {
    const range = this.selections.getCurrentLastSelection()?.range;
    return !!range && range.startColumn <= table.lastColumn && range.endColumn >= table.firstColumn;
  }

  /** The people's rows over the full width of the sheet, so that notes beside the table go with them. */
  private body(table: BoundTable, within?: IRange): IRange {
    const { firstRow, worksheet } = table.sheet;
    return {
      startRow: Math.max(firstRow, within?.startRow ?? firstRow),
      endRow: Math.min(table.map.lastRow, within?.endRow ?? table.map.lastRow),
      startColumn: 0,
      endColumn: worksheet.getColumnCount() - 1,
    };
  }

  private select(table: BoundTable): void {
    const { unitId, subUnitId } = table.sheet;
    // With the header, whose texts then name the columns; it stays where it is.
    const startRow = table.sheet.headerRow;
    const range = { ...this.body(table), startRow, endColumn: table.lastColumn, unitId, sheetId: subUnitId };
    const primary = {
      ...range,
      actualRow: range.startRow,
      actualColumn: range.startColumn,
      isMerged: false,
      isMergedMainCell: false,
    };
    const selections = [{ range, primary, style: null }];
    this.commands.syncExecuteCommand(SetSelectionsOperation.id, { unitId, subUnitId, selections });
  }
}

function isRange(value: unknown): value is IRange {
  return typeof value === 'object' && value !== null && 'startRow' in value && 'endRow' in value;
}

function isQuestion(asked: unknown): asked is Question {
  return typeof asked === 'object' && asked !== null && 'id' in asked && 'onConfirm' in asked;
}
