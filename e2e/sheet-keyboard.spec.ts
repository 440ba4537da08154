import { expect, test } from '@playwright/test';
import { expectCells, go, menu, nameBox, newProject, openSample, stored, type } from './support.ts';

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

test('what is being typed counts before a click beside the sheet does anything, and the keys come back', async ({
  page,
}) => {
  await openSample(page);
  const bar = page.getByRole('navigation', { name: '纪实表' });
  const moves = async (key: string, to: RegExp) => {
    await page.keyboard.press(key);
    await expect(nameBox(page)).toHaveValue(to);
  };
  await test.step('the next person of the form', async () => {
    await go(page, 'D5');
    await page.keyboard.press('F9');
    await expect(bar.getByText('钱样静')).toBeVisible();
    await go(page, 'K5:M5');
    await page.keyboard.type('良好');
    await bar.getByRole('button', { name: '下一人' }).click();
    await expect(bar.getByText('孙样涛')).toBeVisible();
    await expect.poll(async () => (await stored(page, '钱样静'))['health']).toBe('良好');
    expect((await stored(page, '孙样涛'))['health']).toBeUndefined();
    await moves('ArrowUp', /^K4/);
  });
  await test.step('a year chosen by mouse leaves the keys with the sheet, by keyboard one goes on', async () => {
    await bar.getByRole('button', { name: '上一人' }).click();
    const year = bar.getByRole('combobox', { name: '年度' });
    await year.focus();
    await year.dispatchEvent('pointerdown');
    await year.selectOption('2016');
    await expect(year).not.toBeFocused();
    await moves('ArrowDown', /^K5/);
    await year.focus();
    await page.keyboard.press('ArrowUp');
    await expect(year).toHaveValue('2017');
    await expect(year).toBeFocused();
    await bar.getByRole('button', { name: '回到名册' }).click();
    await expect(nameBox(page)).toHaveValue('D5');
    await moves('ArrowDown', /^D6$/);
  });
  await test.step('menus and dialogs', async () => {
    await go(page, 'N5');
    await page.keyboard.type('外出');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await expect.poll(async () => (await stored(page, '钱样静'))['remark']).toBe('外出');
    await page.keyboard.press('Escape');
    await moves('ArrowDown', /^N6$/);
    for (const [bar, entry, to] of [
      ['导出', '官方名册', 'N7'],
      ['办理', '名册设置', 'N8'],
      ['办理', '汇总', 'N9'],
    ] as const) {
      await menu(page, bar, entry);
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await moves('ArrowDown', new RegExp(`^${to}$`));
    }
    const button = page.getByRole('button', { name: '导出', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
  });
});
