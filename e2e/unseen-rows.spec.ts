import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { readWorkbook } from '../xlsx/read/read-workbook.ts';
import { expectCells, go, nameBox, openHome, read, storedPeople, type } from './support.ts';

const PEOPLE = 3_000;
const LAST = PEOPLE + 3;
const name = (at: number): string => `人${at}号`;

/** Opens a stored book of many people; what waits for a calm moment after the drawing waits for long. */
async function openMany(page: Page): Promise<void> {
  await openHome(page);
  const person = Array.from({ length: PEOPLE }, (_, at) => ({
    township: '南城镇',
    village: at === PEOPLE - 1 ? '尾村' : `第${at % 40}村`,
    name: name(at),
    gender: at % 2 === 0 ? '男' : '女',
  }));
  const settings = { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' };
  const json = { pack: 'village-reserve-cadres', settings, records: { person } };
  const file = { name: '数据.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(json)) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await expect(page.getByText(`人数 ${PEOPLE}`)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await page.addInitScript(() => {
    const later = window.setTimeout;
    Reflect.set(window, 'setTimeout', (work: () => void, after = 0) => later(work, after === 100 ? 3_600_000 : after));
  });
}

/** Opens it anew: nobody has looked at any row below the first screen. */
async function openAgain(page: Page): Promise<void> {
  await page.reload();
  await expect(nameBox(page)).toHaveValue(/\w/, { timeout: 30_000 });
  await expect(page.getByText(`还有 ${PEOPLE} 条`)).toBeVisible();
}

test('rows that nobody has looked at yet are there for whoever asks', async ({ page }) => {
  test.setTimeout(240_000);
  await openMany(page);

  // Everything is copied.
  await openAgain(page);
  const lines = await read(page, `B4:D${LAST}`);
  expect(lines).toHaveLength(PEOPLE);
  expect(lines.at(-1)).toEqual(['南城镇', '尾村', name(PEOPLE - 1)]);
  expect(lines.every((line, at) => line[2] === name(at))).toBe(true);

  // The last row is gone to, by keys, and typed into.
  await openAgain(page);
  await go(page, 'D4');
  await page.keyboard.press('Control+ArrowDown');
  await expect(nameBox(page)).toHaveValue(`D${LAST}`);
  await type(page, `N${LAST}`, '末行');
  const remarked = async () => (await storedPeople(page)).filter((p) => p['remark'] !== undefined);
  await expect.poll(async () => (await remarked()).map((p) => p['name'])).toEqual([name(PEOPLE - 1)]);
  await expectCells(page, `C${LAST}:D${LAST}`, [['尾村', name(PEOPLE - 1)]]);

  // It is found.
  await openAgain(page);
  await go(page, 'C4');
  const dialog = page.locator('[data-u-comp="find-replace-dialog"]');
  await expect(async () => {
    await page.keyboard.press('Control+h');
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByPlaceholder('输入查找内容').fill('尾村');
  await dialog.getByRole('button', { name: '查找', exact: true }).click();
  await expect(dialog.getByText('1/1')).toBeVisible();
  await page.keyboard.press('Escape');

  // The whole workbook is saved as a file.
  await openAgain(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByText('另存工作簿').click();
  const saved = readWorkbook(new Uint8Array(await readFile(await (await download).path())));
  if (!saved.ok) throw new Error(saved.error.code);
  expect(JSON.stringify(saved.workbook.sheets[0])).toContain(name(PEOPLE - 1));
});
