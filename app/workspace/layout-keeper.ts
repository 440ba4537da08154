import { ICommandService, type Injector, IResourceLoaderService, type IWorkbookData } from '@univerjs/core';
import { layoutOf, type OpenWorkbook } from '../../plugin/index.ts';

/** Changes that are records, or only for the eye: they never make the stored layout old. */
const NO_LAYOUT = /^(mingce\.|formula\.|doc\.|ui\.|sheet\.operation|sheet\.mutation\.(set-filter|re-calc|mark-dirty))/;
/** No change of the workbook by Univer's count, but kept with the sheet. */
const ZOOM = 'sheet.operation.set-zoom-ratio';
/** Quiet time before a layout is taken: taking one clones the whole workbook. In milliseconds. */
const QUIET = 600;

/**
 * Notices changes of looks, sizes, free cells and sheets and hands the layout over once the clerk pauses. Texts typed
 * into bound cells are records and do not count.
 */
export class LayoutKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly stop: { dispose(): void };
  private readonly loader: IResourceLoaderService;

  constructor(
    injector: Injector,
    private readonly open: OpenWorkbook,
    private readonly store: (layout: IWorkbookData) => void,
  ) {
    this.loader = injector.get(IResourceLoaderService);
    this.stop = injector.get(ICommandService).onCommandExecuted((info, options) => {
      if (!isOfLayout(info.id) || options?.['fromFormula'] === true) return;
      if (options?.['fromMingce'] === true && options['keepsLayout'] !== true) return;
      if (this.isBoundText(info.id, info.params)) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.take(), QUIET);
    });
  }

  private isBoundText(id: string, params: object | undefined): boolean {
    if (id !== 'sheet.mutation.set-range-values' || !params || !('subUnitId' in params)) return false;
    const sheet = this.open.bench.sheets.get(String(params.subUnitId));
    if (!sheet || !('cellValue' in params) || !params.cellValue) return false;
    // The cell editor sends the cell's look along with what was typed: it counts only where it is not the table's own.
    const typed = 'trigger' in params && params.trigger === 'sheet.command.set-range-values';
    return Object.entries(params.cellValue).every(([row, cells]) =>
      Object.entries(cells ?? {}).every(([column, cell]) => {
        const look = !isPlain(cell);
        return (!look || typed) && sheet.isRecordText(Number(row), Number(column), look);
      }),
    );
  }

  /** Hands over at once what is waiting. */
  flush(): void {
    if (this.timer !== undefined) this.take();
  }

  private take(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const saved = this.loader.saveUnit<IWorkbookData>(this.open.workbook.getUnitId());
    if (saved) this.store(layoutOf(saved, this.open.bench));
  }

  dispose(): void {
    this.flush();
    this.stop.dispose();
  }
}

/** A cell that was written without a look of its own. */
function isPlain(cell: unknown): boolean {
  return !cell || (typeof cell === 'object' && (!('s' in cell) || cell.s === null || cell.s === undefined));
}

function isOfLayout(id: string): boolean {
  return id === ZOOM || (id.includes('.mutation.') && !NO_LAYOUT.test(id));
}
