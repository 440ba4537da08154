import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import {
  expectCells,
  go,
  menu,
  newProject,
  openSample,
  paste,
  sheetReady,
  stored,
  storedRows,
  type,
} from './support.ts';

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

/** All records and layouts that are stored, word for word. */
const everything = async (page: Page): Promise<string> =>
  JSON.stringify([await storedRows(page, 'blocks'), await storedRows(page, 'layouts')]);

test('in a window that only reads, neither the calendar nor a wizard writes anything', async ({ page, context }) => {
  test.setTimeout(180_000);
  await openSample(page);
  await type(page, 'D4', '先改的');
  await stored(page, '先改的');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByText(/正在另一个窗口中编辑/)).toBeVisible({ timeout: 30_000 });
  await sheetReady(other);
  /** What was opened in the window that writes stays open there when the other one takes over. */
  let [writer, reader] = [page, other];
  const takeOver = async (): Promise<string> => {
    await reader.getByRole('button', { name: '在此窗口编辑' }).click();
    await expect(writer.getByText(/已转到另一个窗口编辑/)).toBeVisible();
    await sheetReady(reader);
    [writer, reader] = [reader, writer];
    return everything(writer);
  };
  const calendar = (window: Page) => window.getByRole('dialog', { name: '选年月' });
  const openCalendar = async (window: Page): Promise<void> => {
    await go(window, 'G4');
    await window.keyboard.press('Alt+ArrowDown');
  };
  const refusal = reader.getByRole('dialog', { name: '提示' });
  // A key right behind the name box is now and then not answered, why is not known; nothing can be lost here: then once more.
  await expect(async () => {
    await go(reader, 'N5');
    await reader.keyboard.type('改');
    await expect(refusal).toContainText('这里现在只能查看，刚才的内容没有写进去。', { timeout: 3_000 });
  }).toPass();
  await refusal.getByRole('button', { name: '确定' }).click();
  await openCalendar(reader);
  await expect(reader.getByText('只读窗口，不能修改。').first()).toBeVisible();
  await expect(calendar(reader)).toHaveCount(0);
  await openCalendar(writer);
  const marked = calendar(writer).getByRole('button', { pressed: true });
  await expect(marked).toBeFocused();
  let before = await takeOver();
  await expect(calendar(reader).getByText('只读窗口，不能修改。')).toBeVisible();
  await marked.focus();
  for (const key of ['ArrowRight', 'Enter', 'Control+Enter']) await reader.keyboard.press(key);
  await calendar(reader).getByRole('button', { pressed: false }).last().click();
  await reader.keyboard.press('Escape');
  await expectCells(reader, 'G4', [['2004.07']]);
  expect(await everything(writer)).toBe(before);

  for (const name of ['新增人员', '培训登记']) {
    await menu(writer, '办理', name);
    const panel = writer.getByRole('region', { name, exact: true });
    const primary = panel.locator('.mingce-wizard-primary');
    const everybody = panel.getByRole('button', { name: /^选中列出的/ });
    await expect(async () => {
      for (const field of await panel.locator('input[data-wizard-field]:not([readonly])').all()) await field.fill('3');
      if (await everybody.isVisible()) await everybody.click();
      if (!/^(完成|保存)$/.test((await primary.textContent()) ?? '')) await primary.click();
      await expect(primary).toHaveText(/^(完成|保存)$/, { timeout: 500 });
    }).toPass();
    before = await takeOver();
    await expect(panel.getByText('现在只能查看，不能保存。')).toBeVisible();
    await expect(primary).toBeDisabled();
    await panel.locator('input, textarea, button').first().focus();
    for (let n = 0; n < 3; n++) await reader.keyboard.press('Control+Enter');
    await expect(reader.getByText('人数 60')).toBeVisible();
    expect(await everything(writer)).toBe(before);
    await reader.getByRole('button', { name: '办理', exact: true }).click();
    await expect(reader.getByRole('menuitem', { name })).toBeDisabled();
    await reader.keyboard.press('Escape');
  }

  // The same keys take a month in the window that may write.
  await openCalendar(writer);
  await expect(calendar(writer).getByRole('button', { pressed: true })).toBeFocused();
  for (const key of ['ArrowRight', 'Enter']) await writer.keyboard.press(key);
  await expect.poll(() => everything(writer)).not.toBe(before);
});

/** So many characters in which nothing repeats: the database packs what does, and would find room for it. */
function unlike(length: number): string {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCodePoint(0x4e00 + ((seed >>> 16) % 20_000));
  }).join('');
}

test('a full disk is said, nothing is lost, and saving goes on when there is room', async ({ page, baseURL }) => {
  // Before the page opens its database: from then on the browser remembers for half a minute how much room there is.
  const origin = new URL(baseURL ?? '').origin;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 300_000 });
  await newProject(page);
  await type(page, 'D4', '赵样文');
  const remark = unlike(8_000);
  await paste(page, 'N4', Array.from({ length: 24 }, () => remark).join('\n'));
  await expect(page.getByRole('alert').getByText(/保存失败/)).toBeVisible({ timeout: 60_000 });
  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  // It also tries again by itself, and may be quicker than the click.
  const saved = page.getByText(/^已保存/);
  await Promise.race([page.getByRole('button', { name: '重试' }).click(), saved.waitFor()]);
  await expect(saved).toBeVisible();
  expect((await stored(page, '赵样文'))['remark']).toBe(remark);
});

/** Spoils one stored person. */
async function damage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('mingce');
      request.onsuccess = () => resolve(request.result);
    });
    const store = db.transaction('blocks', 'readwrite').objectStore('blocks');
    const blocks = await new Promise<{ entity: string; rows: object[] }[]>((resolve) => {
      const request = store.getAll();
      request.onsuccess = () => resolve(request.result);
    });
    const block = blocks.find(({ entity }) => entity === 'person');
    if (block)
      store.put({ ...block, rows: block.rows.map((row, at) => (at === 0 ? { ...row, data: 'spoilt' } : row)) });
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

test('what is being typed when the page goes away is kept; a book is closed without an error', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await openSample(page);
  await go(page, 'N4');
  await page.keyboard.type('没打完');
  await page.reload();
  await sheetReady(page);
  expect((await stored(page, '赵样文'))['remark']).toBe('没打完');
  await go(page, 'N5');
  await page.keyboard.type('也没打完');
  await page.getByRole('button', { name: '首页' }).click();
  await expect(page.getByRole('button', { name: /新建名册/ })).toBeVisible();
  expect((await stored(page, '钱样静'))['remark']).toBe('也没打完');
  // Whatever was to be done a moment later has been done.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  expect(errors).toEqual([]);
});
