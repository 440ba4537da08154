import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expectCells, go, menu, openProblems, openSample, sheetReady, type } from './support.ts';

const panel = (page: Page) => page.getByRole('region', { name: '校验规则' });
const formula = (page: Page) => panel(page).getByLabel('公式（成立为对）');

async function openRule(page: Page, name: string): Promise<void> {
  await panel(page).getByLabel('查找规则').fill(name);
  await panel(page).getByRole('button', { name }).click();
}

/** The list of functions that Univer shows while a name is being typed. */
const functionList = (page: Page) => page.locator('[data-u-comp="sheets-formula-editor"] li');

/** The catalogue in cells: answers, help in Chinese, and Enter taking what was typed, never an old entry of the list. */
async function functionsInCells(page: Page): Promise<void> {
  await type(page, 'Q4', '=IF(身份证号码正确(K4),"对","错")');
  await type(page, 'R4', '=YEARMONTH("1985年1月")');
  await go(page, 'S4');
  await page.keyboard.type('=WORKDAY');
  await expect(functionList(page).filter({ hasText: 'WORKDAY.CN' })).toBeVisible();
  // Quicker than the list is looked up anew: it still offers WORKDAY.
  await page.keyboard.insertText('.CN("2017-09-29",3)');
  await page.keyboard.press('Enter');
  await type(page, 'T4', '=1+1');
  await expectCells(page, 'Q4:T4', [['对', '1985.01', '2017-10-10', '2']]);
  await go(page, 'Q6');
  await page.keyboard.type('=身份证上的周岁');
  await expect(functionList(page)).toContainText(['身份证上的周岁']);
  // Shown first, the list takes keys a moment later.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await page.keyboard.press('Enter');
  // Taken over, the name has its parenthesis and the help is at the first parameter.
  await expect(page.locator('.univer-text-primary-500').filter({ hasText: '身份证' }).first()).toBeVisible();
  await page.keyboard.type('K4,"2017-11-30")');
  await page.keyboard.press('Enter');
  await expectCells(page, 'Q6', [['33']]);
}

test('the functions of the catalogue stand in cells; rules are read, changed with a preview, switched, undone, kept and carried into the exported workbook', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await openSample(page);
  await functionsInCells(page);
  const problems = page.getByText(/^错误 \d+$/).first();
  const before = await problems.textContent();
  await menu(page, '办理', '校验规则');
  await expect(panel(page).getByText('电话：', { exact: false }).first()).toBeVisible();

  // The parameter and what it would mark, before anything is saved.
  await openRule(page, '年龄：超过年龄上限');
  await expect(formula(page)).toHaveValue(/AGE\.AT/);
  await expect(panel(page).getByRole('status')).toContainText(/这条规则/);
  await panel(page).getByLabel('年龄上限（周岁）').fill('20');
  await expect(panel(page).getByRole('status')).toContainText(/这条规则会标出 [3-6]\d 行/);
  await panel(page).getByRole('button', { name: '返回列表' }).click();

  // What is not saved is said in the list, and is still there for whoever comes back.
  const age = panel(page).getByRole('button', { name: '年龄：超过年龄上限' });
  await expect(age).toContainText('未保存');
  await age.click();
  await expect(panel(page).getByLabel('年龄上限（周岁）')).toHaveValue('20');
  await panel(page).getByLabel('年龄上限（周岁）').fill('35');
  await panel(page).getByRole('button', { name: '返回列表' }).click();
  await expect(age).not.toContainText('未保存');

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
  await page.keyboard.press('Control+y');
  await expect(panel(page).getByRole('status')).toContainText(/这条规则会标出 \d+ 行/);
  await panel(page).getByLabel('提示语').fill('姓名应有四个字。');
  await panel(page).getByRole('button', { name: '保存' }).click();
  await expect(problems).not.toHaveText(before ?? '');

  // One undo step of the book, from the panel; then again.
  await panel(page).getByRole('button', { name: '返回列表' }).click();
  const row = panel(page).getByRole('button', { name: '姓名：只有一个字' });
  await expect(row).toContainText('已改');
  await row.focus();
  await page.keyboard.press('Control+z');
  await expect(problems).toHaveText(before ?? '');
  await expect(row).not.toContainText('已改');
  await page.keyboard.press('Control+y');
  await expect(row).toContainText('已改');

  // Off, and a rule of one's own.
  await panel(page).getByLabel('查找规则').fill('电话');
  await panel(page).getByLabel('启用“联系电话：不是手机号或带区号的座机”').uncheck();
  await panel(page).getByRole('button', { name: '联系电话：不是手机号或带区号的座机' }).click();
  await expect(panel(page).getByText('这条规则已关闭')).toBeVisible();
  await panel(page).getByRole('button', { name: '返回列表' }).click();
  await panel(page).getByRole('button', { name: '新增规则' }).click();
  await panel(page).getByLabel('名称').fill('备注要填');
  await panel(page).getByLabel('标在哪一栏').selectOption({ label: '备注' });
  await formula(page).fill('=LEN([备注]) <= 5');
  await panel(page).getByLabel('提示语').fill('备注最多五个字。');
  await panel(page).getByRole('button', { name: '保存' }).click();
  await expect(panel(page).getByRole('heading', { name: '备注：备注要填' })).toBeVisible();

  // It is asked at once, and survives leaving the page.
  await type(page, 'N4', '这里的备注写得太长了');
  await expect(page.getByText('已保存', { exact: false }).first()).toBeVisible();

  // A second window has it all as it was stored, and may look only.
  const other = await page.context().newPage();
  await other.goto(page.url());
  await sheetReady(other);
  await go(other, 'N4');
  await menu(other, '办理', '校验规则');
  await panel(other).getByLabel('查找规则').fill('备注要填');
  await expect(panel(other).getByRole('button', { name: '备注：备注要填' })).toContainText('自定');
  await expect(panel(other).getByLabel('启用“备注：备注要填”')).toBeDisabled();
  await openProblems(other);
  const mend = other.getByRole('region', { name: '问题清单' }).getByRole('button', { name: '改正', exact: true });
  await expect(mend.first()).toBeDisabled();
  await expect(other.getByText('没有保存', { exact: false })).toHaveCount(0);
  await other.close();

  await menu(page, '导出', '官方名册');
  const download = page.waitForEvent('download');
  await page.getByLabel(/仍要导出/).check();
  await page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click();
  const file = await (await download).path();
  const sheet = new TextDecoder().decode(unzipSync(readFileSync(file))['xl/worksheets/sheet1.xml']);
  expect(sheet).toContain('LEN(N4)&lt;=5');
  expect(sheet).toContain('姓名应有四个字');
  expect(sheet).not.toContain('不是手机号或带区号的座机');
});
