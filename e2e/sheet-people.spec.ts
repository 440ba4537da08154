import { expect, test } from '@playwright/test';
import {
  clearRow,
  expectCells,
  go,
  nameBox,
  openProblems,
  openSample,
  paste,
  sheetReady,
  stored,
  storedPeople,
  type,
} from './support.ts';

test('people without a row come back; own columns, notes, order and place survive leaving the page', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await openSample(page);

  await test.step('a cleared row is listed, and put back', async () => {
    await clearRow(page, 'A5:N5', '钱样静');
    await openProblems(page);
    await page.getByRole('navigation', { name: '侧栏' }).getByRole('button', { name: '不在表中的人员' }).click();
    const panel = page.getByRole('region', { name: '不在表中的人员' });
    await expect(panel.getByRole('tab', { name: '未在表中 1' })).toHaveAttribute('aria-selected', 'true');
    await panel.getByRole('button', { name: '放回 钱样静' }).click();
    await expect.poll(async () => (await stored(page, '钱样静'))['unplaced']).toBeUndefined();
    await expect(panel.getByText('没有这样的人员')).toBeVisible();
    await expectCells(page, 'D64', [['钱样静']]);
    await expect.poll(async () => (await storedPeople(page)).at(-1)?.['name']).toBe('钱样静');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored(page, '钱样静'))['unplaced']).toBe(true);
    await page.keyboard.press('Control+z');
    await expectCells(page, 'D5', [['钱样静']]);
  });

  await test.step('a reload restores records, order, own columns, notes beside the table, and the place', async () => {
    await type(page, 'P3', '车牌');
    await type(page, 'P4', '0012');
    await type(page, 'P5', '511425198501010002');
    await expect.poll(async () => (await stored(page, '赵样文'))['extra']).toEqual({ 车牌: '0012' });
    await type(page, 'D5', '钱改名');
    await type(page, 'R5', '电话里核对过');
    await paste(page, 'B64', '南城镇\t白虎村\t末一人');
    await go(page, 'L7');
    await expect.poll(async () => (await storedPeople(page)).length).toBe(61);
    await page.waitForTimeout(1500);
    await page.reload();
    await expect(nameBox(page)).toHaveValue('L7', { timeout: 30_000 });
    await expectCells(page, 'A4:D5', [
      ['1', '南城镇', '白虎村', '赵样文'],
      ['2', '南城镇', '白虎村', '钱改名'],
    ]);
    await expectCells(page, 'P3:R5', [
      ['车牌', '', ''],
      ['0012', '', ''],
      ['511425198501010002', '', '电话里核对过'],
    ]);
    await expectCells(page, 'A64:D64', [['61', '南城镇', '白虎村', '末一人']]);
  });

  await test.step('an edit is stored although the page is left right after it', async () => {
    const { hash } = new URL(page.url());
    await type(page, 'D4', '最后一改');
    await page.goto('about:blank');
    await page.goto(`/${hash}`);
    await sheetReady(page);
    await expectCells(page, 'D4', [['最后一改']]);
  });
});
