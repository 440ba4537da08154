import { expect, test } from '@playwright/test';
import { expectCells, go, nameBox, newProject, stored, type } from './support.ts';

test('F8 goes from problem to problem, Alt+Enter mends, Ctrl+Shift+F finds a person', async ({ page }) => {
  await newProject(page);
  await type(page, 'D4', '王小明');
  await type(page, 'K4', '11010119900307803X');
  await type(page, 'E4', '女');
  await type(page, 'D5', '李小红');
  await go(page, 'D4');
  await page.keyboard.press('F8');
  await expect(nameBox(page)).toHaveValue('E4');
  const card = page.getByRole('status', { name: '这个单元格的问题' });
  await expect(card).toContainText('性别“女”与身份证号码不符');
  const width = (await card.boundingBox())?.width ?? 0;
  expect(width).toBeGreaterThan(270);
  await page.keyboard.press('Alt+Enter');
  const dialog = page.getByRole('dialog', { name: '这个单元格的问题' });
  await expect(dialog.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expectCells(page, 'E4', [['男']]);
  await expect.poll(async () => (await stored(page, '王小明'))['gender']).toBe('男');

  await go(page, 'D5');
  await page.keyboard.press('Shift+F8');
  await expect(nameBox(page)).toHaveValue('C5');
  await page.keyboard.press('F2');
  await expect(card).toBeHidden();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+f');
  const search = page.getByRole('searchbox');
  await expect(search).toBeFocused();
  await page.keyboard.type('小红');
  await expect(page.getByText('找到 1 人')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(nameBox(page)).toHaveValue('D5');
  await page.keyboard.type('李大红');
  await page.keyboard.press('Enter');
  await expectCells(page, 'D5', [['李大红']]);
});

test('a click on a tab leaves the keys with the sheet; a name that is refused does not stay', async ({ page }) => {
  await newProject(page);
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  await tab('培训台账').click();
  await expect(nameBox(page)).toHaveValue('B4');
  await page.keyboard.press('ArrowRight');
  await expect(nameBox(page)).toHaveValue('C4');
  await tab('名册').click();
  await page.keyboard.type('南城镇');
  await page.keyboard.press('Enter');
  await expectCells(page, 'B4', [['南城镇']]);
  // Through the tabs by keyboard: one stays among them.
  await tab('名册').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab('纪实表')).toBeFocused();
  // Two clicks on another tab bring it to the front, two on the one in front write its name.
  await tab('名册').dblclick();
  await page.keyboard.press('ArrowRight');
  await expect(nameBox(page)).toHaveValue('C4');
  await tab('名册').dblclick();
  await expect(tab('名册').locator('[contenteditable="true"]')).toBeFocused();
  await page.keyboard.type('花名册');
  await page.keyboard.press('Enter');
  await expect(page.getByText('这张工作表由程序按数据生成，不能删除或改名。')).toBeVisible();
  await expect(tab('名册')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(nameBox(page)).toHaveValue('D4');
});
