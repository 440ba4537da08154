import { expect, test } from '@playwright/test';
import { expectCells, go, openSample, stored, storedPeople, type } from './support.ts';

test('a cleared row and a person moved out are listed, and put back', async ({ page }) => {
  await openSample(page);
  await go(page, 'A5:N5');
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await stored(page, '钱样静'))['unplaced']).toBe(true);
  await page
    .getByRole('button', { name: /问题清单/ })
    .first()
    .click();
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
});

test('a column of one’s own is kept in the records, goes with the person, and comes back on opening', async ({
  page,
}) => {
  await openSample(page);
  await type(page, 'P3', '车牌');
  await type(page, 'P4', '0012');
  await type(page, 'P5', '511425198501010002');
  await expect.poll(async () => (await stored(page, '赵样文'))['extra']).toEqual({ 车牌: '0012' });
  await expectCells(page, 'P4:P5', [['0012'], ['511425198501010002']]);
  await expect(page.getByText(/已保存/).first()).toBeVisible();
  await page.waitForTimeout(900);
  await page.reload();
  await expect(page.getByRole('button', { name: /问题清单/ }).first()).toBeEnabled({ timeout: 30_000 });
  await expectCells(page, 'P3:P5', [['车牌'], ['0012'], ['511425198501010002']]);
});
