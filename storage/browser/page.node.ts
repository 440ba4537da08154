import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { type Harness, startHarness } from './harness.node.ts';

/** The harness with this room's entry. */
export function startStorageHarness(): Promise<Harness> {
  return startHarness(fileURLToPath(new URL('./entry.ts', import.meta.url)));
}

/** A loaded page of the harness; tabs of one context share their storage. */
export async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'mingce' in globalThis);
  return page;
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
