import { expect, test } from '@playwright/test';
import { expectCells, go, nameBox, openProblems, openSample, stored, type } from './support.ts';

test('the panel counts, filters, goes to the cell, and mends one problem or all of a kind', async ({ page }) => {
  await openSample(page);
  await openProblems(page);
  await expect(page.getByText('共 15 条')).toBeVisible();
  const panel = page.getByLabel('问题清单').first();

  await test.step('opens on its first problem; the one that has the focus is read to its end', async () => {
    await expect(panel.locator('.mingce-go').first()).toBeFocused();
    const long = panel.locator('.mingce-go', { hasText: '末三位已经丢失' });
    const hidden = () => long.locator('.mingce-message').evaluate((m) => m.scrollHeight - m.clientHeight);
    expect(await hidden()).toBeGreaterThan(12);
    await long.focus();
    // A letter's foot may reach a pixel below its line.
    expect(await hidden()).toBeLessThan(4);
  });

  await test.step('counts, filters, goes to the cell', async () => {
    await panel.getByRole('button', { name: /提醒/ }).click();
    await expect(panel.getByText(/^3 条（共 15 条）/)).toBeVisible();
    await panel.getByRole('button', { name: /提醒/ }).click();
    await panel.getByLabel('按村筛选').selectOption({ label: '玉蟾村（1）' });
    await expect(panel.getByText(/^1 条（共 15 条）/)).toBeVisible();
    await panel.getByText(/出生年月“1995.10”与身份证号码不符/).click();
    await expect(nameBox(page)).toHaveValue('F19');
    await panel.getByLabel('按村筛选').selectOption({ index: 0 });
    await expect(panel.getByText('共 15 条')).toBeVisible();
  });

  await test.step('one click mends, undo takes it back, and the counts follow', async () => {
    const gender = panel.locator('li', { hasText: '性别“男”与身份证号码不符' });
    await gender.getByRole('button', { name: '改正' }).click();
    await expect(gender).toHaveCount(0);
    await expect(page.getByText('错误 11', { exact: true })).toBeVisible();
    // Straight from the panel, where the pressed button is gone.
    await page.keyboard.press('Control+z');
    await expect(page.getByText('错误 12', { exact: true })).toBeVisible();
    await page.keyboard.press('Control+y');
    await expectCells(page, 'D10:E10', [['郑样英', '女']]);
    expect((await stored(page, '郑样英'))['gender']).toBe('女');
    await page.keyboard.press('Control+z');
    await expectCells(page, 'D10:E10', [['郑样英', '男']]);
    await expect(page.getByText('错误 12', { exact: true })).toBeVisible();
  });

  await test.step('all problems of one kind are mended at once, as one step', async () => {
    // The panel outlives every Escape in the sheet: the last one ended a copy.
    await type(page, 'E4', '男');
    await type(page, 'E5', '女');
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
});

test('what is typed after a click in the list goes into the cell, and F8 and Alt+Enter work from inside it', async ({
  page,
}) => {
  await openSample(page);
  await openProblems(page);
  const panel = page.getByLabel('问题清单').first();
  await panel.getByText(/出生年月“1995.10”与身份证号码不符/).click();
  await expect(nameBox(page)).toHaveValue('F19');
  await page.keyboard.type('1994.10');
  await page.keyboard.press('Enter');
  await expect(page.getByText('错误 11', { exact: true })).toBeVisible();
  // What is wrong with a cell beside the panel is read whole.
  await go(page, 'L24');
  const card = page.getByRole('status', { name: '这个单元格的问题' });
  const sidebar = await page.locator('[data-u-comp="sidebar"]').boundingBox();
  const right = async () => {
    const box = await card.boundingBox();
    return box ? box.x + box.width : Number.POSITIVE_INFINITY;
  };
  await expect.poll(right).toBeLessThanOrEqual(sidebar?.x ?? 0);
  const gender = panel.locator('li', { hasText: '性别“男”与身份证号码不符' });
  await go(page, 'E4');
  await gender.getByRole('button', { name: '同类' }).focus();
  await page.keyboard.press('F8');
  await expect(nameBox(page)).toHaveValue('K6');
  await go(page, 'E10');
  await gender.getByRole('button', { name: '同类' }).focus();
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByRole('dialog', { name: '这个单元格的问题' }).getByRole('button').first()).toBeFocused();
});

test('a wrong score is said with its sheet and gone to from the list', async ({ page }) => {
  await openSample(page);
  await page.getByText('季度评议', { exact: true }).last().click();
  await type(page, 'M15', '120');
  await openProblems(page);
  await page.getByText('名册', { exact: true }).last().click();
  const panel = page.getByLabel('问题清单').first();
  await panel.getByLabel('按规则筛选').selectOption({ label: '得分：不在 0 到 100 之间（1）' });
  await panel.getByText('得分“120”不对').click();
  await expect(nameBox(page)).toHaveValue('M15');
  await expect(panel.locator('li', { hasText: '得分“120”不对' })).toContainText('季度评议第 15 行');
});
