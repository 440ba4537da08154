import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** The spreadsheet draws itself into this; its screen is its own, what stands in `OURS` within it is the page's. */
const SHEET = '.mc-sheet';
const OURS = ['.mingce-panel', '.mingce-card', '.mingce-form-bar', '.mingce-picker'];

/** Everything that is wrong in the page's own DOM, a line each. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  return page.evaluate(
    async ({ sheet, ours }) => {
      const axe = Reflect.get(window, 'axe');
      const options = { resultTypes: ['violations'] };
      const lines: string[] = [];
      const check = async (context: object): Promise<void> => {
        const result = await axe.run(context, options);
        for (const { id, nodes } of result.violations)
          for (const { target, failureSummary } of nodes) lines.push(`${id} at ${target}: ${failureSummary}`);
      };
      // What still fades in has other colours than it will have.
      const fading = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(fading.map(({ finished }) => finished));
      await check({ exclude: [[sheet]] });
      for (const own of ours) if (document.querySelector(own)) await check({ include: [[own]] });
      return lines;
    },
    { sheet: SHEET, ours: OURS },
  );
}

/** For specs that let the checker in past the page's policy: `test.use({ bypassCSP: true })`. */
export async function expectClean(page: Page): Promise<void> {
  expect.soft(await violations(page), test.info().title).toEqual([]);
}
