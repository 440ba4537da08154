import { expect, test } from '@playwright/test';
import { go, newProject, paste, sheetReady, storedPeople, storedRecords, type } from './support.ts';
import { fillByKeys, focused, openWizard } from './wizard-support.ts';

test.describe.configure({ timeout: 120_000 });

test('a wizard goes on in the field where one was, leads back to what is wrong, and its 撤销 is for its own step alone', async ({
  page,
}) => {
  await newProject(page);
  await paste(page, 'B4', '南城镇\t白虎村\t张三');
  await expect.poll(async () => (await storedPeople(page)).length).toBe(1);
  let panel = await openWizard(page, '培训登记');
  await fillByKeys(page, [
    ['mode', '集中培训'],
    ['time', '2017.05'],
  ]);
  await expect.poll(() => focused(page)).toBe('days');
  await page.keyboard.type('三');
  await expect(page.getByText(/已保存/).first()).toBeVisible();
  await page.reload();
  await sheetReady(page);
  panel = await openWizard(page, '培训登记');
  await expect.poll(() => focused(page)).toBe('days');
  await page.keyboard.type('天');
  await expect(panel.getByLabel('培训天数')).toHaveValue('三天');
  await expect(panel.getByLabel('培训方式')).toHaveValue('集中培训');

  await page.keyboard.press('Control+Enter');
  await panel.getByRole('checkbox').check();
  await panel.getByRole('button', { name: '完成' }).click();
  await expect(panel.getByText('这一步填错了，会影响所有人，请先改正。')).toBeVisible();
  await expect.poll(() => focused(page)).toBe('days');
  await panel.getByLabel('培训天数').fill('3');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText('已保存：培训登记，1 人。')).toBeVisible();

  // Another edit came after: there is nothing that the button could take back alone.
  await type(page, 'N4', '后来写的');
  await expect(panel.getByRole('button', { name: '撤销' })).toHaveCount(0);
  await go(page, 'B4');
  await page.keyboard.press('Control+z');
  await panel.getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => (await storedRecords(page, 'training')).length).toBe(0);
  await expect(panel.getByText('已保存：培训登记')).toHaveCount(0);
  await expect(panel.getByText('已选 1 人')).toBeVisible();
  await panel.getByRole('button', { name: '上一步' }).click();
  await expect(panel.getByLabel('培训天数')).toHaveValue('3');
});
