import { expect, test } from '@playwright/test';
import { expectCells, go, openSample, stored, type } from './support.ts';

test.beforeEach(async ({ page }) => {
  await openSample(page);
  await page
    .getByRole('button', { name: /问题清单/ })
    .first()
    .click();
  await expect(page.getByText('共 15 条')).toBeVisible();
});

test('the panel counts, filters, and goes to the cell', async ({ page }) => {
  const panel = page.getByLabel('问题清单').first();
  await panel.getByRole('button', { name: /提醒/ }).click();
  await expect(panel.getByText(/^3 条（共 15 条）/)).toBeVisible();
  await panel.getByRole('button', { name: /提醒/ }).click();
  await panel.getByLabel('按村筛选').selectOption({ label: '玉蟾村（1）' });
  await expect(panel.getByText(/^1 条（共 15 条）/)).toBeVisible();
  await panel.getByText(/出生年月“1995.10”与身份证号码不符/).click();
  await expect(
    page.locator('[data-u-comp="defined-name"] input, input[data-u-comp="defined-name"]').first(),
  ).toHaveValue('F19');
});

test('one click mends, undo takes it back, and the counts follow', async ({ page }) => {
  const panel = page.getByLabel('问题清单').first();
  const gender = panel.locator('li', { hasText: '性别“男”与身份证号码不符' });
  await gender.getByRole('button', { name: '改正' }).click();
  await expect(gender).toHaveCount(0);
  await expect(page.getByText('错误 11', { exact: true })).toBeVisible();
  await expectCells(page, 'D10:E10', [['郑样英', '女']]);
  expect((await stored(page, '郑样英'))['gender']).toBe('女');
  await page.keyboard.press('Control+z');
  await expectCells(page, 'D10:E10', [['郑样英', '男']]);
  await expect(page.getByText('错误 12', { exact: true })).toBeVisible();
});

test('all problems of one kind are mended at once, as one step', async ({ page }) => {
  await type(page, 'E4', '男');
  await type(page, 'E5', '女');
  const panel = page.getByLabel('问题清单').first();
  await expect(panel.getByText('共 17 条')).toBeVisible();
  await panel
    .locator('li', { hasText: '性别“男”与身份证号码不符' })
    .first()
    .getByRole('button', { name: '同类' })
    .click();
  await panel.getByRole('button', { name: '全部改正（3 条）' }).click();
  await expect(panel.getByText('当前筛选条件下没有问题')).toBeVisible();
  await expectCells(page, 'E4:E5', [['女'], ['男']]);
  await go(page, 'E4');
  await page.keyboard.press('Control+z');
  await expectCells(page, 'E4:E5', [['男'], ['女']]);
});
