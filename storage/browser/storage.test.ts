import type { Page } from '@playwright/test';
import { beforeEach, describe, expect, it } from 'vitest';
import { openTab, PROJECT, testTabs } from './page.node.ts';

/** Storage against the IndexedDB of a real Chromium. */

const tabs = testTabs();
let page: Page;

beforeEach(async () => {
  page = await openTab(tabs.context, tabs.harness.secureUrl);
});

describe('a project', () => {
  it('comes back whole after the page is loaded anew', async () => {
    const id = await page.evaluate(async (json) => {
      const made = await new mingce.Storage().create(json);
      if (!made.ok) throw new Error(made.error.code);
      return made.id;
    }, PROJECT);
    await page.reload();
    await page.waitForFunction(() => 'mingce' in globalThis);
    const back = await page.evaluate(async (id) => {
      const storage = new mingce.Storage();
      return { loaded: await storage.load(id), list: await storage.list() };
    }, id);
    expect(back.loaded).toMatchObject({ ok: true, project: PROJECT, place: null, damaged: [] });
    expect(back.list).toMatchObject({
      ok: true,
      projects: [{ id, meta: { name: '青神县南城镇党委', rev: 0, counts: { person: 3, village: 1 } } }],
    });
  });

  it('comes back in its order with more records than are read together, and without a neighbour’s', async () => {
    const seen = await page.evaluate(async (json) => {
      const storage = new mingce.Storage();
      const people = (name: string, count: number) =>
        Array.from({ length: count }, (_, at) => ({ id: `${(at * 7) % 10}-${at}`, name: `${name}${at}` }));
      const made = [];
      // Just as many as are stored and as are read together, and one more or less.
      for (const count of [127, 128, 129, 4_095, 4_096, 4_097, 9_000]) {
        const records = { ...json.records, person: people(`${count}-`, count) };
        const one = await storage.create({ ...json, records });
        if (!one.ok) throw new Error(one.error.code);
        made.push({ id: one.id, records });
      }
      const same = [];
      for (const { id, records } of made) {
        const loaded = await storage.load(id);
        same.push(loaded.ok && JSON.stringify(loaded.project.records) === JSON.stringify(records));
      }
      return same;
    }, PROJECT);
    expect(seen).toEqual([true, true, true, true, true, true, true]);
  });

  it('is gone after removal, and only it; its export log stays', async () => {
    const seen = await page.evaluate(async (json) => {
      const storage = new mingce.Storage();
      const one = await storage.create(json);
      const other = await storage.create(json);
      if (!one.ok || !other.ok) throw new Error('not made');
      const at = '2026-01-02T03:04:05.000Z';
      const line = {
        at,
        unit: 'u',
        template: 'roster',
        fileName: 'f.xlsx',
        rows: 3,
        mask: 'none',
        sha256: 'x',
        failed: 2,
      };
      await storage.logExport({ ...line, project: one.id });
      await storage.logExport({ ...line, project: other.id });
      await storage.remove(one.id);
      const log = await storage.exports();
      const own = await storage.exports(one.id);
      return {
        one: await storage.load(one.id),
        other: await storage.load(other.id),
        log: log.ok && log.entries.length,
        own: own.ok && own.entries,
        rows: await (await mingce.openDB('mingce')).count('blocks'),
      };
    }, PROJECT);
    expect(seen.one).toEqual({ ok: false, error: { code: 'project-missing' } });
    expect(seen.other).toMatchObject({ ok: true, project: PROJECT });
    expect(seen.rows).toBe(2);
    expect(seen.log).toBe(2);
    expect(seen.own).toMatchObject([{ rows: 3, failed: 2, sha256: 'x' }]);
  });
});

describe('damaged rows', () => {
  const spoil = (page: Page) =>
    page.evaluate(async (json) => {
      const storage = new mingce.Storage();
      const made = await storage.create(json);
      if (!made.ok) throw new Error(made.error.code);
      const db = await mingce.openDB('mingce');
      const block = await db.get('blocks', [made.id, 'person', 0]);
      block.rows[1].rank = 'x';
      block.rows.push(block.rows[0]);
      await db.put('blocks', block);
      await db.put('blocks', { project: made.id, entity: 'person', block: 7, rows: '?' });
      await db.put('layouts', { project: made.id, sheet: 's', layout: new Map() });
      db.close();
      return made.id;
    }, PROJECT);

  it('are named, never block the others, and are never written over', async () => {
    const id = await spoil(page);
    const seen = await page.evaluate(async (id) => {
      const storage = new mingce.Storage();
      const loaded = await storage.load(id);
      if (!loaded.ok) throw new Error(loaded.error.code);
      const store = new mingce.ListStore(loaded.project);
      const saver = mingce.createSaver(storage, loaded, store);
      store.apply([{ op: 'update', entity: 'person', id: 'a', set: { name: '改' } }]);
      const status = await saver.flush();
      const again = await storage.load(id);
      const raw = await storage.raw(id);
      return { loaded, status, again, raw: raw.ok ? JSON.parse(raw.parts.join('')) : null };
    }, id);
    expect(seen.loaded.project.records.person?.map((r) => r.id)).toEqual(['a', 'c']);
    expect(seen.loaded.damaged).toMatchObject([
      { store: 'blocks', key: [id, 'person', 0], at: 1, reason: 'bad-rank', raw: { id: 'b', rank: 'x' } },
      { store: 'blocks', key: [id, 'person', 0], at: 3, reason: 'bad-key', raw: { id: 'a' } },
      { store: 'blocks', key: [id, 'person', 7], reason: 'bad-data', raw: { rows: '?' } },
      { store: 'layouts', key: [id, 's'], reason: 'bad-layout' },
    ]);
    expect(seen.status).toMatchObject({ state: 'read-only', error: 'damaged-data', pending: 1 });
    expect(seen.again).toEqual(seen.loaded);
    expect(seen.raw.blocks[0].rows).toContainEqual(expect.objectContaining({ id: 'b', rank: 'x' }));
    expect(seen.raw.layouts).toEqual([{ project: id, sheet: 's', layout: { $map: [] } }]);
  });

  it('can be set aside whole, after which the project is written again', async () => {
    const id = await spoil(page);
    const seen = await page.evaluate(async (id) => {
      const storage = new mingce.Storage();
      const loaded = await storage.load(id);
      if (!loaded.ok) throw new Error(loaded.error.code);
      await storage.quarantine(id, loaded.damaged);
      const again = await storage.load(id);
      const raw = await storage.raw(id);
      const people = again.ok && again.project.records.person?.map((r) => r.id);
      return { people, damaged: again.ok && again.damaged, raw: raw.ok ? JSON.parse(raw.parts.join('')) : null };
    }, id);
    expect(seen.damaged).toEqual([]);
    expect(seen.people).toEqual(['a', 'c']);
    expect(seen.raw.quarantine).toMatchObject([
      { store: 'blocks', reason: 'bad-key', raw: { id: 'a', rank: 0 } },
      { store: 'blocks', reason: 'bad-rank', raw: { id: 'b', rank: 'x' } },
      { store: 'blocks', reason: 'bad-data', raw: { rows: '?' } },
      { store: 'layouts', reason: 'bad-layout' },
    ]);
  });

  it('settings that no longer parse leave the people readable and the project in the list', async () => {
    const seen = await page.evaluate(async (json) => {
      const storage = new mingce.Storage();
      const made = await storage.create(json);
      if (!made.ok) throw new Error(made.error.code);
      const db = await mingce.openDB('mingce');
      await db.put('projects', { ...made.meta, settings: { ...json.settings, asOf: 17 } });
      return { id: made.id, loaded: await storage.load(made.id), list: await storage.list() };
    }, PROJECT);
    expect(seen.loaded).toMatchObject({
      ok: true,
      project: { records: PROJECT.records, settings: { unit: '南城镇党委' } },
      damaged: [{ store: 'projects', reason: 'bad-settings' }],
    });
    expect(seen.list).toEqual({ ok: true, projects: [{ id: seen.id, meta: null }] });
  });
});

describe('photos', () => {
  const bytes = (last: number) => [0xff, 0xd8, 0xff, last];
  const hash = (n: number) => String(n).repeat(64);

  it('are kept beside the records, come with a new project, leave with it, and stand in the raw data', async () => {
    const seen = await page.evaluate(
      async ({ json, first, second, one, two }) => {
        const storage = new mingce.Storage();
        const photo = (sha256: string, list: number[]) =>
          ({ sha256, bytes: Uint8Array.from(list), type: 'image/jpeg' }) as const;
        const made = await storage.create(json, undefined, [photo(one, first)]);
        const other = await storage.create(json);
        if (!made.ok || !other.ok) throw new Error('not made');
        const { id } = made;
        const kept = await storage.keepPhoto(id, photo(two, second));
        const back = [await storage.photo(id, one), await storage.photo(id, two), await storage.photo(other.id, one)];
        const db = await mingce.openDB('mingce');
        await db.put('photos', { project: id, sha256: 'x', type: 'image/png', bytes: new Uint8Array(3) });
        const broken = await storage.photo(id, 'x');
        const raw = await storage.raw(id);
        await storage.remove(id);
        const after = await storage.keepPhoto(id, photo(two, second));
        return {
          kept,
          back: back.map((answer) => answer.ok && answer.photo && [...answer.photo.bytes]),
          broken,
          raw: raw.ok && JSON.parse(raw.parts.join('')).photos,
          after,
          rows: await db.count('photos'),
        };
      },
      { json: PROJECT, first: bytes(1), second: bytes(2), one: hash(1), two: hash(2) },
    );
    expect(seen.kept).toEqual({ ok: true });
    expect(seen.back).toEqual([bytes(1), bytes(2), null]);
    expect(seen.broken).toEqual({ ok: true, photo: null });
    expect(seen.raw).toMatchObject([
      { sha256: hash(1), bytes: 'data:image/jpeg;base64,/9j/AQ==' },
      { sha256: hash(2), bytes: 'data:image/jpeg;base64,/9j/Ag==' },
      { sha256: 'x', bytes: { $bytes: [0, 0, 0] } },
    ]);
    expect(seen.after).toEqual({ ok: false, error: { code: 'project-missing' } });
    expect(seen.rows).toBe(0);
  });

  it('go only when no record, no layout and no row set aside can want them', async () => {
    const wants = [1, 2, 3].map((n) => `photo:${hash(n)}`);
    const seen = await page.evaluate(
      async ({ json, wants, list, hashes }) => {
        const storage = new mingce.Storage();
        const photos = hashes.map((sha256) => ({ sha256, bytes: Uint8Array.from(list), type: 'image/jpeg' }) as const);
        const records = { ...json.records, person: [{ id: 'a', photo: wants[0] }] };
        const made = await storage.create({ ...json, records }, undefined, photos);
        if (!made.ok) throw new Error(made.error.code);
        const db = await mingce.openDB('mingce');
        await db.put('layouts', { project: made.id, sheet: 'wizard', layout: { values: { photo: wants[1] } } });
        await db.put('quarantine', { project: made.id, raw: { data: { photo: wants[2] } } });
        const sweep = async (damaged: boolean) => {
          const loaded = await storage.load(made.id);
          if (!loaded.ok) throw new Error(loaded.error.code);
          const reason = 'bad-data' as const;
          const rows = damaged ? [{ store: 'blocks' as const, key: 'x', reason, raw: null }] : [];
          return storage.sweepPhotos({ ...loaded, damaged: rows });
        };
        const withDamage = await sweep(true);
        const clean = await sweep(false);
        return { withDamage, clean, left: (await db.getAllKeys('photos')).map((key) => Object(key)[1]) };
      },
      { json: PROJECT, wants, list: bytes(1), hashes: [1, 2, 3, 4].map(hash) },
    );
    expect(seen.withDamage).toEqual({ ok: true, removed: 0 });
    expect(seen.clean).toEqual({ ok: true, removed: 1 });
    expect(seen.left).toEqual([1, 2, 3].map(hash));
  });
});
