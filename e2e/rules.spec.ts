import { expect, type Page, test } from '@playwright/test';
import { menu, openSample } from './support.ts';

const panel = (page: Page) => page.getByRole('region', { name: '校验规则' });
const formula = (page: Page) => panel(page).getByLabel('公式（成立为对）');

async function openRule(page: Page, name: string): Promise<void> {
  await panel(page).getByLabel('查找规则').fill(name);
  await panel(page)
    .getByRole('button', { name: `修改“${name}”` })
    .click();
}

test('a rule is read, a parameter and a formula are tried with a live count, completion and hints', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await openSample(page);
  await menu(page, '办理', '校验规则');
  await expect(panel(page).getByText('电话：', { exact: false }).first()).toBeVisible();

  // The parameter and what it would mark, before anything is saved.
  await openRule(page, '年龄：超过年龄上限');
  await expect(formula(page)).toHaveValue(/AGE\.AT/);
  await expect(panel(page).getByRole('status')).toContainText(/这条规则/);
  await panel(page).getByLabel('年龄上限（周岁）').fill('20');
  await expect(panel(page).getByRole('status')).toContainText(/这条规则会标出 [3-6]\d 行/);
  await panel(page).getByRole('button', { name: '返回列表' }).click();

  // Writing a formula: completion by keyboard, a hint at a wrong name with its place, a live count.
  await openRule(page, '姓名：只有一个字');
  await formula(page).fill('');
  await page.keyboard.type('=LEN([姓');
  await expect(panel(page).getByRole('option', { name: '姓名', exact: true })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(formula(page)).toHaveValue('=LEN([姓名]');
  await page.keyboard.type(') >= 3 + 字');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Escape');
  await expect(panel(page).getByRole('listbox')).toHaveCount(0);
  await expect(panel(page).getByRole('alert')).toContainText('第 19 个字');
  await formula(page).fill('=LEN([姓茗]) >= 4');
  await expect(panel(page).getByRole('alert')).toContainText('是不是“姓名”？');
  await panel(page).getByRole('button', { name: '改为“姓名”' }).click();
  await expect(formula(page)).toHaveValue('=LEN([姓名]) >= 4');
  await page.keyboard.press('Control+z');
  await expect(formula(page)).toHaveValue('=LEN([姓茗]) >= 4');
});
