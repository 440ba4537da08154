import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
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

export async function openStage(): Promise<Stage> {
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
