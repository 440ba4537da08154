import { expect, test } from '@playwright/test';
import { expectCells, nameBox, openSample } from './support.ts';

/** In milliseconds. */
const FRAME = 20;

test('a stored book is drawn without waiting for a clock', async ({ page }) => {
  await openSample(page);
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await page.addInitScript(() => {
    const { prototype } = CanvasRenderingContext2D;
    const draw = prototype.fillText;
    prototype.fillText = function (text, ...place) {
      draw.call(this, text, ...place);
      if (text === '白虎村') Reflect.set(window, 'drawn', true);
    };
  });
  // The page's clock goes on by the frame and only as long as the test says so.
  const now = new Date();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(new Date(now.getTime() + 60_000));
  await page.reload();
  // What is fetched and read takes no time of the clock.
  await page.locator('.mc-sheet-inner').waitFor();
  const drawn = () => page.evaluate(() => Reflect.get(window, 'drawn') === true);
  let passed = 0;
  for (; passed < 400 && !(await drawn()); passed += FRAME) await page.clock.runFor(FRAME);
  expect(passed).toBeLessThan(200);
});

test('books are opened one after the other on the same page, and the bars belong to the one that is open', async ({
  page,
}) => {
  await openSample(page);
  await expect(page.getByText(/^已保存/)).toBeVisible();
  for (const [left, next] of [
    ['B4', 'C4'],
    ['C4', 'D4'],
  ] as const) {
    await page.getByRole('button', { name: '首页' }).click();
    await page
      .getByRole('button', { name: /南城镇/ })
      .first()
      .click();
    // Where the cursor was left, and it goes on from there.
    await expect(nameBox(page)).toHaveValue(left, { timeout: 30_000 });
    await page.keyboard.press('ArrowRight');
    await expect(nameBox(page)).toHaveValue(next);
  }
  await expectCells(page, 'C4:D4', [['白虎村', '赵样文']]);
});
