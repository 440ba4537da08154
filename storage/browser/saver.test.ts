import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Patch } from '../../records/types.ts';
import { makeProject, openTab, PROJECT, testTabs } from './page.node.ts';

/** What an edit leaves in the IndexedDB of a real Chromium, and what the clerk is told about it. */

const tabs = testTabs();
let page: Page;

beforeEach(async () => {
  page = await openTab(tabs.context, tabs.harness.secureUrl);
});

const load = (tab: Page, id: string) =>
  tab.evaluate(async (id) => {
    const storage = new mingce.Storage();
    const loaded = await storage.load(id);
    storage.close();
    if (!loaded.ok) throw new Error(loaded.error.code);
    return { project: loaded.project, place: loaded.place, layouts: [...loaded.layouts], rev: loaded.meta.rev };
  }, id);

it('writes an edit at once and says when it is acknowledged', async () => {
  const id = await makeProject(page);
  const seen = await page.evaluate(async (id) => {
    const storage = new mingce.Storage();
    const loaded = await storage.load(id);
    if (!loaded.ok) throw new Error(loaded.error.code);
    const store = new mingce.ListStore(loaded.project);
    const saver = mingce.createSaver(storage, loaded, store);
    const states: string[] = [];
    const saved = new Promise<void>((resolve) => {
      saver.status.subscribe((status) => {
        states.push(`${status.state} ${status.pending}`);
        if (status.state === 'saved') resolve();
      });
    });
    const before = Date.now();
    store.apply([{ op: 'update', entity: 'person', id: 'b', set: { name: '王五' } }]);
    store.apply([{ op: 'insert', entity: 'person', record: { id: 'n', name: '新' }, before: 'b' }]);
    store.apply([{ op: 'settings', set: { unit: '白虎镇党委' } }]);
    saver.place({ sheet: 'roster', cell: 'K12' });
    saver.layout('roster', { notes: ['记'] });
    await saved;
    const at = saver.status.get().at;
    return { states, late: at ? at.getTime() >= before : false, model: store.toJson() };
  }, id);
  const back = await load(page, id);
  expect(back.project).toEqual(seen.model);
  expect(back.project.records.person?.map((record) => record.id)).toEqual(['a', 'n', 'b', 'c']);
  expect(back).toMatchObject({
    place: { sheet: 'roster', cell: 'K12' },
    layouts: [['roster', { notes: ['记'] }]],
    rev: 1,
  });
  expect(seen.late).toBe(true);
  // Where one is is stored along, and is no change that could be lost.
  expect(seen.states).toEqual(['saving 1', 'saving 2', 'saving 3', 'saving 3', 'saving 4', 'saving 4', 'saved 0']);
});

it('writes only the blocks in which something changed', async () => {
  const id = await makeProject(page);
  const puts = await page.evaluate(async (id) => {
    const storage = new mingce.Storage();
    const loaded = await storage.load(id);
    if (!loaded.ok) throw new Error(loaded.error.code);
    const store = new mingce.ListStore(loaded.project);
    const saver = mingce.createSaver(storage, loaded, store);
    const written: string[] = [];
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, ...rest) {
      written.push(`${this.name} ${value.id ?? value.entity}`);
      return put.call(this, value, ...rest);
    };
    store.apply([{ op: 'insert', entity: 'person', record: { id: 'n' }, before: 'a' }]);
    await saver.flush();
    store.apply([{ op: 'order', entity: 'person', ids: ['n', 'b', 'c', 'a'] }]);
    await saver.flush();
    IDBObjectStore.prototype.put = put;
    return { written, model: store.toJson() };
  }, id);
  expect(puts.written).toEqual([`projects ${id}`, 'blocks person', `projects ${id}`, 'blocks person']);
  expect((await load(page, id)).project).toEqual(puts.model);
});

it('keeps an edit made in the very moment the tab is closed', async () => {
  const id = await makeProject(page);
  await page.evaluate(async (id) => {
    const storage = new mingce.Storage();
    const loaded = await storage.load(id);
    if (!loaded.ok) throw new Error(loaded.error.code);
    const store = new mingce.ListStore(loaded.project);
    const saver = mingce.createSaver(storage, loaded, store);
    addEventListener('pagehide', () => {
      // One edit whose write is under way, and one after it.
      store.apply([{ op: 'update', entity: 'person', id: 'a', set: { name: '倒数第二' } }]);
      void saver.flush();
      store.apply([{ op: 'update', entity: 'person', id: 'b', set: { name: '倒数第一' } }]);
      saver.flushOnLeave();
    });
  }, id);
  await page.goto('about:blank');
  const other = await openTab(tabs.context, tabs.harness.secureUrl);
  expect((await load(other, id)).project.records.person).toMatchObject([
    { name: '倒数第二' },
    { name: '倒数第一' },
    {},
  ]);
});

it('shows a full disk, keeps the edit, and writes it when there is room', async () => {
  const devtools = await tabs.context.newCDPSession(page);
  const origin = new URL(tabs.harness.secureUrl).origin;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
  const id = await makeProject(page);
  await page.evaluate(async (id) => {
    const storage = new mingce.Storage();
    const loaded = await storage.load(id);
    if (!loaded.ok) throw new Error(loaded.error.code);
    const store = new mingce.ListStore(loaded.project);
    Object.assign(tab, { store, saver: mingce.createSaver(storage, loaded, store) });
  }, id);
  const failed = await page.evaluate(() => {
    tab.store.apply([{ op: 'update', entity: 'person', id: 'a', set: { name: '满'.repeat(1_000_000) } }]);
    return tab.saver.flush();
  });
  expect(failed).toMatchObject({ state: 'failed', error: 'quota-exceeded', pending: 1 });
  expect((await load(page, id)).project.records.person).toMatchObject([{ name: '张三' }, {}, {}]);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  // Not asked for again: the next try comes by itself.
  await page.waitForFunction(() => tab.saver.status.get().state === 'saved');
  expect((await load(page, id)).project.records.person).toMatchObject([{ name: '满'.repeat(1_000_000) }, {}, {}]);
});

it('opens a broken connection anew', async () => {
  const id = await makeProject(page);
  const status = await page.evaluate(async (id) => {
    const open = indexedDB.open.bind(indexedDB);
    const connections: IDBDatabase[] = [];
    indexedDB.open = (...args) => {
      const request = open(...args);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    };
    const storage = new mingce.Storage();
    const loaded = await storage.load(id);
    if (!loaded.ok) throw new Error(loaded.error.code);
    const store = new mingce.ListStore(loaded.project);
    const saver = mingce.createSaver(storage, loaded, store);
    for (const connection of connections) connection.close();
    store.apply([{ op: 'update', entity: 'person', id: 'a', set: { name: '后来' } }]);
    const first = await saver.flush();
    return { first, second: await saver.retry(), opened: connections.length };
  }, id);
  expect(status.first).toMatchObject({ state: 'failed', error: 'connection-closed', pending: 1 });
  expect(status.second).toMatchObject({ state: 'saved', pending: 0 });
  expect(status.opened).toBe(2);
  expect((await load(page, id)).project.records.person).toMatchObject([{ name: '后来' }, {}, {}]);
});

it('never writes over what another tab has written, or into a project that is gone', async () => {
  const id = await makeProject(page);
  const seen = await page.evaluate(async (id) => {
    const savers = [];
    for (let i = 0; i < 3; i++) {
      const storage = new mingce.Storage();
      const loaded = await storage.load(id);
      if (!loaded.ok) throw new Error(loaded.error.code);
      const store = new mingce.ListStore(loaded.project);
      savers.push({ storage, store, saver: mingce.createSaver(storage, loaded, store) });
    }
    const answers = [];
    for (const [i, { store, saver }] of savers.entries()) {
      store.apply([{ op: 'update', entity: 'person', id: 'a', set: { name: `第${i}` } }]);
      if (i === 2) await savers[0]?.storage.remove(id);
      answers.push(await saver.flush());
    }
    return answers;
  }, id);
  expect(seen).toMatchObject([
    { state: 'saved' },
    { state: 'read-only', error: 'conflict', pending: 1 },
    { state: 'read-only', error: 'project-missing', pending: 1 },
  ]);
});

it('what is stored is what the store holds, whatever was done', async () => {
  const step = fc.tuple(fc.constantFrom('insert', 'update', 'remove', 'order', 'flush', 'reload'), fc.nat(), fc.nat());
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
      const id = await makeProject(page);
      const model = await page.evaluate(
        async ([id, steps]) => {
          const storage = new mingce.Storage();
          const open = async () => {
            const loaded = await storage.load(id);
            if (!loaded.ok) throw new Error(loaded.error.code);
            const store = new mingce.ListStore(loaded.project);
            return { store, saver: mingce.createSaver(storage, loaded, store) };
          };
          let { store, saver } = await open();
          for (const [n, [what, x, y]] of steps.entries()) {
            const ids = store.ids('person');
            const one = ids[x % Math.max(1, ids.length)];
            const patch: Patch[number][] = [];
            if (what === 'insert') {
              const at = ids[y % (ids.length + 1)];
              const record = { id: `n${n}`, name: String(x) };
              patch.push({ op: 'insert', entity: 'person', record, ...(at === undefined ? {} : { before: at }) });
            } else if (what === 'update' && one !== undefined) {
              patch.push({ op: 'update', entity: 'person', id: one, set: { phone: String(y) } });
            } else if (what === 'remove' && one !== undefined) {
              patch.push({ op: 'remove', entity: 'person', id: one });
            } else if (what === 'order') {
              const cut = y % (ids.length + 1);
              patch.push({ op: 'order', entity: 'person', ids: [...ids.slice(cut), ...ids.slice(0, cut)].reverse() });
            } else if (what === 'flush') await saver.flush();
            else if (what === 'reload') {
              await saver.dispose();
              ({ store, saver } = await open());
            }
            store.apply(patch);
          }
          await saver.dispose();
          return store.toJson();
        },
        [id, steps] as const,
      );
      const { project } = await load(page, id);
      expect(project.records.person ?? []).toEqual(model.records.person ?? []);
    }),
    { numRuns: 25 },
  );
});

it('refuses to store records without ids', async () => {
  const words = await page.evaluate(async (json) => {
    const bad = { ...json, records: { person: [{ name: '无号' }] } };
    return new mingce.Storage().create(bad).catch((error: unknown) => String(error));
  }, PROJECT);
  expect(words).toContain('TypeError');
});
