import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../migrations/all.ts';
import { makeProject, openTab, PROJECT, testTabs } from './page.node.ts';

/** Every stored version comes up to the present one; and what happens between tabs while it does. */

const tabs = testTabs();

interface Fixture {
  readonly version: number;
  readonly stores: Record<string, { keyPath: string | string[]; autoIncrement: boolean; indexes: string[] }>;
  readonly rows: Record<string, unknown[]>;
  readonly project: unknown;
}
const fixture = (version: number): Fixture =>
  JSON.parse(readFileSync(new URL(`../migrations/fixtures/v${version}.json`, import.meta.url), 'utf8'));

describe.each(MIGRATIONS.map((migration) => migration.to))('version %i', (version) => {
  it('has the stores that it was released with', async () => {
    const page = await openTab(tabs.context, tabs.harness.secureUrl);
    const stores = await page.evaluate(async (version) => {
      const storage = new mingce.Storage({ migrations: mingce.migrations.good.slice(0, version) });
      await storage.open();
      const db = await mingce.openDB('mingce');
      const names = [...db.objectStoreNames];
      const shape = names.map((name) => {
        const { keyPath, autoIncrement, indexNames } = db.transaction(name).store;
        return [name, { keyPath, autoIncrement, indexes: [...indexNames] }];
      });
      return Object.fromEntries(shape);
    }, version);
    expect(stores).toEqual(fixture(version).stores);
  });

  it('comes up to the present one with everything in it', async () => {
    const page = await openTab(tabs.context, tabs.harness.secureUrl);
    const seen = await page.evaluate(async ({ version, stores, rows }) => {
      const old = await mingce.openDB('mingce', version, {
        upgrade(db) {
          for (const [name, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
            const store = db.createObjectStore(name, { keyPath, autoIncrement });
            for (const index of indexes) store.createIndex(index, index);
          }
        },
      });
      for (const [name, list] of Object.entries(rows)) for (const row of list) await old.put(name, row);
      old.close();
      const storage = new mingce.Storage();
      const loaded = await storage.load('p1');
      const log = await storage.exports('p1');
      const raw = await storage.raw('p1');
      return { loaded, log, raw: raw.ok && JSON.parse(raw.parts.join('')) };
    }, fixture(version));
    expect(seen.loaded).toMatchObject({ ok: true, damaged: [], place: { sheet: 'roster', cell: 'K12' } });
    expect(seen.loaded.ok && seen.loaded.project).toEqual(fixture(version).project);
    expect(seen.log).toMatchObject({ ok: true, entries: [{ rows: 2, failed: 1 }] });
    expect(seen.raw.quarantine).toHaveLength(1);
    expect(seen.raw.layouts).toHaveLength(1);
  });
});

it('photos move out of the records of version 1, and the records name them', async () => {
  const page = await openTab(tabs.context, tabs.harness.secureUrl);
  const jpeg = 'data:image/jpeg;base64,/9j/AQ==';
  const { stores, rows } = fixture(1);
  const person = (n: number, photo: string) => {
    const id = String(n).padStart(4, '0');
    return { project: 'p1', entity: 'person', id, rank: n, data: { id, photo } };
  };
  // More than the step takes in one go; what is no picture stays.
  const people = Array.from({ length: 1100 }, (_, n) => person(n, n % 100 === 99 ? jpeg : 'photo.jpg'));
  const seen = await page.evaluate(
    async ({ stores, project, people }) => {
      const old = await mingce.openDB('mingce', 1, {
        upgrade(db) {
          for (const [name, { keyPath, autoIncrement }] of Object.entries(stores))
            db.createObjectStore(name, { keyPath, autoIncrement });
          db.deleteObjectStore('quarantine');
          db.createObjectStore('quarantine', { keyPath: 'seq', autoIncrement: true }).createIndex('project', 'project');
        },
      });
      const tx = old.transaction(['records', 'projects'], 'readwrite');
      for (const row of people) void tx.objectStore('records').put(row);
      void tx.objectStore('projects').put(project);
      await tx.done;
      old.close();
      const storage = new mingce.Storage();
      const loaded = await storage.load('p1');
      const texts = loaded.ok ? (loaded.project.records['person'] ?? []).map((r) => String(r['photo'])) : [];
      const db = await mingce.openDB('mingce');
      const photos = await db.getAll('photos');
      return { texts, photos: photos.map(({ sha256, type, bytes }) => [sha256, type, [...bytes]]) };
    },
    { stores, project: rows['projects']?.[0], people },
  );
  const [[sha256 = ''] = []] = seen.photos;
  expect(seen.photos).toEqual([[expect.stringMatching(/^[0-9a-f]{64}$/), 'image/jpeg', [0xff, 0xd8, 0xff, 1]]]);
  expect(seen.texts).toEqual(people.map(({ data }) => (data.photo === jpeg ? `photo:${sha256}` : 'photo.jpg')));
});

it('records of version 2 come together in blocks, each project’s and entity’s by themselves, spoilt ones as they stand', async () => {
  const page = await openTab(tabs.context, tabs.harness.secureUrl);
  const { stores, rows } = fixture(2);
  const row = (project: string, entity: string, n: number) => {
    const id = `r${(n * 7) % 1000}`;
    return { project, entity, id, rank: n, data: { id, name: `${project}${n}` } };
  };
  // More than are looked at in one go, and a full block to the end of a project.
  const records = [
    ...Array.from({ length: 700 }, (_, n) => row('p1', 'person', n)),
    ...Array.from({ length: 3 }, (_, n) => row('p1', 'village', n)),
    ...Array.from({ length: 128 }, (_, n) => row('p2', 'person', n)),
    { project: 'p2', entity: 'person', id: 'x', rank: 'spoilt', data: 7, more: true },
  ];
  const seen = await page.evaluate(
    async ({ stores, project, records }) => {
      const old = await mingce.openDB('mingce', 2, {
        upgrade(db) {
          for (const [name, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
            const store = db.createObjectStore(name, { keyPath, autoIncrement });
            for (const index of indexes) store.createIndex(index, index);
          }
        },
      });
      const tx = old.transaction(['records', 'projects'], 'readwrite');
      for (const record of records) void tx.objectStore('records').put(record);
      for (const id of ['p1', 'p2']) void tx.objectStore('projects').put({ ...Object(project), id });
      await tx.done;
      old.close();
      const storage = new mingce.Storage();
      const loaded = [await storage.load('p1'), await storage.load('p2')];
      const db = await mingce.openDB('mingce');
      const sizes = (await db.getAll('blocks')).map(({ project, entity, block, rows }) => [
        project,
        entity,
        block,
        rows.length,
      ]);
      return {
        sizes,
        loaded: loaded.map((answer) => answer.ok && answer.project.records),
        damaged: loaded.map((answer) => answer.ok && answer.damaged),
      };
    },
    { stores, project: rows['projects']?.[0], records },
  );
  expect(seen.sizes).toEqual([
    ...[128, 128, 128, 128, 128, 60].map((size, at) => ['p1', 'person', at, size]),
    ['p1', 'village', 0, 3],
    ['p2', 'person', 0, 128],
    ['p2', 'person', 1, 1],
  ]);
  const names = (project: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ name: `${project}${n}` }));
  expect(seen.loaded).toMatchObject([
    { person: names('p1', 700), village: names('p1', 3) },
    { person: names('p2', 128) },
  ]);
  expect(seen.damaged).toEqual([
    [],
    [expect.objectContaining({ at: 0, reason: 'bad-rank', raw: { id: 'x', rank: 'spoilt', data: 7, more: true } })],
  ]);
});

it('a later step changes what is stored; a failing one leaves everything as it was', async () => {
  const page = await openTab(tabs.context, tabs.harness.secureUrl);
  const id = await makeProject(page);
  const seen = await page.evaluate(async (id) => {
    const bad = await new mingce.Storage({ migrations: mingce.migrations.bad }).load(id);
    const old = new mingce.Storage();
    const before = await old.load(id);
    old.close();
    const fresh = new mingce.Storage({ migrations: mingce.migrations.good });
    const after = await fresh.load(id);
    fresh.close();
    const older = await new mingce.Storage().load(id);
    return { bad, before, after: after.ok && after.meta.name, older };
  }, id);
  expect(seen.bad).toMatchObject({ ok: false, error: { code: 'migration-failed', detail: /a mistake/ } });
  expect(seen.before).toMatchObject({ ok: true, project: PROJECT });
  expect(seen.after).toBe('青神县南城镇党委（新）');
  expect(seen.older).toMatchObject({ ok: false, error: { code: 'newer-version' } });
});

it('a tab with an older program writes what it has, steps aside, and says so', async () => {
  const old = await openTab(tabs.context, tabs.harness.secureUrl);
  const id = await makeProject(old);
  await old.evaluate(async (id) => {
    const storage = new mingce.Storage();
    const loaded = await storage.load(id);
    if (!loaded.ok) throw new Error(loaded.error.code);
    tab.store = new mingce.ListStore(loaded.project);
    tab.saver = mingce.createSaver(storage, loaded, tab.store);
    storage.beforeYield(async () => {
      tab.store.apply([{ op: 'update', entity: 'person', id: 'a', set: { name: '最后一笔' } }]);
      await tab.saver.flush();
    });
  }, id);
  const fresh = await openTab(tabs.context, tabs.harness.secureUrl);
  const loaded = await fresh.evaluate((id) => new mingce.Storage({ migrations: mingce.migrations.good }).load(id), id);
  expect(loaded).toMatchObject({ ok: true, project: { records: { person: [{ name: '最后一笔' }, {}, {}] } } });
  const status = await old.evaluate(() => {
    tab.store.apply([{ op: 'update', entity: 'person', id: 'a', set: { name: '太迟' } }]);
    return tab.saver.status.get();
  });
  expect(status).toMatchObject({ state: 'read-only', error: 'outdated', pending: 1 });
});

it('waits for a tab that does not step aside, and says so', async () => {
  const old = await openTab(tabs.context, tabs.harness.secureUrl);
  const id = await makeProject(old);
  // A program that does not listen to the request.
  await old.evaluate(() => {
    const request = indexedDB.open('mingce');
    return new Promise((resolve) => {
      request.onsuccess = () => resolve(Object.assign(globalThis, { held: request.result }) && undefined);
    });
  });
  const fresh = await openTab(tabs.context, tabs.harness.secureUrl);
  const opened = fresh.evaluate(async (id) => {
    const events: string[] = [];
    const onEvent = ({ kind }: { kind: string }) => {
      events.push(kind);
      document.title = kind;
    };
    const loaded = await new mingce.Storage({ migrations: mingce.migrations.good, onEvent }).load(id);
    return { ok: loaded.ok, events };
  }, id);
  await fresh.waitForFunction(() => document.title === 'blocked');
  await old.close();
  expect(await opened).toEqual({ ok: true, events: ['blocked'] });
});
