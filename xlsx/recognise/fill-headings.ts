import { headingTownship, headingVillage } from './context.ts';
import type { ReadRow } from './read-rows.ts';
import type { OwnText } from './row-kind.ts';

/** A row that holds nothing but what stands in the columns of places. */
export interface PlaceRow {
  readonly row: number;
  readonly text: string;
  readonly own: readonly OwnText[];
}

/** A row's cells as a `PlaceRow`, if they are one. */
export function placeRow(
  row: number,
  text: string,
  cells: readonly { readonly text: string }[],
  own: readonly OwnText[],
): readonly PlaceRow[] {
  const filled = cells.filter((cell) => cell.text.trim() !== '').length;
  const places = own.filter(({ field, text: said }) => said.trim() !== '' && PLACES.has(field.key));
  return filled > 0 && places.length === filled ? [{ row, text, own: places }] : [];
}

const PLACES: ReadonlyMap<string, (text: string) => string> = new Map([
  ['township', headingTownship],
  ['village', headingVillage],
]);

/**
 * A village alone in its own column, above people whose cells of that column are blank, is their heading. Where the next
 * person says a village of their own, it says nothing: rows prepared for people look like that.
 * @returns the people with what was lent them, and the rows that did
 */
export function fillHeadings(
  records: readonly ReadRow[],
  rows: readonly PlaceRow[],
): { readonly records: readonly ReadRow[]; readonly used: readonly PlaceRow[] } {
  if (rows.length === 0) return { records, used: [] };
  const used = new Set<PlaceRow>();
  const above = new Map<string, { readonly from: PlaceRow; readonly place: string }>();
  let next = 0;
  const filled = records.map((record) => {
    for (let row = rows[next]; row !== undefined && row.row < record.row; row = rows[++next]) begin(above, row);
    const lent: [string, string][] = [];
    for (const [key, { from, place }] of above) {
      if (record.texts[key] !== undefined) {
        above.delete(key);
        continue;
      }
      lent.push([key, place]);
      used.add(from);
    }
    if (lent.length === 0) return record;
    const texts = { ...record.texts, ...Object.fromEntries(lent) };
    return { ...record, texts, lent: [...(record.lent ?? []), ...lent.map(([key]) => key)] };
  });
  return { records: filled, used: [...used] };
}

function begin(above: Map<string, { from: PlaceRow; place: string }>, row: PlaceRow): void {
  for (const { field, text } of row.own) {
    const place = PLACES.get(field.key)?.(text) ?? '';
    if (place !== '') above.set(field.key, { from: row, place });
  }
}
