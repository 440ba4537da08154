import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { readWorkbook } from '../xlsx/read/read-workbook.ts';
import { readIdentity } from '../xlsx/splice/custom-part.ts';
import {
  expectCells,
  go,
  openSample,
  paste,
  read,
  sheetReady,
  stored,
  storedPeople,
  storedRows,
  type,
} from './support.ts';

/** Where a cell of the sample is drawn: rows from 4 on are 44 pixels high, columns as the template has them. */
const at = (x: number, row: number): [x: number, y: number] => [x, 285 + 44 * (row - 4)];
const N = 1055;

async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(to[0], (from[1] + to[1]) / 2, { steps: 4 });
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}

/** What is stored beside the records, as text. */
const layout = async (page: Page): Promise<string> => JSON.stringify(await storedRows(page, 'layouts'));

test('filled by mouse, by Ctrl+D and Ctrl+Enter, dragged elsewhere: all are edits of records', async ({ page }) => {
  test.setTimeout(120_000);
  await openSample(page);
  await type(page, 'N4', '驻村');
  // The handle is where the selection is drawn: on a busy machine it may not be there yet.
  await expect(async () => {
    await go(page, 'N4');
    await drag(page, [1093, 307], at(N, 6));
    expect(await read(page, 'N4:N7')).toEqual([['驻村'], ['驻村'], ['驻村'], ['']]);
  }).toPass();
  await expect.poll(async () => (await stored(page, '孙样涛'))['remark']).toBe('驻村');

  await go(page, 'C9:C10');
  await page.keyboard.press('Control+d');
  await expectCells(page, 'C9:C10', [['白虎村'], ['白虎村']]);
  await go(page, 'N7:N9');
  await page.keyboard.type('同填');
  await page.keyboard.press('Control+Enter');
  await expectCells(page, 'N7:N9', [['同填'], ['同填'], ['同填']]);
  await expect
    .poll(async () => (await storedPeople(page)).slice(0, 7).map((p) => p['remark']))
    .toEqual(['驻村', '驻村', '驻村', '同填', '同填', '同填', undefined]);
  await page.keyboard.press('Control+z');
  await expectCells(page, 'N7:N9', [[''], [''], ['']]);

  // A selection dragged by its edge moves what stands in it.
  await go(page, 'N4');
  await drag(page, [N, 264], at(N, 8));
  await expectCells(page, 'N4:N8', [[''], ['驻村'], ['驻村'], [''], ['驻村']]);
  await expect.poll(async () => (await stored(page, '赵样文'))['remark']).toBeUndefined();
});

test('a sheet of one’s own stays beside the records; the whole workbook is saved as a file and comes back', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openSample(page);
  await type(page, 'P3', '车牌');
  await type(page, 'P4', '0012');
  await page.mouse.click(35, 720);
  await type(page, 'D4', '我的笔记');
  await expectCells(page, 'D4', [['我的笔记']]);
  expect((await stored(page, '赵样文'))['name']).toBe('赵样文');
  await expect(page.getByText('人数 60')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByText('另存工作簿').click();
  const file = await (await download).path();
  const saved = readWorkbook(new Uint8Array(await readFile(file)));
  if (!saved.ok) throw new Error(saved.error.code);
  const names = saved.workbook.sheets.map(({ name }) => name);
  expect([names[0], names.at(-1)]).toEqual(['名册', '工作表1']);
  // Nobody looked at it: it is filled all the same.
  const reviews = saved.workbook.sheets.find(({ name }) => name === '季度评议');
  const [first] = reviews?.rows.slice(5) ?? [];
  expect(first?.cells.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['赵样文', '66', '一般', '67.5', '26', '+3']),
  );
  const identity = readIdentity(saved.workbook.customXml[0] ?? '');
  expect(identity?.ids).toHaveLength(60);
  expect(identity?.ids[0]).toBe((await stored(page, '赵样文'))['id']);
});

test('replaced, filtered, hidden, sorted by two keys, painted, own columns moved and deleted: the records follow; reload keeps the rest', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openSample(page);
  const remarks = async (...names: string[]) => {
    const people = await storedPeople(page);
    return names.map((name) => people.find((p) => p['name'] === name)?.['remark']);
  };
  // Find and replace.
  await go(page, 'C4:C9');
  const dialog = page.locator('[data-u-comp="find-replace-dialog"]');
  await expect(async () => {
    await page.keyboard.press('Control+h');
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByPlaceholder('输入查找内容').fill('白虎村');
  await dialog.getByPlaceholder('输入替换内容').fill('青龙村');
  await dialog.getByRole('button', { name: '查找', exact: true }).click();
  await dialog.getByRole('button', { name: '替换全部' }).click();
  await page.getByRole('dialog', { name: '确定要替换所有的匹配项吗？' }).getByRole('button', { name: '确定' }).click();
  await expect.poll(async () => (await storedPeople(page)).filter((p) => p['village'] === '青龙村').length).toBe(6);
  await page.keyboard.press('Escape');
  await expectCells(page, 'C9:C10', [['青龙村'], ['金牛村']]);

  // A filter has its arrows in the header; what is pasted goes into the rows that are seen.
  await page.keyboard.press('Control+Shift+l');
  await page.mouse.click(210, 241);
  const values = page.locator('[data-u-comp="sheets-filter-panel"]').first();
  await values.locator('xpath=.//span[text()="金牛村"]/ancestor::div[2]/label').click();
  await values.getByRole('button', { name: '确认' }).click();
  await paste(page, 'N9', '甲\n乙\n丙');
  const remarked = async () => (await storedPeople(page)).filter((p) => p['remark'] !== undefined);
  await expect.poll(async () => (await remarked()).map((p) => p['remark'])).toEqual(['甲', '乙', '丙']);
  const villages = (await remarked()).map((p) => p['village']);
  expect(villages[0]).toBe('青龙村');
  expect(villages).not.toContain('金牛村');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+l');
  await expect.poll(async () => (await remarked()).length).toBe(0);

  // So it does where rows are hidden.
  await page.mouse.click(20, at(0, 5)[1], { button: 'right' });
  await page.getByText('隐藏选中行').click();
  await paste(page, 'N4', '甲\n乙');
  await expect.poll(() => remarks('赵样文', '钱样静', '孙样涛')).toEqual(['甲', undefined, '乙']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');

  // Whole people are sorted, by several keys that are called by the header's names.
  await expect.poll(async () => (await remarked()).length).toBe(0);
  await go(page, 'D8');
  await page.mouse.click(250, at(0, 8)[1], { button: 'right' });
  await page.getByText('排序', { exact: true }).first().hover();
  await page.getByText('自定义排序').first().click();
  await page.getByText('标题不参与排序').click();
  await page.getByText('添加排序条件').click();
  for (const [n, key] of [
    [0, '性别'],
    [1, '出生年月'],
  ] as const) {
    await page.locator('[data-u-comp="sort-panel-item-handler"] + *').nth(n).click();
    await page.getByRole('listitem').filter({ hasText: key }).click();
  }
  await page.getByText('降序').last().click();
  await page.getByRole('dialog').getByRole('button', { name: '确认' }).click();
  const groups = async () => {
    const people = await storedPeople(page);
    const months = (gender: string) => people.filter((p) => p['gender'] === gender).map((p) => String(p['birthMonth']));
    const falling = (list: readonly string[]) => list.every((month, n) => n === 0 || month <= (list[n - 1] ?? ''));
    return [
      people.map((p) => p['gender']).filter((g, n, all) => g !== all[n - 1]).length,
      falling(months('男')),
      falling(months('女')),
    ];
  };
  await expect.poll(groups).toEqual([2, true, true]);
  await expect(page.getByText('人数 60')).toBeVisible();

  // The painter takes the look of another cell, never its text.
  const names = (await storedPeople(page)).map((p) => String(p['name']));
  const [first = '', , third = ''] = names;
  await type(page, 'N4', '驻村');
  await go(page, 'N4');
  await page.locator('[data-u-command="sheet.command.set-once-format-painter"]').first().click();
  await page.mouse.click(...at(N, 6));
  await expectCells(page, 'N4:N6', [['驻村'], [''], ['']]);
  expect(await remarks(first, third)).toEqual(['驻村', undefined]);

  // Own columns take their texts along when they are moved, and out of the records when they are deleted.
  for (const [cell, text] of [
    ['P3', '车牌'],
    ['Q3', '驾照'],
    ['P4', '0012'],
    ['Q4', 'C1'],
  ] as const)
    await type(page, cell, text);
  await page.mouse.click(1272, 123);
  await drag(page, [1272, 130], [1180, 130]);
  await expectCells(page, 'P3:Q4', [
    ['驾照', '车牌'],
    ['C1', '0012'],
  ]);
  await expect.poll(async () => (await stored(page, first))['extra']).toEqual({ 车牌: '0012', 驾照: 'C1' });
  await go(page, 'P4');
  await page.mouse.click(1200, 123, { button: 'right' });
  await page.getByText('删除选中列').click();
  await expect.poll(async () => (await stored(page, first))['extra']).toEqual({ 车牌: '0012' });
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await stored(page, first))['extra']).toEqual({ 车牌: '0012', 驾照: 'C1' });
  await page.keyboard.press('Control+y');
  await expect.poll(async () => (await stored(page, first))['extra']).toEqual({ 车牌: '0012' });

  // Zoom, frozen rows and a sheet of one's own are as they were left.
  await page.mouse.click(20, at(0, 5)[1], { button: 'right' });
  await page.getByText('冻结', { exact: true }).first().hover();
  await page.getByText('冻结至第 4 行').click();
  await page.getByText('100%', { exact: true }).first().click();
  await page.getByText('75%', { exact: true }).click();
  await page.mouse.click(35, 720);
  await type(page, 'D4', '我的笔记');
  await expect.poll(() => layout(page)).toContain('我的笔记');
  await page.reload();
  await sheetReady(page);
  const tab = (name: string) => page.locator('[data-u-comp="slide-tab-item"]').filter({ hasText: name });
  await tab('工作表1').click();
  await expectCells(page, 'D4', [['我的笔记']]);
  await tab('名册').click();
  await expect(page.getByText('75%', { exact: true })).toBeVisible();
  expect(await layout(page)).toMatch(/"freeze":\{[^}]*"ySplit":4/);
  await expectCells(page, 'P3:P4', [['车牌'], ['0012']]);
  // A zoom alone is kept as well, though by the spreadsheet's count it changes nothing.
  await page.getByText('75%', { exact: true }).first().click();
  await page.getByText('150%', { exact: true }).click();
  await expect.poll(() => layout(page)).toMatch(/"zoomRatio":1\.5\b/);
});
