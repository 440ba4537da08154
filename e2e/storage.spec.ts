import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectCells, go, openSample, paste, sheetReady, stored, storedPeople, type } from './support.ts';

test('a reload restores records, order, notes beside the table, and the place', async ({ page }) => {
  await openSample(page);
  await type(page, 'D5', '钱改名');
  await type(page, 'P5', '电话里核对过');
  await paste(page, 'B64', '南城镇\t白虎村\t末一人');
  await go(page, 'L7');
  await expect.poll(async () => (await storedPeople(page)).length).toBe(61);
  await page.waitForTimeout(1500);
  await page.reload();
  const box = page.locator('[data-u-comp="defined-name"] input, input[data-u-comp="defined-name"]').first();
  await expect(box).toHaveValue('L7', { timeout: 30_000 });
  await expectCells(page, 'A4:D5', [
    ['1', '南城镇', '白虎村', '赵样文'],
    ['2', '南城镇', '白虎村', '钱改名'],
  ]);
  await expectCells(page, 'P5', [['电话里核对过']]);
  await expectCells(page, 'A64:D64', [['61', '南城镇', '白虎村', '末一人']]);
});

test('an edit is stored although the page is left right after it', async ({ page }) => {
  await openSample(page);
  const { hash } = new URL(page.url());
  await type(page, 'D4', '最后一改');
  await page.goto('about:blank');
  await page.goto(`/${hash}`);
  await sheetReady(page);
  await expectCells(page, 'D4', [['最后一改']]);
});

test('a second tab reads only, and may take over without losing an edit', async ({ page, context }) => {
  await openSample(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByText(/正在另一个窗口中编辑/)).toBeVisible({ timeout: 30_000 });
  await type(page, 'D4', '先改的');
  await stored(page, '先改的');
  await other.getByRole('button', { name: '在此窗口编辑' }).click();
  await expect(page.getByText(/已转到另一个窗口编辑/)).toBeVisible();
  await sheetReady(other);
  await expectCells(other, 'D4', [['先改的']]);
  await type(other, 'D4', '后改的');
  await stored(other, '后改的');
});

test('a full disk is said, nothing is lost, and saving goes on when there is room', async ({ page }) => {
  await page.goto('/');
  const cdp = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
  await openSample(page);
  const remark = '写不进去的备注'.repeat(4000);
  await paste(page, 'N4', Array.from({ length: 60 }, () => remark).join('\n'));
  await expect(page.getByRole('alert').getByText(/保存失败/)).toBeVisible({ timeout: 20_000 });
  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByText(/^已保存/)).toBeVisible();
  expect((await stored(page, '赵样文'))['remark']).toBe(remark);
});

/** Spoils one stored person. */
async function damage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('mingce');
      request.onsuccess = () => resolve(request.result);
    });
    const store = db.transaction('records', 'readwrite').objectStore('records');
    const rows = await new Promise<Record<string, unknown>[]>((resolve) => {
      const request = store.getAll();
      request.onsuccess = () => resolve(request.result);
    });
    const victim = rows.find((row) => row['entity'] === 'person');
    if (victim) store.put({ ...victim, data: 'spoilt' });
    await new Promise((resolve) => {
      store.transaction.oncomplete = resolve;
    });
    db.close();
  });
}

test('damaged data opens read-only, with the raw data as a file, and is not written over', async ({ page }) => {
  await openSample(page);
  await page.getByRole('button', { name: '首页' }).click();
  await expect(page.getByText('南城镇党委').first()).toBeVisible();
  await damage(page);
  await page
    .getByRole('button', { name: /南城镇党委/ })
    .first()
    .click();
  await expect(page.getByText(/有 1 处数据无法读取/)).toBeVisible({ timeout: 30_000 });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出原始数据' }).click();
  const path = await (await download).path();
  expect(await readFile(path, 'utf8')).toContain('spoilt');
  await expect(page.getByText('只读', { exact: true })).toBeVisible();
});
