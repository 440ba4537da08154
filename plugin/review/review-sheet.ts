import type { RecordStore, StoreChange } from '../../records/store.contract.ts';
import type { MatrixBinding } from '../../sheets-templates/matrix-binding.ts';
import { BoundCells, type CellsSheet } from '../binding/bound-cells.ts';
import { columnIndex } from '../binding/columns.ts';
import { colourAt } from './colour-scale.ts';
import type { ReviewModel } from './review-model.ts';

const ACTIVATED = 'sheet.operation.set-worksheet-active';

/**
 * 季度评议 as a sheet. While another tab is in front it only remembers that it is out of date, so that typing in the
 * roster costs nothing here; it is written when it comes to the front.
 */
export class ReviewSheet extends BoundCells<ReviewModel> {
  private stale = true;
  private readonly scaled: ReadonlySet<number>;

  constructor(
    sheet: CellsSheet,
    store: RecordStore,
    model: ReviewModel,
    private readonly binding: MatrixBinding,
  ) {
    super(sheet, store, model);
    this.scaled = new Set(binding.scale?.columns.map(columnIndex));
  }

  private get inFront(): boolean {
    return this.sheet.workbook.getActiveSheet()?.getSheetId() === this.subUnitId;
  }

  override note(id: string, params: object): void {
    if (id === ACTIVATED && this.stale) {
      this.stale = false;
      this.refresh();
    } else super.note(id, params);
  }

  override follow(change: StoreChange): void {
    if (this.inFront) {
      super.follow(change);
      return;
    }
    this.model.follow(change);
    this.stale = true;
  }

  /** The colour behind a score, `#F8696B`; `null` where there is none. */
  scaleAt(row: number, column: number): string | null {
    const { scale } = this.binding;
    if (!scale || !this.scaled.has(column) || row < this.binding.sampleRow - 1) return null;
    const { text, site } = this.model.at(row, column);
    // What is no score is marked as wrong, and counts in no average.
    const issues = site ? this.store.issuesOf(site.entity, site.record) : [];
    if (issues.some(({ field, severity }) => field === site?.field && severity === 'error')) return null;
    const score = text === '' ? Number.NaN : Number(text);
    return Number.isFinite(score) ? colourAt(scale.points, score) : null;
  }
}
