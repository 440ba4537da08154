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
