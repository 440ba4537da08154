import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Harness, startHarness } from '../../../storage/browser/harness.node.ts';

/** One page of a real Chromium with the components in it (`shown`), for the tests. */
export interface Stage {
  readonly harness: Harness;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the handlers were called with, in order. */
  calls(): Promise<unknown[][]>;
  /** A fresh page, with or without a secure context. */
  reset(url?: string): Promise<void>;
}

/** The stage of a test file: opened before its tests, fresh before each, closed after them. */
export function testStage(): Stage {
  let open: Stage | undefined;
  const stage = (): Stage => {
    if (open === undefined) throw new Error('the stage opens before the first test');
    return open;
  };
  beforeAll(async () => {
    open = await openStage();
  });
  afterAll(() => open?.harness.close());
  beforeEach(() => stage().reset());
  return {
    get harness() {
      return stage().harness;
    },
    get context() {
      return stage().context;
    },
    get page() {
      return stage().page;
    },
    calls: () => stage().calls(),
    reset: (url) => stage().reset(url),
  };
}

async function openStage(): Promise<Stage> {
  const harness = await startHarness(fileURLToPath(new URL('./entry.tsx', import.meta.url)));
  const context = await harness.browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  return {
    harness,
    context,
    page,
    calls: () => page.evaluate(() => shown.calls),
    async reset(url = harness.secureUrl) {
      await page.goto(url);
      await page.waitForFunction(() => 'mingce' in globalThis);
      await page.evaluate(() => Object.assign(globalThis, { shown: globalThis.mingce }));
    },
  };
}
