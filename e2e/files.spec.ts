import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { readWorkbook } from '../xlsx/read/read-workbook.ts';
import {
  choose,
  expectCells,
  exportLog,
  menu,
  newProject,
  openProblems,
  openSample,
  sheetReady,
  storedPeople,
  type,
} from './support.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

/** Exports through the dialog; answers the file's path and what the dialog says. */
async function exportTable(page: Page): Promise<string> {
  await menu(page, '导出', '官方名册');
  const anyway = page.getByLabel(/仍要导出/);
  if (await anyway.isVisible()) await anyway.check();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click();
  return (await download).path();
}

/** The texts of a workbook's first sheet, row by row. */
async function rowsOf(path: string): Promise<string[][]> {
  const read = readWorkbook(new Uint8Array(await readFile(path)));
  if (!read.ok) throw new Error(read.error.code);
  return (read.workbook.sheets[0]?.rows ?? []).map((row) => row.cells.map((cell) => cell.text));
}

test('the export asks because of errors, is the official table, is logged, tells the mail; the data file comes back whole', async ({
  page,
}) => {
  await openSample(page);
  await menu(page, '导出', '官方名册');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('还有 12 处错误')).toBeVisible();
  await expect(dialog.getByRole('button', { name: '导出', exact: true })).toBeDisabled();
  await page.keyboard.press('Escape');
  const rows = await rowsOf(await exportTable(page));
  expect(rows[0]?.[0]).toBe('附件 1');
  expect(rows[1]?.[0]).toBe('青神县村级后备干部名册');
  expect(rows[3]?.slice(0, 5)).toEqual(['1', '南城镇', '白虎村', '赵样文', '女']);
  expect(rows).toHaveLength(63);
  await expect(dialog.getByText(/未通过，错误 12 处/)).toBeVisible();
  await dialog.getByRole('button', { name: /复制/ }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('人数：60 人');
  const log = await exportLog(page);
  expect(log).toMatchObject([
    { rows: 60, mask: 'none', failed: 12, fileName: '南城镇党委-村级后备干部名册-20171130.xlsx' },
  ]);
  expect(log[0]?.['sha256']).toMatch(/^[0-9a-f]{64}$/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await type(page, 'D4', '赵改名');
  const download = page.waitForEvent('download');
  await menu(page, '导出', '保存数据文件');
  const path = test.info().outputPath('data.json');
  await (await download).saveAs(path);
  await page.getByRole('button', { name: '首页' }).click();
  await expect(page.getByRole('button', { name: /新建名册/ })).toBeVisible();
  await choose(page, path);
  await sheetReady(page);
  await expectCells(page, 'A4:D4', [['1', '南城镇', '白虎村', '赵改名']]);
});

test('what is no roster is refused and changes nothing; a returned workbook is opened, mended and exported', async ({
  page,
}) => {
  await newProject(page);
  await type(page, 'D4', '在册一人');
  await expect.poll(async () => (await storedPeople(page)).length).toBe(1);
  await page.getByRole('button', { name: '首页' }).click();
  const roster = await readFile(fixture('returned-roster.xlsx'));
  const files: [string, Buffer, RegExp][] = [
    ['notes.xlsx', Buffer.from('只是一段文字'), /不是 Excel 工作簿/],
    ['cut.xlsx', roster.subarray(0, roster.length >> 1), /不完整/],
    ['empty.xlsx', Buffer.alloc(0), /空文件/],
    ['data.json', Buffer.from('{"pack":1}'), /不是名册的数据文件/],
  ];
  for (const [name, bytes, sentence] of files) {
    const path = test.info().outputPath(name);
    await writeFile(path, bytes);
    await choose(page, path);
    const dialog = page.getByRole('alertdialog');
    await expect(dialog.getByText(sentence)).toBeVisible();
    await expect(dialog.getByText(name)).toBeVisible();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await expect(dialog).toHaveCount(0);
  }
  expect((await storedPeople(page)).map((p) => p['name'])).toEqual(['在册一人']);

  await choose(page, fixture('returned-roster.xlsx'));
  await expect(page.getByLabel('填报单位')).toHaveValue('白果乡党委');
  await page.getByLabel('县（市、区）', { exact: true }).last().fill('青神县');
  await page.getByLabel('参照日期').fill('2017-11-30');
  await page.locator('button[form="mc-new"]').click();
  await sheetReady(page);
  await expect(page.getByText('人数 5')).toBeVisible();
  await openProblems(page);
  const panel = page.getByLabel('问题清单').first();
  for (const text of [/性别“女”与身份证号码不符/, /年龄“18”不对/]) {
    const line = panel.locator('li', { hasText: text });
    await line.getByRole('button', { name: '改正' }).click();
    await expect(line).toHaveCount(0);
  }
  await type(page, 'G5', '2012.06');
  await expect(page.getByText('错误 0', { exact: true })).toBeVisible();
  const rows = await rowsOf(await exportTable(page));
  expect(rows.slice(3).map((row) => row[0])).toEqual(['1', '2', '3', '4', '5']);
  expect(rows[4]?.[6]).toBe('2012.06');
});
