import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { readWorkbook } from '../xlsx/read/read-workbook.ts';
import { readIdentity } from '../xlsx/splice/custom-part.ts';
import { expectCells, go, openSample, stored, storedPeople, type } from './support.ts';

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

test('filled by mouse, by Ctrl+D and Ctrl+Enter, dragged elsewhere: all are edits of records', async ({ page }) => {
  test.setTimeout(120_000);
  await openSample(page);
  await type(page, 'N4', '驻村');
  await go(page, 'N4');
  await drag(page, [1093, 307], at(N, 6));
  await expectCells(page, 'N4:N7', [['驻村'], ['驻村'], ['驻村'], ['']]);
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
  const read = readWorkbook(new Uint8Array(await readFile(file)));
  if (!read.ok) throw new Error(read.error.code);
  const names = read.workbook.sheets.map(({ name }) => name);
  expect([names[0], names.at(-1)]).toEqual(['名册', '工作表1']);
  const identity = readIdentity(read.workbook.customXml[0] ?? '');
  expect(identity?.ids).toHaveLength(60);
  expect(identity?.ids[0]).toBe((await stored(page, '赵样文'))['id']);
});
