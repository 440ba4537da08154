import { expect, test } from '@playwright/test';
import { expectCells, go, openHome, openProblems, openSample, sheetReady, type } from './support.ts';

test('a new project takes villages from anywhere, is listed and goes on; a deletion wants its word', async ({
  page,
}) => {
  await openHome(page);
  await page.getByRole('button', { name: /新建名册/ }).click();
  await page.locator('button[form="mc-new"]').click();
  await expect(page.getByText('请填写县（市、区）')).toBeVisible();
  await page.getByLabel('县（市、区）', { exact: true }).last().fill('青神县');
  await page.getByLabel('填报单位').fill('南城镇党委');
  await page.getByLabel('参照日期').fill('2017-11-30');
  await page
    .locator('#mc-new-villages')
    .fill('序号\t乡镇\t村（社区）\n1\t南城镇\t白虎村\n2\t\t金牛村\n3\t\t兰沟社区\n合计');
  await expect(page.getByText(/3 个村/)).toBeVisible();
  await page.locator('button[form="mc-new"]').click();
  await sheetReady(page);
  await expectCells(page, 'A2', [['青神县村级后备干部名册']]);
  await expect(page.getByText('提醒 3', { exact: true })).toBeVisible();

  // Left, it is listed, and goes on.
  await type(page, 'D4', '张三丰');
  await page.getByRole('button', { name: '首页' }).click();
  await page
    .getByRole('button', { name: /继续填报 .*南城镇党委|南城镇党委/ })
    .first()
    .click();
  await sheetReady(page);
  await expectCells(page, 'D4', [['张三丰']]);

  // Another date and county: what changes is said first, and the title follows.
  await type(page, 'K4', '510104198606111483');
  await page.getByRole('button', { name: '参照日期 2017-11-30' }).click();
  const settings = page.getByRole('dialog', { name: '名册设置' });
  await settings.getByLabel('县（市、区）', { exact: true }).last().fill('洪雅县');
  await settings.getByLabel('参照日期').fill('2018-06-30');
  await settings.locator('#mc-new-villages').fill('南城镇\t白虎村\n南城镇\t金牛村');
  await settings.getByRole('button', { name: '看看有什么变化' }).click();
  await expect(settings.getByText('县（市、区）：青神县 → 洪雅县')).toBeVisible();
  await expect(settings.getByText('1 人的年龄会变')).toBeVisible();
  await expect(settings.getByText('村名单：新增 0 个，去掉 1 个')).toBeVisible();
  await settings.getByRole('button', { name: '确定修改' }).click();
  await expect(page.getByRole('button', { name: '参照日期 2018-06-30' })).toBeVisible({ timeout: 30_000 });
  await sheetReady(page);
  await expectCells(page, 'A2', [['洪雅县村级后备干部名册']]);
  await expectCells(page, 'H4', [['32']]);
  await page.getByRole('button', { name: '首页' }).click();
  await page.getByRole('button', { name: /^删除/ }).first().click();
  await expect(page.getByText('删除这本名册？')).toBeVisible();
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  const remove = dialog.getByRole('button', { name: '永久删除' });
  await expect(remove).toBeDisabled();
  await dialog.getByLabel('输入“删除”二字以确认').fill('删除');
  await remove.click();
  await expect(page.getByText('本机还没有名册')).toBeVisible();
});

test('no raw locale key is on the page, everything is asked of this server, and nothing runs into the security policy', async ({
  page,
}) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(test.info().project.use.baseURL ?? '').origin)
      outside.push(request.url());
  });
  const blocked: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) blocked.push(message.text());
  });
  await openSample(page);
  await type(page, 'P4', '=SUM(1,2)');
  await expectCells(page, 'P4', [['3']]);
  await openProblems(page);
  await go(page, 'I4');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByText('研究生', { exact: true })).toBeVisible();
  const words = (await page.locator('body').allInnerTexts()).join('\n');
  expect(words.match(/\b[a-z][A-Za-z-]*\.[a-z][A-Za-z-]*(\.[A-Za-z-]+)+\b/g) ?? []).toEqual([]);
  expect(outside).toEqual([]);
  expect(blocked).toEqual([]);
});
