import { expect, type Page, test } from '@playwright/test';
import { expectClean } from './axe.ts';
import { drop, inbox, mailed, person } from './inbox.ts';
import { clearRow, focusSheet, go, newProject, openHome, openProblems, openSample } from './support.ts';

// The page allows no foreign script; only the checker comes in this way.
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 180_000 });

test('first screen and new project are clean for assistive software', async ({ page }) => {
  await openHome(page);
  await expectClean(page);
  await page.getByRole('button', { name: /新建名册/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectClean(page);
});

test('every part has a Chinese name, and a closed panel is out of the way of Tab', async ({ page }) => {
  await openSample(page);
  await openProblems(page);
  const rules = page.getByRole('combobox', { name: '按规则筛选' });
  await expect(rules.getByRole('option').nth(1)).toHaveText('身份证号码：校验码不对（有数字填错）（1）');
  for (const option of await rules.getByRole('option').allTextContents()) expect(option).toMatch(/^[\u4e00-\u9fff]/u);
  const english = () =>
    page.locator('[aria-label]').evaluateAll((parts) => {
      const names = parts.map((part) => part.getAttribute('aria-label') ?? '');
      return names.filter((name) => !/[\u4e00-\u9fff]/u.test(name));
    });
  await expect.poll(english).toEqual([]);
  await page.getByRole('button', { name: '关闭侧栏' }).click();
  await expect(rules).toBeHidden();
  await focusSheet(page);
  await expect.poll(english).toEqual([]);
  // Regions of messages come up late, the dialog whenever it is asked for.
  const dialog = page.locator('[data-u-comp="find-replace-dialog"]');
  await expect(async () => {
    await page.keyboard.press('Control+h');
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole('button', { name: '关闭', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Close' })).toHaveCount(0);
  await expect.poll(english).toEqual([]);
});

test('the workspace and every panel beside the sheet are clean, and are walked through by keys', async ({ page }) => {
  await openSample(page);
  await expectClean(page);
  await go(page, 'K6');
  await page.keyboard.press('Alt+Enter');
  await expect(page.locator('.mingce-card')).toBeVisible();
  await expectClean(page);
  await page.keyboard.press('Escape');
  await go(page, 'G7');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('dialog', { name: '选年月' })).toBeVisible();
  await expectClean(page);
  await page.keyboard.press('Escape');
  await go(page, 'D6');
  await page.keyboard.press('F9');
  await expect(page.locator('.mingce-form-bar')).toBeVisible();
  await expectClean(page);
  await page.keyboard.press('F9');
  await clearRow(page, 'A5:N5', '钱样静');
  await openProblems(page);
  await expect(page.getByRole('region', { name: '问题清单' })).toBeVisible();
  await expectClean(page);

  const beside = page.getByRole('navigation', { name: '侧栏' });
  await beside.getByRole('button', { name: '不在表中的人员' }).click();
  const absent = page.getByRole('region', { name: '不在表中的人员' });
  const lost = absent.getByRole('tab', { name: '未在表中 1' });
  const left = absent.getByRole('tab', { name: '已移出 0' });
  await expectClean(page);
  await lost.focus();
  await page.keyboard.press('ArrowRight');
  await expect(left).toBeFocused();
  await expect(absent.getByRole('tabpanel', { name: '已移出' })).toContainText('没有这样的人员');
  expect(await left.evaluate((tab) => getComputedStyle(tab).outlineStyle)).toBe('solid');
  await page.keyboard.press('ArrowRight');
  await expect(lost).toBeFocused();
  // The other tab is no stop of its own: Tab goes on to what the tab shows.
  await page.keyboard.press('Tab');
  await expect(absent.getByRole('button', { name: '放回 钱样静' })).toBeFocused();
  expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe(
    'solid',
  );
  await beside.getByRole('button', { name: '人员', exact: true }).click();
  await page.getByRole('searchbox').fill('白虎村');
  await expect(page.getByText(/^找到 \d+ 人/)).toBeVisible();
  await expectClean(page);

  for (const entry of [/^新增人员/, /^填写纪实表/, /^季度评议/, /^培训登记/, /^公示/, '校验规则']) {
    await page.getByRole('button', { name: '办理', exact: true }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    await expect(page.getByRole('region', { name: entry }).first()).toBeVisible();
    await expectClean(page);
  }
  await page.getByRole('button', { name: '办理', exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectClean(page);
  await page.keyboard.press('Escape');
  for (const entry of [/^汇总/]) {
    await menuEntry(page, '办理', entry);
    await expectClean(page);
    await page.keyboard.press('Escape');
  }
  await menuEntry(page, '导出', /^官方名册/);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectClean(page);
});

test('what was mailed in is clean, with its conflicts, columns and remarks', async ({ page }) => {
  await newProject(page, '南城镇\t白虎村\n南城镇\t金牛村\n南城镇\t朱雀村');
  const wrong = mailed(1, [{ ...person(207), phone: '12345' }, person(209)]).toString('base64');
  await drop(page, [...inbox().slice(0, 6), { name: '张家村.xlsx', data: wrong }]);
  const panel = page.getByRole('dialog', { name: '汇总报来的名册' });
  await expect(panel.getByText('同一人内容不一致（2 处待定，共 2 处）')).toBeVisible({ timeout: 40_000 });
  await expectClean(page);
  await panel.locator('[data-at="0"]').focus();
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await expectClean(page);
  await page.keyboard.type('13900000009');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('同一人内容不一致（0 处待定，共 2 处）')).toBeVisible();
  await expectClean(page);
  await panel
    .getByRole('row', { name: /张家村/ })
    .getByRole('button', { name: /^\d+ 处$/ })
    .click();
  await expect(panel.getByText('“大学本科” → “本科”').first()).toBeVisible();
  await panel
    .getByRole('row', { name: /张家村/ })
    .getByRole('button', { name: /^列对应/ })
    .click();
  await expect(panel.getByLabel('帮带干部')).toBeVisible();
  await expectClean(page);
});

async function menuEntry(page: Page, name: string, entry: RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).first().click();
}
