import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { makeProject, openTab, testTabs } from './page.node.ts';

/** One writer per project, with Web Locks and without: real tabs of a real Chromium. */

const tabs = testTabs();

/** Opens a project in a tab as the page does; answers the saver's and the lock's state. */
const open = (page: Page, id: string) =>
  page.evaluate(async (id) => {
    tab.projects = new mingce.Storage();
    const answer = await mingce.openProject(tab.projects, id);
    if (!answer.ok) throw new Error(answer.error.code);
    tab.opened = answer;
    tab.lock = answer.lock;
    tab.store = new mingce.ListStore(answer.loaded.project);
    tab.saver = mingce.saveProject(tab.projects, answer, tab.store);
    return [tab.saver.status.get().state, tab.lock.status.get()];
  }, id);

const takeOver = (page: Page) =>
  page.evaluate(async () => {
    const answer = await mingce.takeOverProject(tab.projects, tab.opened);
    if (!answer.ok) throw new Error(answer.error.code);
    tab.store = new mingce.ListStore(answer.loaded.project);
    tab.saver = mingce.saveProject(tab.projects, answer, tab.store);
    return [tab.saver.status.get().state, tab.lock.status.get(), tab.store.get('person', 'a')?.name];
  });

const edit = (page: Page, name: string) =>
  page.evaluate(async (name) => {
    tab.store.apply([{ op: 'update', entity: 'person', id: 'a', set: { name } }]);
    const status = await tab.saver.flush();
    return [status.state, status.error];
  }, name);

describe.each(['secureUrl', 'insecureUrl'] as const)('%s', (kind) => {
  const twoTabs = async () => {
    const one = await openTab(tabs.context, tabs.harness[kind]);
    const two = await openTab(tabs.context, tabs.harness[kind]);
    expect(await one.evaluate(() => 'locks' in navigator)).toBe(kind === 'secureUrl');
    return { one, two, id: await makeProject(one) };
  };

  it('the second tab reads only, and writes nothing', async () => {
    const { one, two, id } = await twoTabs();
    expect(await open(one, id)).toEqual(['saved', 'held']);
    expect(await open(two, id)).toEqual(['read-only', 'elsewhere']);
    expect(await edit(two, '不该写入')).toEqual(['read-only', 'read-only']);
    expect(await edit(one, '写入')).toEqual(['saved', undefined]);
  });

  it('taking over gets what the first tab had not yet written; the first then reads only', async () => {
    const { one, two, id } = await twoTabs();
    await open(one, id);
    await open(two, id);
    await one.evaluate(() => {
      const write = tab.projects.write.bind(tab.projects);
      tab.projects.write = async (...args) => {
        // A slow disk: the edit is still on its way when the other tab asks.
        await new Promise((resolve) => setTimeout(resolve, 400));
        return write(...args);
      };
      tab.store.apply([{ op: 'update', entity: 'person', id: 'a', set: { name: '在途' } }]);
    });
    expect(await takeOver(two)).toEqual(['saved', 'held', '在途']);
    expect(await edit(two, '接管后')).toEqual(['saved', undefined]);
    expect(
      await one.evaluate(() => [tab.saver.status.get().state, tab.saver.status.get().error, tab.lock.status.get()]),
    ).toEqual(['read-only', 'taken-over', 'elsewhere']);
    expect(await edit(one, '不该写入')).toEqual(['read-only', 'taken-over']);
    // And back again.
    expect(await takeOver(one)).toEqual(['saved', 'held', '接管后']);
    expect(await edit(one, '回来')).toEqual(['saved', undefined]);
  });

  it('takes over from a tab that does not answer, which then finds out before it writes', async () => {
    const { one, two, id } = await twoTabs();
    await open(one, id);
    await open(two, id);
    await one.evaluate(() => {
      tab.lock.beforeYield = () => new Promise(() => {});
      BroadcastChannel.prototype.postMessage = () => {};
    });
    expect((await takeOver(two)).slice(0, 2)).toEqual(['saved', 'held']);
    expect(await edit(one, '不该写入')).toEqual(['read-only', 'taken-over']);
  });

  it('a closed or crashed tab leaves the lock free', async () => {
    const { one, two, id } = await twoTabs();
    await open(one, id);
    await one.close();
    expect(await open(two, id)).toEqual(['saved', 'held']);
    await two.evaluate(() => tab.lock.release());
    const three = await openTab(tabs.context, tabs.harness[kind]);
    expect(await open(three, id)).toEqual(['saved', 'held']);
  });

  it('different projects do not get in each other’s way', async () => {
    const { one, two, id } = await twoTabs();
    expect(await open(one, id)).toEqual(['saved', 'held']);
    expect(await open(two, await makeProject(two))).toEqual(['saved', 'held']);
  });
});

it('asks for persistence once, and says where it cannot', async () => {
  const secure = await openTab(tabs.context, tabs.harness.secureUrl);
  const asked = await secure.evaluate(async () => {
    let times = 0;
    navigator.storage.persist = async () => ++times > 0 && false;
    navigator.storage.persisted = async () => false;
    const storage = new mingce.Storage();
    return [await mingce.askPersistence(storage), await mingce.askPersistence(storage), times];
  });
  expect(asked).toEqual([{ ok: true, persistence: 'denied' }, { ok: true, persistence: 'denied' }, 1]);
  const insecure = await openTab(tabs.context, tabs.harness.insecureUrl);
  const unsupported = await insecure.evaluate(() => mingce.askPersistence(new mingce.Storage()));
  expect(unsupported).toEqual({ ok: true, persistence: 'unsupported' });
});

it('hashes where there is no secure context', async () => {
  const page = await openTab(tabs.context, tabs.harness.insecureUrl);
  const hash = await page.evaluate(async () => [
    globalThis.crypto.subtle === undefined,
    await mingce.sha256Hex(new TextEncoder().encode('abc')),
  ]);
  expect(hash).toEqual([true, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad']);
});
