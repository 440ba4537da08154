import { BoundCells } from '../binding/bound-cells.ts';
import type { BoundSheet, CellSite, SheetCell } from '../binding/bound-sheet.ts';
import { BoundTable } from '../binding/bound-table.ts';
import type { Workbench } from '../binding/workbench.ts';
import { photoRatio } from './photo-ratio.ts';

/** A record's field that holds a photo, where it is shown, and what is needed to put one there. */
export interface PhotoTarget extends SheetCell {
  readonly bench: Workbench;
  readonly subUnitId: string;
  readonly site: CellSite;
  /** The record's reference or data URL; '' without a photo. */
  readonly text: string;
  /** Whose it is; '' for nobody with a name. */
  readonly name: string;
  /** Width to height. */
  readonly ratio: number;
}

/** The photo field that a cell shows; null for any other cell. */
export function photoAt(bench: Workbench, sheet: BoundSheet, cell: SheetCell): PhotoTarget | null {
  const site = sheet.siteAt(cell.row, cell.column);
  if (site === null || !imageFields(bench, site.entity).has(site.field)) return null;
  const { store } = bench;
  const record = store.get(site.entity, site.record);
  if (record === undefined) return null;
  const text = record[site.field];
  return {
    bench,
    subUnitId: sheet.subUnitId,
    row: cell.row,
    column: cell.column,
    site,
    text: typeof text === 'string' ? text : '',
    name: typeof record.name === 'string' ? record.name : '',
    ratio: photoRatio(bench.loaded, site.entity, site.field),
  };
}

/** The photo of the one record that a form shows; null on sheets that show many, or none. */
export function photoOfForm(bench: Workbench, sheet: BoundSheet): PhotoTarget | null {
  if (!(sheet instanceof BoundCells)) return null;
  let found: PhotoTarget | null = null;
  for (const cell of sheet.model.cells()) {
    const target = photoAt(bench, sheet, cell);
    if (target === null) continue;
    if (found !== null && found.site.record !== target.site.record) return null;
    found ??= target;
  }
  return found;
}

/** Whether a sheet may show photos at all: asked for every cell that is drawn. */
export function mayShowPhotos(bench: Workbench, sheet: BoundSheet): boolean {
  const known = shows.get(sheet);
  if (known !== undefined) return known;
  const may =
    sheet instanceof BoundTable
      ? sheet.sheet.columns.some(({ field }) => imageFields(bench, sheet.options.entity).has(field))
      : bench.loaded.pack.entities.some(({ key }) => imageFields(bench, key).size > 0);
  shows.set(sheet, may);
  return may;
}
const shows = new WeakMap<BoundSheet, boolean>();

function imageFields(bench: Workbench, entity: string): ReadonlySet<string> {
  const { entities } = bench.loaded.pack;
  let known = images.get(entities);
  if (known === undefined) {
    const named = (list: (typeof entities)[number]['fields']) =>
      list.filter((f) => f.type === 'image').map((f) => f.key);
    known = new Map(entities.map(({ key, fields }) => [key, new Set(named(fields))]));
    images.set(entities, known);
  }
  return known.get(entity) ?? NONE;
}
const NONE: ReadonlySet<string> = new Set();
const images = new WeakMap<object, ReadonlyMap<string, ReadonlySet<string>>>();
