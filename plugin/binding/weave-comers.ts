/** People who come in between: the row that the first of them goes to as the sheet stands, and who they are. */
export interface Comers {
  readonly row: number;
  readonly ids: readonly string[];
}

/**
 * Where people without a row go so that each stands after the one before them in the records' order: right after, where
 * that is a neighbour of theirs, else after all who come before them, since a clerk's rows may stand in another order.
 * Those who come after the last row are left out: there is room for them.
 * @param order All records in their order.
 * @param rowOf The row of a record, as the sheet stands.
 * @param isComing Whether a record without a row is to get one.
 * @param placeOf The village of a record, by which neighbours are known.
 * @param last The last row that somebody stands in; above `first` when there is nobody.
 * @param first The first row of the body.
 * @returns From the first row to the last.
 */
export function comersBetween(
  order: Iterable<string>,
  rowOf: (id: string) => number | undefined,
  isComing: (id: string) => boolean,
  placeOf: (id: string) => string,
  last: number,
  first: number,
): Comers[] {
  const groups = new Map<number, string[]>();
  let before: { readonly id: string; readonly row: number } | null = null;
  let lowest = first - 1;
  for (const id of order) {
    const row = rowOf(id);
    if (row !== undefined) {
      before = { id, row };
      lowest = Math.max(lowest, row);
    } else if (isComing(id)) {
      const at: number = before !== null && placeOf(before.id) === placeOf(id) ? before.row : lowest;
      if (at >= last) continue;
      const group = groups.get(at + 1) ?? [];
      group.push(id);
      groups.set(at + 1, group);
    }
  }
  return [...groups].map(([row, ids]) => ({ row, ids })).sort((a, b) => a.row - b.row);
}

/** The row that a row becomes when all of them are in. */
export function rowWith(row: number, comers: readonly Comers[]): number {
  return comers.reduce((at, group) => (group.row <= row ? at + group.ids.length : at), row);
}

/** Where they stand when all of them are in: record → row. */
export function seatsOf(comers: readonly Comers[]): Map<string, number> {
  const seats = new Map<string, number>();
  let shift = 0;
  for (const { row, ids } of comers) {
    for (const [at, id] of ids.entries()) seats.set(id, row + shift + at);
    shift += ids.length;
  }
  return seats;
}
