import { Disposable, type ICommandService, type IDisposable, type Nullable } from '@univerjs/core';
import type { ISheetLocationBase, SheetsSelectionsService } from '@univerjs/sheets';
import type { CellPopupManagerService, HoverManagerService, IEditorBridgeService } from '@univerjs/sheets-ui';
import type { ILayoutService } from '@univerjs/ui';
import { debounceTime, merge } from 'rxjs';
import type { BindingService } from '../binding/binding.service.ts';
import { OpenPickerId } from '../picker/picker-ids.ts';
import { ISSUE_CARD } from './IssueCard.tsx';
import { issuesAt } from './issues-at.ts';

const EDITOR = 'sheet.operation.set-cell-edit-visible';
const LIST = 'sheet.operation.show-data-validation-dropdown';

/** The services that the card is shown with. */
export interface AlertServices {
  readonly binding: BindingService;
  readonly commands: ICommandService;
  readonly hover: HoverManagerService;
  readonly selections: SheetsSelectionsService;
  readonly popups: CellPopupManagerService;
  readonly editor: IEditorBridgeService;
  readonly layout: ILayoutService;
}

/** Shows reason and remedy beside a marked cell, under the mouse and at the selected cell; never over a list or the editor. */
export class AlertController extends Disposable {
  private shown: { readonly at: ISheetLocationBase; readonly popup: IDisposable; readonly focus: boolean } | null =
    null;
  /** Whatever is open at the cell keeps the card away until another cell is selected. */
  private covered = false;

  constructor(private readonly services: AlertServices) {
    super();
    const { binding, commands, hover, selections } = services;
    this.disposeWithMe(hover.currentCell$.pipe(debounceTime(80)).subscribe((cell) => this.show(cell?.location)));
    // By hand, by keyboard, and by a panel that goes to a cell.
    const moved$ = merge(selections.selectionMoveEnd$, selections.selectionSet$);
    this.disposeWithMe(
      moved$.pipe(debounceTime(120)).subscribe((list) => {
        this.covered = false;
        this.show(binding.locate(list));
      }),
    );
    this.disposeWithMe(
      commands.beforeCommandExecuted((info) => {
        if (info.id !== LIST && info.id !== OpenPickerId && info.id !== EDITOR) return;
        this.covered = info.id !== EDITOR;
        this.hide();
      }),
    );
    // The card's words are those of the moment it was opened; after an edit it opens anew, or not.
    this.disposeWithMe(binding.changed$.subscribe(() => this.hide()));
    // The next person's form: the card of the one before goes, that of the cell as it now is comes.
    this.disposeWithMe(
      binding.pointed$.subscribe(() => {
        this.hide();
        this.show(binding.locate(selections.getCurrentSelections()));
      }),
    );
    this.disposeWithMe({ dispose: () => this.hide() });
  }

  /** Opens the remedies of the selected cell for the keyboard; `false` where nothing is wrong. */
  openFixes(): boolean {
    const { binding, selections } = this.services;
    const at = binding.locate(selections.getCurrentSelections());
    if (!at || issuesAt(binding, at).length === 0) return false;
    this.open(at, true);
    return true;
  }

  private show(at: Nullable<ISheetLocationBase>): void {
    const { binding, editor } = this.services;
    if (this.shown?.focus) return;
    if (!at || this.covered || editor.isVisible().visible || issuesAt(binding, at).length === 0) {
      this.hide();
      return;
    }
    if (this.shown && this.shown.at.row === at.row && this.shown.at.col === at.col) return;
    this.open(at, false);
  }

  private open(at: ISheetLocationBase, focus: boolean): void {
    this.hide();
    const { unitId, subUnitId, row, col } = at;
    const onDone = (): void => {
      this.hide();
      this.services.layout.focus();
    };
    const cellWidth = this.widthOf(at);
    const extraProps = { unitId, subUnitId, row, col, cellWidth, focus, onDone };
    const popup = this.services.popups.showPopup(at, { componentKey: ISSUE_CARD, priority: 1, extraProps });
    this.shown = { at, popup, focus };
  }

  private widthOf({ unitId, subUnitId, row, col }: ISheetLocationBase): number {
    const worksheet = this.services.binding.bench(unitId)?.workbook.getSheetBySheetId(subUnitId);
    if (!worksheet) return 0;
    const { startColumn, endColumn } = worksheet.getMergedCell(row, col) ?? { startColumn: col, endColumn: col };
    let width = 0;
    for (let column = startColumn; column <= endColumn; column++) width += worksheet.getColumnWidth(column);
    return width * worksheet.getZoomRatio();
  }

  private hide(): void {
    this.shown?.popup.dispose();
    this.shown = null;
  }
}
