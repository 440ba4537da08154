import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordStore } from '../../records/store.contract.ts';
import { openProject } from '../../records/store.ts';
import type { Patch, ProjectJson } from '../../records/types.ts';
import { loadPack } from '../../sheets-templates/load.node.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import { newProjectRows } from '../new-project.ts';
import { parseProject } from '../read.ts';
import type { LoadedProject, RecordBlock, WriteBatch } from '../types.ts';
import { Pending } from './pending.ts';

/** The batches of the real record store, applied to plain blocks as the database would. */

let pack: Pack;
beforeAll(async () => {
  const loaded = await loadPack(new URL('../../sheets-templates/village-reserve-cadres', import.meta.url).pathname);
  if (!loaded.ok) throw new Error(loaded.error.code);
  pack = loaded.value.pack;
});

const SETTINGS = { county: '青神县', unit: '南城镇党委', level: 'township' as const, asOf: '2017-11-30' };

function openStore(json: ProjectJson): RecordStore {
  const opened = openProject(pack, json);
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  return opened.store;
}

/** One project's rows, written batch by batch. */
class Rows {
  #meta: object;
  readonly #blocks = new Map<string, RecordBlock>();
  /** The names of the blocks that the last batch wrote or removed. */
  written: string[] = [];

  constructor(json: ProjectJson) {
    const { loaded, blocks } = newProjectRows('p', 'p', json, 0);
    this.#meta = loaded.meta;
    for (const block of blocks) this.#blocks.set(nameOf(block), block);
  }

  write(batch: WriteBatch): void {
    this.#meta = batch.meta;
    for (const block of batch.deletes) this.#blocks.delete(nameOf(block));
    for (const block of batch.puts) this.#blocks.set(nameOf(block), block);
    this.written = [...batch.puts, ...batch.deletes].map(nameOf);
  }

  load(): LoadedProject {
    const blocks = [...this.#blocks.values()].map((block) => ({ project: 'p', ...block }));
    const raw = { project: this.#meta, blocks, layouts: [], place: undefined, quarantine: [] };
    return parseProject('p', structuredClone(raw), '2000-01-01');
  }
}

const nameOf = ({ entity, block }: Pick<RecordBlock, 'entity' | 'block'>): string => `${entity} ${block}`;

/** A project opened as the page opens it: rows, store, and what is pending between them. */
function open(rows: Rows) {
  const loaded = rows.load();
  const store = openStore(loaded.project);
  const pending = new Pending(loaded.order);
  store.subscribe((change) => pending.add(change));
  let meta = loaded.meta;
  const flush = (succeeds = true): void => {
    const batch = pending.take(store, meta, 1);
    if (!succeeds) {
      pending.failed();
      return;
    }
    rows.write(batch);
    meta = batch.meta;
    pending.done();
  };
  return { store, pending, flush };
}

const withoutEmpty = ({ records, ...rest }: ProjectJson) => ({
  ...rest,
  records: Object.fromEntries(Object.entries(records).filter(([, list]) => list.length > 0)),
});

describe('Pending', () => {
  it('after any edits, undos and failures, the rows are the store', () => {
    const step = fc.tuple(
      fc.constantFrom('insert', 'edit', 'remove', 'order', 'undo', 'settings', 'flush', 'fail', 'reopen'),
      fc.nat(),
      fc.nat(),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
        const first = openProject(pack, { pack: pack.id, settings: SETTINGS, records: {}, kept: [1] });
        if (!first.ok) throw new Error('not opened');
        const rows = new Rows(first.store.toJson());
        let now = open(rows);
        let undo: Patch[] = [];
        for (const [n, [what, x, y]] of steps.entries()) {
          const { store } = now;
          const ids = store.ids('person');
          const one = ids[x % Math.max(1, ids.length)];
          let patch: Patch = [];
          if (what === 'insert')
            patch = store.edit('person', null, { name: `张${n}`, idNumber: '511425198501010002' }, one);
          else if (what === 'edit' && one) patch = store.edit('person', one, { phone: String(y) });
          else if (what === 'remove' && one) patch = [{ op: 'remove', entity: 'person', id: one }];
          else if (what === 'order') patch = [{ op: 'order', entity: 'person', ids: [...ids].reverse() }];
          else if (what === 'settings') patch = [{ op: 'settings', set: { ageLimit: y } }];
          else if (what === 'undo') patch = undo.pop() ?? [];
          else if (what === 'flush') now.flush();
          else if (what === 'fail') now.flush(false);
          else if (what === 'reopen') {
            now.flush();
            now = open(rows);
            undo = [];
          }
          if (patch.length === 0) continue;
          const change = store.apply(patch, 'test');
          if (what !== 'undo') undo.push(change.inverse);
        }
        now.flush();
        const back = rows.load();
        expect(back.damaged).toEqual([]);
        expect(withoutEmpty(back.project)).toEqual(withoutEmpty(now.store.toJson()));
        expect(now.pending.size).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('one edit among a thousand people writes what is stored with that one, whoever comes stands with other newcomers', () => {
    const person = Array.from({ length: 1000 }, (_, i) => ({ id: `p${i}`, name: `张${i}` }));
    const rows = new Rows({ pack: pack.id, settings: SETTINGS, records: { person } });
    const { store, flush } = open(rows);
    store.apply(store.edit('person', 'p500', { phone: '13800000000' }), 'test');
    flush();
    expect(rows.written).toEqual(['person 3']);
    store.apply(store.edit('person', null, { name: '新' }, 'p500'), 'test');
    flush();
    expect(rows.written).toEqual(['person 7']);
    for (let n = 0; n < 200; n++) store.apply(store.edit('person', null, { name: `又${n}` }), 'test');
    flush();
    expect(rows.written).toEqual(['person 7', 'person 8', 'person 9']);
    expect(rows.load().meta.counts.person).toBe(1201);
  });

  it('a block that everybody has left is removed', () => {
    const person = Array.from({ length: 200 }, (_, i) => ({ id: `p${i}`, name: `张${i}` }));
    const rows = new Rows({ pack: pack.id, settings: SETTINGS, records: { person } });
    const { store, flush } = open(rows);
    store.apply(
      person.slice(0, 128).map(({ id }) => ({ op: 'remove', entity: 'person', id })),
      'test',
    );
    flush();
    expect(rows.written).toEqual(['person 0']);
    expect(rows.load().project.records.person?.map(({ id }) => id)).toEqual(person.slice(128).map(({ id }) => id));
  });

  it('where one last was is written, and is not counted among the changes', () => {
    const rows = new Rows({ pack: pack.id, settings: SETTINGS, records: {} });
    const { pending, flush } = open(rows);
    pending.place({ sheet: 'roster', cell: 'N4' });
    expect([pending.size, pending.isDirty]).toEqual([0, true]);
    flush();
    expect(pending.isDirty).toBe(false);
  });
});
