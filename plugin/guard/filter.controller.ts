import { Disposable, type ICommandInfo, type ICommandService, type IRange } from '@univerjs/core';
import type { BindingService } from '../binding/binding.service.ts';
import { BoundTable } from '../binding/bound-table.ts';

const SET_RANGE = 'sheet.command.set-filter-range';

interface Asked {
  readonly unitId?: string;
  readonly subUnitId?: string;
  range?: IRange;
}

/**
 * A filter on a bound table always has its arrows in the table's header and reaches from there over all people, the
 * clerk's own columns too. Left to itself the sheet would put them into the title and hide the header with the first row.
 */
export class FilterController extends Disposable {
  constructor(
    commands: ICommandService,
    private readonly binding: BindingService,
  ) {
    super();
    this.disposeWithMe(commands.beforeCommandExecuted((info) => this.before(info)));
  }

  private before(info: ICommandInfo<Asked>): void {
    const { params } = info;
    if (info.id !== SET_RANGE || !params?.range || !params.unitId || !params.subUnitId) return;
    const table = this.binding.sheet(params.unitId, params.subUnitId);
    if (!(table instanceof BoundTable) || params.range.startColumn > table.sheet.reach) return;
    const { headerRow, idColumn, reach } = table.sheet;
    params.range = {
      startRow: headerRow,
      endRow: Math.max(table.map.lastRow, headerRow + 1),
      startColumn: idColumn,
      endColumn: reach,
    };
  }
}
