import { IResourceLoaderService, type IUndoRedoItem, IUndoRedoService, type IWorkbookData } from '@univerjs/core';
import { expect } from 'vitest';
import { idsInForce } from '../../records/in-force.ts';
import { cellText } from '../binding/cell-text.ts';
import { layoutOf } from '../binding/layout.ts';
import { ownText } from '../binding/own-columns.ts';
import { ID_KEY } from '../binding/table-sheet.ts';
import type { OpenTable, TestBed } from './create-test-bed.node.ts';
import { elsewhere } from './fuzz-elsewhere.node.ts';
import type { Operation } from './fuzz-operation.node.ts';
import { anyOperation } from './fuzz-operations.node.ts';
import { COLUMNS, DERIVED, idOf, valueFor } from './fuzz-values.ts';
import { PlainGrid } from './plain-grid.ts';
import { Random } from './random.ts';
import { withSeededIds } from './seeded-ids.node.ts';

const WIDTH = COLUMNS.remark + 1;
const ENTITY = 'person';

/** The texts of the bound columns, down to the last row with any. */
type Shown = readonly (readonly string[])[];

/** Records and sheet at one moment, to be compared as a whole. */
interface Moment {
  readonly records: string;
  readonly shown: Shown;
  readonly grid: PlainGrid;
}

/** Records in their order, keys sorted: a key that comes back may come back in another place. */
const recordsOf = ({ store }: OpenTable): string =>
  JSON.stringify(store.toJson().records, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** Sheet and records say the same: whatever was done. */
function check(t: OpenTable, what: string): string[][] {
  const { store, table } = t;
  if (t.failures.length > 0) expect(t.failures.map(String), what).toEqual([]);
  const placed = idsInForce(store, ENTITY);
  expect([...table.map.ids()], `${what}: rows against records`).toEqual(placed);
  const seen = new Set<string>();
  const shown: string[][] = [];
  const { fields } = table.sheet;
  const styles = table.sheet.workbook.getStyles();
  for (let row = table.sheet.firstRow; row < table.sheet.rowCount; row++) {
    const id = table.map.idAt(row);
    const carried: unknown = table.sheet.raw(row, 0)?.custom?.[ID_KEY];
    if ((carried ?? null) !== id) expect(carried, `${what}: id on row ${row}`).toBe(id);
    const texts = table.sheet.readRow(row);
    const own = table.sheet.readOwn(row);
    shown.push([
      ...Array.from({ length: WIDTH }, (_, c) => texts[fields.get(c) ?? ''] ?? ''),
      ...Array.from({ length: 4 }, (_, c) => cellText(table.sheet.raw(row, WIDTH + c), styles)),
    ]);
    for (const [header, text] of Object.entries(own))
      if (id !== null && text !== ownText(store.get(ENTITY, id), header))
        expect(text, `${what}: ${header} of row ${row}`).toBe(ownText(store.get(ENTITY, id), header));
    if (id === null) {
      if (Object.values(texts).some((text) => text !== '')) expect(texts, `${what}: free row ${row}`).toEqual({});
      continue;
    }
    if (seen.has(id)) expect(id, `${what}: stands in two rows`).toBe('');
    seen.add(id);
    for (const [field, text] of Object.entries(texts))
      if (text !== store.text(ENTITY, id, field))
        expect(text, `${what}: ${field} of row ${row}`).toBe(store.text(ENTITY, id, field));
  }
  while (shown.length > 0 && shown.at(-1)?.every((text) => text === '')) shown.pop();
  return shown;
}

/** Who stood in which row, what was shown, and the texts of whoever stood in none. */
interface Before {
  readonly rows: ReadonlyMap<string, number>;
  readonly shown: Shown;
  readonly texts: (id: string, column: number) => string | undefined;
}

function standing({ store, table }: OpenTable, shown: Shown): Before {
  const { map, sheet } = table;
  const rows = new Map([...map.ids()].map((id) => [id, (map.rowOf(id) ?? 0) - sheet.firstRow]));
  const rowless = store.ids(ENTITY).filter((id) => !rows.has(id));
  const texts = new Map(
    rowless.map((id) => [
      id,
      new Map(sheet.columns.map(({ column, field }) => [column, store.text(ENTITY, id, field)])),
    ]),
  );
  return { rows, shown, texts: (id, column) => texts.get(id)?.get(column) };
}

/**
 * The sheet shows what any spreadsheet would; a person who came back may bring along what was left blank, and one whose
 * ID number was pasted into another row has there what the paste does not reach.
 */
function compare(
  t: OpenTable,
  shown: Shown,
  grid: PlainGrid,
  before: Before,
  { reaches }: Operation,
  what: string,
): void {
  for (let row = 0; row < Math.max(shown.length, grid.length); row++) {
    const id = t.table.map.idAt(row + t.table.sheet.firstRow);
    for (let column = 1; column < WIDTH; column++) {
      const text = shown[row]?.[column] ?? '';
      const stood = id === null ? undefined : before.rows.get(id);
      const cameBack = id !== null && stood === undefined && grid.get(row, column) === '';
      if (id !== null && stood !== row && reaches?.(row, column) === false) {
        const own = stood === undefined ? before.texts(id, column) : before.shown[stood]?.[column];
        if (text === own) continue;
      }
      if (!DERIVED.has(column) && !cameBack && text !== grid.get(row, column))
        expect(text, `${what}: cell ${row},${column}`).toBe(grid.get(row, column));
    }
  }
}

function adopt(shown: Shown): PlainGrid {
  const grid = new PlainGrid(WIDTH);
  shown.forEach((line, row) => {
    line.forEach((text, column) => {
      if (text !== '' && column < WIDTH) grid.set(row, column, text);
    });
  });
  return grid;
}

/** ID number → record, for numbers that one record alone has. */
function owners({ store }: OpenTable): Map<string, string> {
  const all = new Map<string, string | null>();
  for (const id of store.ids(ENTITY)) {
    const key = store.text(ENTITY, id, 'idNumber');
    if (key !== '') all.set(key, all.has(key) ? null : id);
  }
  return new Map([...all].flatMap(([key, id]) => (id === null ? [] : [[key, id]])));
}

/** Nothing that held more than a word is ever taken out. */
function checkKept(t: OpenTable, before: ReadonlyMap<string, number>, what: string): void {
  for (const [id, keys] of before) {
    if (t.store.get(ENTITY, id)) continue;
    if (keys > 1) expect(id, `${what}: is gone`).toBe('');
  }
}

/** Does `steps` random things to a sheet and checks after each; throws at the first thing that is wrong. */
export function fuzz(bed: TestBed, seed: number, steps: number): Promise<void> {
  return withSeededIds(seed, () => run(bed, seed, steps));
}

async function run(bed: TestBed, seed: number, steps: number): Promise<void> {
  const random = new Random(seed);
  const people = Array.from({ length: random.int(0, 10) }, (_, n) => ({
    id: `p${n}`,
    name: valueFor(COLUMNS.name, random),
    ...(random.chance(0.8) ? { idNumber: idOf(n) } : {}),
    remark: `始${n}`,
  }));
  let t = await bed.open(people);
  const undoing = bed.injector.get(IUndoRedoService);
  let depth = 0;
  const counting = undoing.undoRedoStatus$.subscribe(({ undos }) => {
    depth = undos;
  });
  const moments = new Map<IUndoRedoItem, { before: Moment; after: Moment; name: string }>();
  let shown: Shown = check(t, `seed ${seed} opened`);
  t.close();
  t = await bed.open(t.store);
  let grid = adopt(shown);
  let moment: Moment = { records: recordsOf(t), shown, grid: grid.clone() };
  const back = (to: Moment, what: string): void => {
    const lines = check(t, what).map((line) => line.join('|'));
    for (const [row, line] of to.shown.map((cells) => cells.join('|')).entries())
      if (line !== lines[row]) expect(lines[row], `${what}: row ${row}`).toBe(line);
    expect(lines.length, what).toBe(to.shown.length);
    expect(recordsOf(t), what).toBe(to.records);
    grid = to.grid.clone();
    moment = to;
  };
  for (let step = 0; step < steps; step++) {
    const top = undoing.pitchTopUndoElement();
    const dice = random.next();
    const what = `seed ${seed} step ${step}`;
    if (dice < 0.12) {
      const known = top ? moments.get(top) : undefined;
      if (!known) continue;
      await t.undo();
      back(known.before, `${what} undo ${known.name}`);
    } else if (dice < 0.18) {
      const next = undoing.pitchTopRedoElement();
      const known = next ? moments.get(next) : undefined;
      if (!known) continue;
      await t.redo();
      back(known.after, `${what} redo ${known.name}`);
    } else if (dice < 0.2) {
      t = await reload(bed, t);
      moments.clear();
      // An own column that only people without a row knew, or brought back, is there again after opening.
      const cut = (line: readonly string[] | undefined): string => line?.slice(0, WIDTH).join('|') ?? '';
      shown = check(t, `${what} reload`);
      // Once more, since the check looked at every row: what comes next is to meet rows that are not written yet.
      t = await reload(bed, t);
      for (const [row, line] of moment.shown.entries())
        if (cut(line) !== cut(shown[row])) expect(cut(shown[row]), `${what} reload: row ${row}`).toBe(cut(line));
      const records = recordsOf(t);
      expect(records, `${what} reload`).toBe(moment.records);
      grid = adopt(shown);
      moment = { records, shown, grid: grid.clone() };
    } else {
      const { store } = t;
      const operation = random.chance(0.1) ? elsewhere(random, t) : anyOperation(random, grid);
      const before = standing(t, moment.shown);
      const ownersBefore = owners(t);
      const sizes = new Map(store.ids(ENTITY).map((id) => [id, sizeOf(store.get(ENTITY, id))]));
      const named = `${what} ${operation.name}`;
      const undosBefore = depth;
      try {
        await operation.run(t);
      } catch (error) {
        throw new Error(`${named}: ${String(error)}`, { cause: error });
      }
      operation.plain?.(grid);
      shown = check(t, named);
      if (operation.plain) compare(t, shown, grid, before, operation, named);
      checkKept(t, sizes, named);
      if (operation.keepsIdentity) {
        const after = owners(t);
        for (const [key, id] of ownersBefore)
          if ((after.get(key) ?? id) !== id) expect(after.get(key), `${named}: ${key}`).toBe(id);
      }
      grid = adopt(shown);
      const after = { records: recordsOf(t), shown, grid: grid.clone() };
      const pushed = undoing.pitchTopUndoElement();
      if (depth - undosBefore > 1) expect(depth - undosBefore, `${named}: undo steps`).toBe(1);
      if (pushed && pushed !== top) moments.set(pushed, { before: moment, after, name: operation.name });
      else expect(after.records, `${named} without an undo step`).toBe(moment.records);
      moment = after;
    }
  }
  counting.unsubscribe();
  t.close();
}

const sizeOf = (record: object | undefined): number =>
  Object.keys(record ?? {}).filter((key) => key !== 'id' && key !== 'original').length;

/** Stores the layout, closes, and opens again with the same records. */
async function reload(bed: TestBed, t: OpenTable): Promise<OpenTable> {
  const { store, open } = t;
  const saved = bed.injector.get(IResourceLoaderService).saveUnit<IWorkbookData>(open.workbook.getUnitId());
  if (!saved) throw new Error('nothing saved');
  const layout: IWorkbookData = JSON.parse(JSON.stringify(layoutOf(structuredClone(saved), open.bench)));
  t.close();
  return bed.open(store, layout);
}
