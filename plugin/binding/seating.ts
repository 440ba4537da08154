import type { RecordStore } from '../../records/store.contract.ts';
import type { Gaps } from './gaps.ts';
import type { RowMap } from './row-map.ts';
import type { TableSheet } from './table-sheet.ts';

/** Gives rows to records that come without one. */
export class Seating {
  private given = false;
  /** Rows that were made for somebody. */
  private reserved: ReadonlyMap<string, number> = new Map();

  constructor(
    private readonly map: RowMap,
    private readonly sheet: TableSheet,
  ) {}

  /** Keeps rows for these records, until `takeGiven`. */
  reserve(seats: ReadonlyMap<string, number>): void {
    this.reserved = seats;
  }

  /**
   * The row kept for the record, else a free one where it stood, else the first one below the last person that nobody's
   * texts stand in.
   */
  give(id: string, gaps: Gaps | null = null): number {
    const gap = this.reserved.has(id) ? null : (gaps?.before(id) ?? null);
    if (gap !== null && this.isBlank(gap)) {
      this.map.set(gap, id);
      return gap;
    }
    let row = this.reserved.get(id) ?? this.map.lastRow + 1;
    this.sheet.ensureRows(row);
    while (!this.reserved.has(id) && Object.values(this.sheet.readOwn(row)).some((text) => text !== ''))
      this.sheet.ensureRows(++row);
    this.map.set(row, id);
    this.given = true;
    return row;
  }

  private isBlank(row: number): boolean {
    const texts = [...Object.values(this.sheet.readRow(row)), ...Object.values(this.sheet.readOwn(row))];
    return texts.every((text) => text === '');
  }

  /** Whether rows were given since last asked. */
  takeGiven(): boolean {
    const { given } = this;
    this.given = false;
    this.reserved = new Map();
    return given;
  }
}

/** Many that come at once (a merge) get their rows in the order of the records, not of the patch. */
export function inOrder(
  ids: ReadonlySet<string>,
  { store, entity }: { readonly store: RecordStore; readonly entity: string },
): Iterable<string> {
  if (ids.size < 2) return ids;
  const known = store.ids(entity).filter((id) => ids.has(id));
  const gone = [...ids].filter((id) => store.get(entity, id) === undefined);
  return [...known, ...gone];
}
