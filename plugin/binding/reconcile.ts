import type { RecordStore } from '../../records/store.contract.ts';
import type { Change, Json } from '../../records/types.ts';
import { inForce } from '../../records/value.ts';
import type { OwnTexts } from './own-columns.ts';

/** A row that a mutation touched, as it stands now. */
export interface TouchedRow {
  readonly row: number;
  /** The record bound to the row so far. */
  readonly id: string | null;
  /** The texts of the bound columns, by field key; blank ones too. */
  readonly texts: Readonly<Record<string, string>>;
  /** The texts of the clerk's own columns, by header. */
  readonly own: OwnTexts;
  /** What stood in them before, where the row is only about to be written. */
  readonly ownBefore?: OwnTexts;
  /** The columns that the command wrote here, where that is known: the others show whoever stood here before. */
  readonly written?: ReadonlySet<number> | null;
  /** The record that stood here before the command, where its cells may have been moved on. */
  readonly stood: string | null;
  /** The record whose contents were moved here by a command that says so (drag, cut and paste, sort). */
  readonly moved?: string | null;
}

export interface ReconcileContext {
  readonly store: RecordStore;
  readonly entity: string;
  /** The field that tells people apart (the ID number), and the one that names them. */
  readonly keyField: string | null;
  readonly nameField: string | null;
  /** The normal form of a key as typed. */
  readonly normaliseKey: (typed: string) => string;
  /** Records without a row, by the normal form of their key. */
  readonly rowless: { with(key: string): ReadonlySet<string> };
  readonly rowOf: (id: string) => number | undefined;
  readonly nextId: (row: number) => string | null;
  /** Rows that were deleted as rows: their records become 已移出, not 未在表中. */
  readonly deleted: ReadonlySet<string>;
  /** Records that had a row before the command and may have lost it. */
  readonly formerly: ReadonlySet<string>;
  /** The records belong to others: one that loses its row is gone, like a line crossed out of a ledger. */
  readonly owned: boolean;
  /** Whether trainings and the like belong to a record. */
  readonly hasChildren: (id: string) => boolean;
  readonly today: string;
}

/** What the command means: which rows bind to which record, and the steps still to be applied one by one. */
export interface Plan {
  /** Row → record, `null` frees the row, `NEW` gets the id of the insert made for it. */
  readonly bind: ReadonlyMap<number, string | null | typeof NEW>;
  /** Records that stand in no row any more, with the change that says so. */
  readonly lost: readonly Change[];
}

export const NEW = Symbol('new record');

const isBlank = (texts: Readonly<Record<string, string>>): boolean =>
  Object.values(texts).every((t) => t.trim() === '');

/**
 * Settles who stands where after a command, by the rules of identity: a record follows its ID number, typing over an
 * ID number edits the same record, a copy is a new record, and a record that lost its row is listed, never deleted.
 */
export function reconcile(rows: readonly TouchedRow[], context: ReconcileContext): Plan {
  const bind = new Map<number, string | null | typeof NEW>();
  const owner = new Map<string, number>();
  const touched = new Set(rows.map((r) => r.row));
  const claim = (row: number, id: string): void => {
    bind.set(row, id);
    owner.set(id, row);
  };
  const free = (id: string): boolean => !owner.has(id) && !standsElsewhere(id, touched, context);

  const filled = rows.filter((r) => !isBlank(r.texts));
  // First who keeps the row by ID number, then who comes to it by one, then who is left with the row's former record:
  // in this order, since a number that stands in two of the rows belongs to the one that had it.
  for (const r of filled) if (r.id !== null && sharing(r, context).has(r.id) && !owner.has(r.id)) claim(r.row, r.id);
  for (const r of filled) {
    if (bind.has(r.row)) continue;
    const match = comer(r, context, touched, free);
    if (match !== null) claim(r.row, match);
  }
  for (const r of filled) {
    if (bind.has(r.row)) continue;
    if (r.moved && free(r.moved)) claim(r.row, r.moved);
    else if (r.id !== null && !owner.has(r.id) && !isSomebodyElse(r, r.id, context)) claim(r.row, r.id);
    else bind.set(r.row, NEW);
  }
  for (const r of rows) if (!bind.has(r.row)) bind.set(r.row, null);

  const lost: Change[] = [];
  const losers = new Set([...context.formerly, ...rows.flatMap((r) => (r.id === null ? [] : [r.id]))]);
  for (const id of losers) {
    if (owner.has(id) || standsElsewhere(id, touched, context)) continue;
    const change = losing(id, context);
    if (change) lost.push(change);
  }
  return { bind, lost };
}

function standsElsewhere(id: string, touched: ReadonlySet<number>, context: ReconcileContext): boolean {
  const row = context.rowOf(id);
  return row !== undefined && !touched.has(row);
}

const NOBODY: ReadonlySet<string> = new Set();

/** The records that have the ID number standing in this row; those in force first. */
function sharing(r: TouchedRow, context: ReconcileContext): ReadonlySet<string> {
  const { keyField, store, entity, normaliseKey, rowless } = context;
  const key = keyField === null ? '' : normaliseKey(r.texts[keyField] ?? '');
  if (keyField === null || key === '') return NOBODY;
  const gone = rowless.with(key);
  const here = store.sharing(entity, keyField, key);
  return gone.size === 0 ? here : new Set([...here, ...gone]);
}

/** The record that came to this row with its ID number, if any. */
function comer(
  r: TouchedRow,
  context: ReconcileContext,
  touched: ReadonlySet<number>,
  free: (id: string) => boolean,
): string | null {
  for (const id of sharing(r, context)) {
    if (!free(id)) continue;
    if (r.id === null || r.moved === id || nameChanged(r, r.id, context)) return id;
    // The same name, or none: whose the other texts are. Typing a number over another is a mistake to be marked.
    const own = likeness(r, r.id, context);
    const other = likeness(r, id, context);
    const row = context.rowOf(id);
    if (other > own || (other === own && row !== undefined && touched.has(row))) return id;
  }
  return null;
}

/** How many of a row's other texts are those of a record. */
function likeness(r: TouchedRow, id: string, { keyField, store, entity }: ReconcileContext): number {
  let count = 0;
  for (const [field, text] of Object.entries(r.texts))
    if (field !== keyField && text !== '' && text === store.text(entity, id, field)) count++;
  return count;
}

function nameChanged(r: TouchedRow, id: string, { store, entity, nameField }: ReconcileContext): boolean {
  if (nameField === null) return false;
  return (r.texts[nameField] ?? '').trim() !== store.text(entity, id, nameField);
}

/** Another name and another ID number at once: somebody else's row was pasted here. */
function isSomebodyElse(r: TouchedRow, id: string, context: ReconcileContext): boolean {
  const { keyField, nameField, store, entity } = context;
  if (keyField === null || nameField === null) return false;
  const key = context.normaliseKey(r.texts[keyField] ?? '');
  const name = (r.texts[nameField] ?? '').trim();
  const oldKey = store.text(entity, id, keyField);
  const oldName = store.text(entity, id, nameField);
  return key !== '' && oldKey !== '' && key !== oldKey && name !== '' && oldName !== '' && name !== oldName;
}

/** What becomes of a record without a row: deleted rows are 已移出, hardly begun ones go, all others are 未在表中. */
function losing(id: string, context: ReconcileContext): Change | null {
  const { store, entity, keyField } = context;
  const record = store.get(entity, id);
  if (!record) return null;
  if (context.owned) return { op: 'remove', entity, id };
  if (!inForce(record)) return null;
  const contents = Object.keys(record).filter((k) => k !== 'id' && k !== 'original' && k !== 'status');
  const begun = contents.length > 1 || (keyField !== null && keyField in record) || context.hasChildren(id);
  if (!begun) return { op: 'remove', entity, id };
  const set: Record<string, Json> = context.deleted.has(id)
    ? { status: '已移出', statusDate: context.today }
    : { unplaced: true };
  return { op: 'update', entity, id, set };
}
