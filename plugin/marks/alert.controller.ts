import { Disposable, type Nullable } from '@univerjs/core';
import type { ISheetLocationBase, SheetsSelectionsService } from '@univerjs/sheets';
import { type CellAlertManagerService, CellAlertType, type HoverManagerService } from '@univerjs/sheets-ui';
import { debounceTime } from 'rxjs';
import type { Issue } from '../../records/types.ts';
import type { BindingService } from '../binding/binding.service.ts';
import type { Locale } from '../locale/locale.ts';

const KEY = 'MINGCE_ISSUE';
const TYPES = { error: CellAlertType.ERROR, warning: CellAlertType.WARNING, info: CellAlertType.INFO } as const;

/** Shows reason and remedy beside a marked cell, under the mouse and at the selected cell. */
export class AlertController extends Disposable {
  constructor(
    private readonly binding: BindingService,
    hover: HoverManagerService,
    selections: SheetsSelectionsService,
    private readonly alerts: CellAlertManagerService,
    private readonly locale: Locale,
  ) {
    super();
    this.disposeWithMe(hover.currentCell$.pipe(debounceTime(80)).subscribe((cell) => this.show(cell?.location)));
    this.disposeWithMe(
      selections.selectionMoveEnd$.pipe(debounceTime(120)).subscribe((list) => this.show(binding.locate(list))),
    );
  }

  private show(location: Nullable<ISheetLocationBase>): void {
    const issues = location ? this.issuesAt(location) : [];
    const first = issues[0];
    if (!location || !first) {
      this.alerts.removeAlert(KEY);
      return;
    }
    const current = this.alerts.currentAlert.get(KEY)?.alert.location;
    if (current && current.row === location.row && current.col === location.col) return;
    this.alerts.showAlert({
      type: TYPES[first.severity],
      title: this.locale.severity[first.severity],
      message: issues.map((i) => i.message).join('\n'),
      location,
      width: 260,
      height: 74,
      key: KEY,
    });
  }

  private issuesAt({ unitId, subUnitId, row, col }: ISheetLocationBase): readonly Issue[] {
    const table = this.binding.table(unitId, subUnitId);
    const id = table?.map.idAt(row);
    const field = table?.fieldAt(col);
    if (!table || !id || field === undefined) return [];
    return table.options.store.issuesOf(table.options.entity, id).filter((i) => i.field === field);
  }
}
