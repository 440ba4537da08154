import { isInForce } from '../../records/in-force.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { Change, Patch } from '../../records/types.ts';
import { placing } from './bring-back.ts';
import { EXTRA, extraAfter, leftOver, type OwnTexts, ownOfComer } from './own-columns.ts';
import { NEW, type Plan, type TouchedRow } from './reconcile.ts';
import type { RowMap } from './row-map.ts';
import type { TableSheet } from './table-sheet.ts';

/**
 * What the own columns of a row show when whoever came to the free row leaves it again, by header: a text, or `true` for
 * what stands there anyway, even where the one who leaves has the same text.
 */
export type Left = Readonly<Record<string, string | true>>;

/** Which record a row is bound to, to be restored together with a patch. */
export type Binding = readonly [row: number, id: string | null, left?: Left];
export type Bindings = readonly Binding[];

export interface CarryOutContext {
  readonly store: RecordStore;
  readonly entity: string;
  readonly map: RowMap;
  readonly sheet: TableSheet;
  /** Rows changed places, so that the records' order has to be compared with theirs. */
  readonly moved: boolean;
  /** More of the same comes after it: the order is compared then. */
  readonly more?: boolean;
  /** Headers of own columns that the sheet has, or had until now. */
  readonly headers: ReadonlySet<string>;
}

/** The one patch that a plan means, and the bindings that go with it; the map and the sheet's ids are set right here. */
export function carryOut(
  rows: readonly TouchedRow[],
  plan: Plan,
  context: CarryOutContext,
): { patch: Patch; bind: Bindings; unbind: Bindings } {
  const { store, entity, map, headers, sheet } = context;
  const patch: Change[] = [...plan.lost];
  const inserts: Change[] = [];
  let moved = context.moved;
  // Free the rows first, so that a record which moves is never thought to stand in two.
  for (const { row } of rows) if (plan.bind.get(row) !== map.idAt(row)) map.set(row, null);
  /** What each new record stands before: somebody known, so that neighbours can go in together. */
  const before = new Map<string, string | undefined>();
  for (const { row, texts, own, stood, written } of [...rows].reverse()) {
    const target = plan.bind.get(row);
    if (target === undefined) continue;
    const former = stood === null ? undefined : store.get(entity, stood);
    if (target === null) {
      // Whoever left took the own texts along.
      sheet.writeOwn(row, (header) => leftOver(own, header, former));
      continue;
    }
    const comer = target === NEW ? undefined : store.get(entity, target);
    const extra = extraAfter(
      comer?.[EXTRA],
      !comer || target === stood ? own : ownOfComer(own, former, comer),
      headers,
    );
    if (target === NEW) {
      const below = map.nextId(row) ?? undefined;
      const next = below !== undefined && before.has(below) ? before.get(below) : below;
      const made = store.edit(entity, null, texts, next).find((c) => c.op === 'insert');
      if (made?.op !== 'insert') continue;
      before.set(made.record.id, next);
      inserts.push(extra ? { ...made, record: { ...made.record, [EXTRA]: extra } } : made);
      map.set(row, made.record.id);
      continue;
    }
    if (map.idAt(row) !== target) moved = true;
    map.set(row, target);
    patch.push(...placing(store, entity, target));
    if (extra !== undefined) patch.push({ op: 'update', entity, id: target, set: { [EXTRA]: extra } });
    const said = target === stood || !written ? texts : writtenTexts(texts, written, sheet);
    patch.push(...store.edit(entity, target, changedTexts(store, entity, target, said)));
  }
  // They were met from the lowest row up; whoever stands before the same one comes in the order of the rows.
  inserts.reverse();
  patch.push(...inserts);
  if (moved && !context.more) patch.push(...orderOfRows(store, entity, map, { inserts, lost: plan.lost }));
  return { patch, ...bindings(rows, context) };
}

/** Writes the rows' ids, and tells which bindings differ from before. */
function bindings(rows: readonly TouchedRow[], { map, sheet }: CarryOutContext): { bind: Bindings; unbind: Bindings } {
  const bind: Binding[] = [];
  const unbind: Binding[] = [];
  // Undo first puts the cells back where they were, then the bindings: these are meant for the rows as they stood.
  const stoodAt = new Map(rows.flatMap(({ row, stood }) => (stood === null ? [] : [[stood, row] as const])));
  for (const { row, id, stood, own, ownBefore } of rows) {
    const now = map.idAt(row);
    sheet.writeId(row, now);
    if (now === id) continue;
    bind.push([row, now]);
    if (id !== null) unbind.push([stoodAt.get(id) ?? row, id]);
    else if (stood === null) {
      const left = ownBefore ?? whatStays(own);
      unbind.push(Object.keys(left).length === 0 ? [row, null] : [row, null, left]);
    }
  }
  return { bind, unbind };
}

function whatStays(own: OwnTexts): Left {
  const filled = Object.keys(own).filter((header) => own[header] !== '');
  return Object.fromEntries(filled.map((header) => [header, true]));
}

/** What a patch does to the list of records before they are put in order. */
interface Coming {
  readonly inserts: readonly Change[];
  readonly lost: readonly Change[];
}

const NOTHING: Coming = { inserts: [], lost: [] };

/** The step that brings the records into the order of the rows, if they differ; rowless records go to the end. */
export function orderOfRows(
  store: RecordStore,
  entity: string,
  map: RowMap,
  { inserts, lost }: Coming = NOTHING,
): Patch {
  if (inOrder(store, entity, map)) return [];
  const gone = new Set(lost.flatMap((c) => (c.op === 'remove' ? [c.id] : [])));
  const fresh = new Set(inserts.flatMap((c) => (c.op === 'insert' ? [c.record.id] : [])));
  const present = new Set([...store.ids(entity), ...fresh]);
  const placed = [...map.ids()].filter((id) => present.has(id));
  const known = new Set(placed);
  const rowless = store.ids(entity).filter((id) => !known.has(id) && !gone.has(id));
  return [{ op: 'order', entity, ids: [...placed, ...rowless] }];
}

/** Whether the records that have rows come in the order of their rows. */
function inOrder(store: RecordStore, entity: string, map: RowMap): boolean {
  let last = -1;
  for (const id of store.ids(entity)) {
    const row = map.rowOf(id) ?? last;
    if (row < last) return false;
    last = row;
  }
  return true;
}

/** What was written of a row: to somebody who came with it, the rest is what the one before left standing there. */
function writtenTexts(
  texts: Readonly<Record<string, string>>,
  written: ReadonlySet<number>,
  { columns }: TableSheet,
): Record<string, string> {
  const fields = new Set(columns.flatMap(({ column, field }) => (written.has(column) ? [field] : [])));
  return Object.fromEntries(Object.entries(texts).filter(([field]) => fields.has(field)));
}

function changedTexts(
  store: RecordStore,
  entity: string,
  id: string,
  texts: Readonly<Record<string, string>>,
): Record<string, string> {
  const changed: Record<string, string> = {};
  // Somebody who comes back brings along what the row leaves blank: it was never cleared.
  const comesBack = !isInForce(store, entity, id);
  for (const [field, text] of Object.entries(texts)) {
    if (text !== store.text(entity, id, field) && !(comesBack && text === '')) changed[field] = text;
  }
  return changed;
}
