/**
 * Where the stored rows of a sheet go so that records without one find their place after the record before them.
 * @param order The records in their order.
 * @param standing Rows that carry a record in the stored layout.
 * @param taken Rows with anything in them, records or not.
 * @param first The first row of the body.
 * @returns The row of every record, and for every stored row from `first` on by how much it moves down.
 */
export function weaveRows(
  order: readonly string[],
  standing: ReadonlyMap<string, number>,
  taken: ReadonlySet<number>,
  first: number,
): { rows: Map<string, number>; shifts: readonly { from: number; by: number }[] } {
  const rows = new Map<string, number>();
  const shifts: { from: number; by: number }[] = [];
  let shift = 0;
  /** The last stored row that was passed, in stored numbers. */
  let passed = first - 1;
  let last = Math.max(first - 1, ...standing.values());
  for (const row of taken) last = Math.max(last, row);
  for (const id of order) {
    const row = standing.get(id);
    if (row !== undefined) {
      // A stored order that is not the records' order keeps its rows: the sheet shows what the clerk last saw.
      passed = Math.max(passed, row);
      rows.set(id, row);
      continue;
    }
    const next = passed + 1;
    if (next > last || !taken.has(next)) {
      passed = next;
      rows.set(id, next);
    } else {
      shifts.push({ from: next, by: ++shift });
      rows.set(id, next);
    }
    last = Math.max(last, next);
  }
  return { rows: settleRows(order, rows, standing, shifts), shifts };
}

/** How far a stored row moves down. */
export function shiftOf(row: number, shifts: readonly { from: number; by: number }[]): number {
  let by = 0;
  for (const s of shifts) if (row >= s.from) by = s.by;
  return by;
}

function settleRows(
  order: readonly string[],
  rows: ReadonlyMap<string, number>,
  standing: ReadonlyMap<string, number>,
  shifts: readonly { from: number; by: number }[],
): Map<string, number> {
  const settled = new Map<string, number>();
  let pushed = 0;
  for (const id of order) {
    const row = rows.get(id);
    if (row === undefined) continue;
    if (standing.has(id)) settled.set(id, row + shiftOf(row, shifts));
    else if (shifts[pushed]?.from === row) settled.set(id, row + (shifts[pushed++]?.by ?? 1) - 1);
    else settled.set(id, row + shiftOf(row, shifts));
  }
  return settled;
}
