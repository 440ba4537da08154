import {
  CustomCommandExecutionError,
  Disposable,
  type ICommandInfo,
  type ICommandService,
  type IRange,
  type Nullable,
} from '@univerjs/core';
import type { SheetsSelectionsService } from '@univerjs/sheets';
import { Subject } from 'rxjs';
import type { BindingService } from '../binding/binding.service.ts';
import type { BoundTable } from '../binding/bound-table.ts';
import type { Locale } from '../locale/locale.ts';

const EDITOR_OPENS = 'sheet.operation.set-cell-edit-visible';
const COLUMN_COMMANDS =
  /^sheet\.command\.(insert-col-by-range|insert-col|remove-col|remove-col-by-range|move-cols|insert-range-move-right|delete-range-move-left)/;
const ROW_COMMANDS = /^sheet\.command\.(insert-row-by-range|insert-row|remove-row|remove-row-by-range|move-rows)$/;
const SHEET_COMMANDS = /^sheet\.command\.(remove-sheet|remove-sheet-confirm|set-worksheet-name|set-worksheet-hidden)$/;

interface Where {
  readonly unitId?: string;
  readonly subUnitId?: string;
  readonly range?: IRange | readonly IRange[];
  readonly fromRange?: IRange;
  readonly visible?: boolean;
}

/**
 * Keeps title, header and 序号 as the template has them. Before a command that would change them runs, it is stopped
 * with the reason; what reaches the cells all the same (paste over the header) is put back by `restoreHeader`.
 */
export class GuardController extends Disposable {
  /** The reasons, for whoever shows messages. */
  readonly refused$ = new Subject<string>();

  constructor(
    commands: ICommandService,
    private readonly binding: BindingService,
    private readonly selections: SheetsSelectionsService,
    private readonly locale: Locale,
  ) {
    super();
    this.disposeWithMe(
      commands.beforeCommandExecuted((info, options) => {
        if (options?.['fromMingce'] !== true) this.check(info);
      }),
    );
    this.disposeWithMe({ dispose: () => this.refused$.complete() });
  }

  private check(info: ICommandInfo): void {
    if (info.id !== EDITOR_OPENS && !info.id.startsWith('sheet.command.')) return;
    const params: Where = info.params ?? {};
    const table = this.tableFor(params);
    if (!table) return;
    const reason = this.reason(info.id, params, table);
    if (reason === null) return;
    this.refused$.next(reason);
    throw new CustomCommandExecutionError(reason);
  }

  private tableFor(params: Where): BoundTable | undefined {
    const range = this.selections.getCurrentLastSelection()?.range;
    const unitId = params.unitId ?? range?.unitId;
    const subUnitId = params.subUnitId ?? range?.sheetId;
    if (unitId && subUnitId) return this.binding.table(unitId, subUnitId);
    return this.binding.current();
  }

  private reason(id: string, params: Where, table: BoundTable): string | null {
    const { guard } = this.locale;
    if (SHEET_COMMANDS.test(id)) return guard.sheet;
    const range = firstRange(params) ?? this.selections.getCurrentLastSelection()?.range;
    if (!range) return null;
    if (id === EDITOR_OPENS) {
      if (params.visible !== true) return null;
      const cell = this.selections.getCurrentLastSelection()?.primary;
      if (!cell) return null;
      if (cell.actualRow < table.sheet.firstRow && cell.actualColumn <= table.lastColumn) return guard.header;
      return cell.actualColumn === table.sheet.sequenceColumn ? guard.sequence : null;
    }
    if (COLUMN_COMMANDS.test(id) && range.startColumn <= table.lastColumn) return guard.columns;
    if (ROW_COMMANDS.test(id) && range.startRow < table.sheet.firstRow) return guard.headerRows;
    return null;
  }
}

function firstRange(params: Where): Nullable<IRange> {
  if (params.fromRange) return params.fromRange;
  const { range } = params;
  if (!range) return null;
  return isRange(range) ? range : (range[0] ?? null);
}

function isRange(range: IRange | readonly IRange[]): range is IRange {
  return !Array.isArray(range);
}
