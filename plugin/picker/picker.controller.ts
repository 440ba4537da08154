import { CellValueType, CommandType, Disposable, type ICommandService, type IDisposable } from '@univerjs/core';
import { type ISheetLocationBase, SetRangeValuesCommand, type SheetsSelectionsService } from '@univerjs/sheets';
import type { CellPopupManagerService } from '@univerjs/sheets-ui';
import type { ComponentManager, ILayoutService } from '@univerjs/ui';
import { merge } from 'rxjs';
import type { BindingService } from '../binding/binding.service.ts';
import { cellText } from '../binding/cell-text.ts';
import { CELL_PICKER, CellPicker } from './CellPicker.tsx';
import { pickedAt } from './picked-at.ts';
import { OpenPickerId } from './picker-ids.ts';

/** The services that a picker is shown with. */
export interface PickerServices {
  readonly binding: BindingService;
  readonly commands: ICommandService;
  readonly selections: SheetsSelectionsService;
  readonly popups: CellPopupManagerService;
  readonly components: ComponentManager;
  readonly layout: ILayoutService;
  readonly editable: (unitId: string) => boolean;
}

/** Opens the picker of months or days at the selected cell; what is taken is written as if it had been typed. */
export class PickerController extends Disposable {
  private popup: IDisposable | null = null;

  constructor(private readonly services: PickerServices) {
    super();
    const { commands, components, selections, binding } = services;
    this.disposeWithMe(components.register(CELL_PICKER, CellPicker));
    this.disposeWithMe(
      commands.registerCommand({ id: OpenPickerId, type: CommandType.OPERATION, handler: () => this.open() }),
    );
    // It is about the cell and the text it was opened for.
    const { selectionMoveEnd$, selectionSet$ } = selections;
    const gone$ = merge(selectionMoveEnd$, selectionSet$, binding.changed$, binding.pointed$);
    this.disposeWithMe(gone$.subscribe(() => this.hide()));
    this.disposeWithMe({ dispose: () => this.hide() });
  }

  private open(): boolean {
    const { binding, selections, popups, editable } = this.services;
    const at = binding.locate(selections.getCurrentSelections());
    const bench = at && binding.bench(at.unitId);
    const spelling = at && pickedAt(binding, at);
    if (!at || !bench || !spelling) return false;
    this.hide();
    if (!editable(at.unitId)) {
      binding.locked$.next(at.unitId);
      return true;
    }
    const sheet = bench.workbook.getSheetBySheetId(at.subUnitId);
    const extraProps = {
      unitId: at.unitId,
      spelling,
      text: cellText(sheet?.getCellRaw(at.row, at.col), bench.workbook.getStyles()),
      asOf: String(bench.store.settings['asOf'] ?? ''),
      onTake: (text: string) => this.take(at, text),
      onLeave: () => this.leave(),
    };
    this.popup = popups.showPopup(at, {
      componentKey: CELL_PICKER,
      priority: 2,
      onClickOutside: () => this.hide(),
      extraProps,
    });
    return true;
  }

  private take({ unitId, subUnitId, row, col }: ISheetLocationBase, text: string): void {
    this.leave();
    const { commands, editable, binding } = this.services;
    if (!editable(unitId)) {
      binding.locked$.next(unitId);
      return;
    }
    const range = { startRow: row, endRow: row, startColumn: col, endColumn: col };
    const value = { v: text, t: CellValueType.STRING, p: null, f: null, si: null };
    commands.syncExecuteCommand(SetRangeValuesCommand.id, { unitId, subUnitId, range, value });
  }

  private leave(): void {
    this.hide();
    this.services.layout.focus();
  }

  private hide(): void {
    this.popup?.dispose();
    this.popup = null;
  }
}
