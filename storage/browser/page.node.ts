import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Harness, startHarness } from './harness.node.ts';

/** The harness with this room's entry. */
function startStorageHarness(): Promise<Harness> {
  return startHarness(fileURLToPath(new URL('./entry.ts', import.meta.url)));
}

/** What a test file of this room works with. */
export interface Tabs {
  readonly harness: Harness;
  readonly context: BrowserContext;
}

/** A browser for a test file, with this room's entry as its page; storage and tabs are empty after each test. */
export function testTabs(): Tabs {
  let open: Tabs | undefined;
  const tabs = (): Tabs => {
    if (open === undefined) throw new Error('the browser starts before the first test');
    return open;
  };
  beforeAll(async () => {
    const harness = await startStorageHarness();
    open = { harness, context: await harness.browser.newContext() };
  });
  afterAll(() => open?.harness.close());
  afterEach(() => resetTabs(tabs().context, tabs().harness));
  return {
    get harness() {
      return tabs().harness;
    },
    get context() {
      return tabs().context;
    },
  };
}

/** Blank pages of each context, to be used again: a new page costs half a second, a loaded one a tenth. */
const idle = new WeakMap<BrowserContext, Page[]>();

/** A loaded page of the harness; tabs of one context share their storage. */
export async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const page = idle.get(context)?.pop() ?? (await context.newPage());
  // The page's script is a module of its own document, so it has run when the document has loaded.
  await page.goto(url);
  return page;
}

/** Takes every page of a context down and empties its storage, for the next test. */
async function resetTabs(context: BrowserContext, harness: Harness): Promise<void> {
  const pages = context.pages();
  await Promise.all(pages.map((page) => page.goto('about:blank')));
  idle.set(context, pages);
  const [page] = pages;
  if (!page) return;
  const devtools = await context.newCDPSession(page);
  for (const url of [harness.secureUrl, harness.insecureUrl]) {
    await devtools.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'all' });
  }
  await devtools.detach();
}

/** A small project with what is easily lost: rare characters, 18 digits, unknown keys. */
export const PROJECT = {
  pack: 'village-reserve-cadres',
  settings: { county: '青神县', unit: '南城镇党委', level: 'township' as const, asOf: '2017-11-30', ageLimit: 35 },
  records: {
    person: [
      { id: 'a', name: '张三', idNumber: '511425198501010002' },
      { id: 'b', name: '李四', extra: { 民族: '汉' } },
      { id: 'c', name: '𬭎' },
    ],
    village: [{ id: 'v', township: '南城镇', name: '白虎村' }],
  },
  note: { kept: true },
};

/** Stores `PROJECT` in a tab's browser; answers its id. */
export function makeProject(page: Page): Promise<string> {
  return page.evaluate(async (json) => {
    const storage = new mingce.Storage();
    const made = await storage.create(json);
    if (!made.ok) throw new Error(made.error.code);
    storage.close();
    return made.id;
  }, PROJECT);
}
