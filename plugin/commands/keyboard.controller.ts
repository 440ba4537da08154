import { CommandType, Disposable, type ICommandService } from '@univerjs/core';
import type { SheetsSelectionsService } from '@univerjs/sheets';
import { whenSheetEditorFocused } from '@univerjs/sheets-ui';
import { type IShortcutService, KeyCode, MetaKeys } from '@univerjs/ui';
import type { BindingService } from '../binding/binding.service.ts';
import { primaryCell } from '../binding/primary-cell.ts';
import {
  NextProblemCommandId,
  OpenFixesCommandId,
  PreviousProblemCommandId,
  SearchPersonCommandId,
} from '../panels/panel-ids.tsx';
import { goToCell } from './go-to-field.ts';

/** What keys open beside the sheet. */
export interface KeyTargets {
  /** The list of choices of the selected cell. */
  readonly openChoices: () => boolean;
  /** The remedies of the selected cell. */
  readonly openFixes: () => boolean;
  readonly openSearch: () => void;
  /** Nothing is wrong anywhere. */
  readonly noProblems: () => void;
}

/** The keys: F8 and Shift+F8 next and previous problem, Alt+Enter remedies, Alt+↓ choices, Ctrl+Shift+F search. */
export class KeyboardController extends Disposable {
  constructor(
    private readonly commands: ICommandService,
    private readonly shortcuts: IShortcutService,
    private readonly selections: SheetsSelectionsService,
    private readonly binding: BindingService,
    private readonly targets: KeyTargets,
  ) {
    super();
    this.add('mingce.command.open-choices', MetaKeys.ALT | KeyCode.ARROW_DOWN, targets.openChoices);
    this.add(OpenFixesCommandId, MetaKeys.ALT | KeyCode.ENTER, targets.openFixes);
    this.add(NextProblemCommandId, KeyCode.F8, () => this.step(1));
    this.add(PreviousProblemCommandId, MetaKeys.SHIFT | KeyCode.F8, () => this.step(-1));
    this.add(SearchPersonCommandId, MetaKeys.CTRL_COMMAND | MetaKeys.SHIFT | KeyCode.F, () => {
      targets.openSearch();
      return true;
    });
  }

  private add(id: string, binding: number, handler: () => boolean): void {
    this.disposeWithMe(this.commands.registerCommand({ id, type: CommandType.OPERATION, handler }));
    this.disposeWithMe(this.shortcuts.registerShortcut({ id, binding, preconditions: whenSheetEditorFocused }));
  }

  private step(by: 1 | -1): boolean {
    const sheet = this.binding.front();
    const bench = sheet && this.binding.bench(sheet.unitId);
    if (!sheet || !bench) return false;
    const cell = this.selections.getCurrentLastSelection()?.primary;
    const from = cell ? primaryCell(cell) : { row: 0, column: 0 };
    const next = sheet.nextProblem(from, by);
    if (next === null) this.targets.noProblems();
    else goToCell(this.commands, bench, sheet, next);
    return true;
  }
}
