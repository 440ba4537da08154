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
import type { BoundSheet, Lock, SheetAction } from '../binding/bound-sheet.ts';
import { primaryCell } from '../binding/primary-cell.ts';
import type { Locale } from '../locale/locale.ts';

const EDITOR_OPENS = 'sheet.operation.set-cell-edit-visible';
const ACTIONS: readonly (readonly [pattern: RegExp, action: SheetAction])[] = [
  [
    /^sheet\.command\.(insert-col-by-range|insert-col|remove-col|remove-col-by-range|move-cols|insert-range-move-right|delete-range-move-left)/,
    'columns',
  ],
  [
    /^sheet\.command\.(insert-row-by-range|insert-row|remove-row|remove-row-by-range|move-rows|insert-range-move-down|delete-range-move-up)/,
    'rows',
  ],
  [
    /^sheet\.command\.(set-style|set-border|add-worksheet-merge|remove-worksheet-merge|apply-format-painter|clear-selection-format|paste-format)/,
    'look',
  ],
  [/^sheet\.command\.(sort-range|reorder-range)/, 'sort'],
  [/^sheet\.command\.(set-filter-range|smart-toggle-filter)/, 'filter'],
];
/** Univer's 文本转数字: it would take the last three digits of an ID number. */
const TO_NUMBERS = 'sheet.command.text-to-number';
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
  /** Asked when an editor would open: whether the selected cell is opened in another way, and was. */
  divert: (() => boolean) | null = null;

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
    const sheet = this.sheetFor(params);
    if (!sheet) return;
    if (info.id === EDITOR_OPENS && params.visible === true && this.divert?.() === true)
      throw new CustomCommandExecutionError('opened in another way');
    const lock = this.lock(info.id, params, sheet);
    if (lock === null) return;
    const reason = this.locale.guard[lock];
    this.refused$.next(reason);
    throw new CustomCommandExecutionError(reason);
  }

  private sheetFor(params: Where): BoundSheet | undefined {
    const range = this.selections.getCurrentLastSelection()?.range;
    const unitId = params.unitId ?? range?.unitId;
    const subUnitId = params.subUnitId ?? range?.sheetId;
    if (unitId && subUnitId) return this.binding.sheet(unitId, subUnitId);
    return this.binding.front();
  }

  private lock(id: string, params: Where, sheet: BoundSheet): Lock | null {
    if (SHEET_COMMANDS.test(id)) return 'sheet';
    const range = firstRange(params) ?? this.selections.getCurrentLastSelection()?.range;
    if (!range) return null;
    if (id === EDITOR_OPENS) {
      const cell = params.visible === true ? this.selections.getCurrentLastSelection()?.primary : undefined;
      if (!cell) return null;
      const { row, column } = primaryCell(cell);
      return sheet.lockAt(row, column);
    }
    if (id === TO_NUMBERS) return sheet.partAt(range.startRow, range.startColumn) === null ? null : 'digits';
    const action = ACTIONS.find(([pattern]) => pattern.test(id))?.[1];
    return action ? sheet.refuses(action, { row: range.startRow, column: range.startColumn }) : null;
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
