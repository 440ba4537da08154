import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { sensitiveTest } from '../records/wizard/sensitive.ts';
import { readTables } from '../xlsx/read/read-tables.ts';
import {
  exportLog,
  go,
  newProject,
  openSample,
  paste,
  type Stored,
  sheetReady,
  stored,
  storedPeople,
  storedRecords,
} from './support.ts';
import { fillByKeys, focused, openWizard } from './wizard-support.ts';

test.describe.configure({ timeout: 120_000 });

test('two people are added by keyboard alone, and Ctrl+Z takes one back', async ({ page }) => {
  await newProject(page);
  const panel = await openWizard(page, '新增人员');
  const first: [string, string][] = [
    ['idNumber', '11010119900307803X'],
    ['name', '王小明'],
    ['gender', ''],
    ['birthMonth', ''],
    ['village', '白虎村'],
    ['township', ''],
    ['education', '本科'],
    ['identity', '大学生村官'],
    ['school', '四川大学'],
    ['partyJoinMonth', ''],
    ['phone', '13800000001'],
    ['mentor', '周样 书记'],
    ['remark', ''],
  ];
  await fillByKeys(page, first);
  await expect(panel.getByText('已保存王小明（白虎村），可以接着填下一人。')).toBeVisible();
  expect(await stored(page, '王小明')).toMatchObject({
    gender: '男',
    birthMonth: '1990.03',
    township: '南城镇',
    village: '白虎村',
    school: '四川大学',
  });
  // The second one: the village stays, a mistake is said in the sheet's words, and storing it needs a second Enter.
  await fillByKeys(page, [
    ['idNumber', '510104198606111483'],
    ['name', '李四'],
    ['gender', '男'],
  ]);
  await expect(panel.getByText('性别“男”与身份证号码不符（号码显示为女）。请核对哪一个填错了。')).toBeVisible();
  await panel.getByRole('button', { name: '改正' }).click();
  await expect(panel.getByLabel('性别')).toHaveValue('女');
  const joined = panel.getByLabel('入党时间', { exact: true });
  await joined.focus();
  await page.keyboard.press('Alt+ArrowDown');
  const month = panel.getByRole('dialog', { name: '选年月' });
  await expect(month.getByRole('button', { pressed: true })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(joined).toHaveValue('2017.08');
  await expect(joined).toBeFocused();
  await panel.getByRole('button', { name: '选年月' }).last().click();
  await expect(month.getByRole('button', { pressed: true })).toBeFocused();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Escape');
  await expect(joined).toHaveValue('2017.08');
  await panel.getByLabel('学历').focus();
  await fillByKeys(page, [
    ['education', '大专'],
    ['identity', ''],
    ['partyJoinMonth', ''],
    ['phone', '123'],
    ['mentor', '周样 书记'],
    ['remark', ''],
  ]);
  await expect(panel.getByRole('alert')).toContainText('还有 1 处错误');
  expect(await storedPeople(page)).toHaveLength(1);
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await storedPeople(page)).map((p) => [p['name'], p['village']]))
    .toEqual([
      ['王小明', '白虎村'],
      ['李四', '白虎村'],
    ]);
  await expect.poll(() => focused(page)).toBe('idNumber');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await storedPeople(page)).map((p) => p['name'])).toEqual(['王小明']);
});

test('the quarterly review of twelve people is stopped, gone on with after a reload, and is one step', async ({
  page,
}) => {
  await newProject(page);
  const people = Array.from(
    { length: 12 },
    (_, n) => `南城镇\t${n < 2 ? '金牛村' : '白虎村'}\t${n < 2 ? '同名' : `人${n}`}`,
  );
  await paste(page, 'B4', people.join('\n'));
  await expect.poll(async () => (await storedPeople(page)).length).toBe(12);
  let panel = await openWizard(page, '季度评议');
  await expect.poll(() => focused(page)).toBe('level');
  await panel.getByLabel('季度', { exact: true }).fill('5');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('PageUp');
  await expect(panel.getByText('一年只有四个季度')).toBeVisible();
  await panel.getByLabel('季度', { exact: true }).fill('3');
  await page.keyboard.press('Control+Enter');
  await panel.getByRole('button', { name: '选中列出的 12 人' }).click();
  await page.keyboard.press('Control+Enter');
  const review = async (from: number, to: number): Promise<void> => {
    for (let n = from; n <= to; n++) {
      await expect(panel.getByText(`第 ${n} 人，共 12 人`)).toBeVisible();
      await expect.poll(() => focused(page)).toBe('score');
      await page.keyboard.type(String(80 + n));
      await page.keyboard.press('Enter');
      await expect.poll(() => focused(page)).toBe('grade');
      await page.keyboard.press('Alt+2');
      if (n === to && to === 12) return;
      await page.keyboard.press('Control+Enter');
    }
  };
  await review(1, 5);
  await expect(page.getByText(/已保存/).first()).toBeVisible();
  await page.reload();
  await sheetReady(page);
  panel = await openWizard(page, '季度评议');
  await expect(panel.getByText('接着上次没做完的')).toBeVisible();
  await expect.poll(() => focused(page)).toBe('score');
  await page.keyboard.press('PageUp');
  await expect(panel.getByLabel('得分')).toHaveValue('85');
  await page.keyboard.press('Control+Enter');
  await review(6, 12);
  expect(await storedRecords(page, 'review')).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByText('已保存：季度评议，12 人。')).toBeVisible();
  await expect.poll(async () => (await storedRecords(page, 'review')).length).toBe(12);
  const reviews = await storedRecords(page, 'review');
  expect(reviews[11]).toMatchObject({ year: '2017', quarter: '3', level: 'township', score: '92', grade: '较好' });
  expect(new Set(reviews.map((r) => r['person'])).size).toBe(12);

  // The next quarter has the last one beside it.
  await panel.getByLabel('季度', { exact: true }).fill('4');
  await page.keyboard.press('Control+Enter');
  await panel.getByLabel('按村选').selectOption('南城镇 金牛村');
  // Villages of one name in two townships are two: each is listed with its township.
  await expect(panel.getByRole('list', { name: '人员' }).getByText('南城镇 金牛村')).toHaveCount(2);
  await panel.getByRole('button', { name: '选中列出的 2 人' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('complementary', { name: '上一次评议' })).toContainText('得分81');
  await panel.getByRole('button', { name: '重新开始' }).click();
  await panel.getByRole('button', { name: '再点一次，放弃已填的内容' }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await storedRecords(page, 'review')).length).toBe(0);
});

test('a training is recorded for many; whoever left meanwhile is named, and nothing is lost', async ({ page }) => {
  await openSample(page);
  const recorded = async (): Promise<readonly Stored[]> =>
    (await storedRecords(page, 'training')).filter((t) => t['content'] === '党务工作');
  const panel = await openWizard(page, '培训登记');
  await fillByKeys(page, [
    ['mode', '集中培训'],
    ['time', '2017.03.06-03.10'],
    ['days', '5'],
    ['content', '党务工作'],
  ]);
  const village = panel.getByLabel('按村选');
  await village.selectOption('南城镇 白虎村');
  await panel.getByRole('button', { name: /选中列出的 \d+ 人/ }).click();
  await village.selectOption('*');
  await panel.getByLabel('按姓名、拼音、村、身份证号码查找').fill('zhengyangying');
  await expect(panel.getByRole('list', { name: '人员' }).getByText('郑样英')).toBeVisible();
  await page.keyboard.press('Enter');
  const chosen = Number((await panel.getByText(/已选 \d+ 人/).textContent())?.replace(/\D/g, ''));
  expect(chosen).toBeGreaterThan(3);
  // Somebody's row is cleared while the wizard is open.
  await go(page, 'A4:N4');
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await stored(page, '赵样文'))['unplaced']).toBe(true);
  await panel.getByRole('button', { name: '完成' }).click();
  await expect(panel.getByRole('alert').filter({ hasText: '赵样文已不在名册里' })).toBeVisible();
  expect(await recorded()).toEqual([]);
  await panel.getByRole('button', { name: '其余的人照常保存' }).click();
  await expect(panel.getByText(`已保存：培训登记，${chosen - 1} 人。`)).toBeVisible();
  await expect.poll(async () => (await recorded()).length).toBe(chosen - 1);
  expect((await recorded()).every((t) => t['days'] === '5' && t['time'] === '2017.03.06-03.10')).toBe(true);
  // What was filled in is still there for whoever was left out.
  await expect(panel.getByLabel('培训内容')).toHaveValue('党务工作');
  await panel.getByRole('button', { name: '撤销' }).click();
  await expect.poll(async () => (await recorded()).length).toBe(0);
});

test('a notice counts working days over the holiday and carries no number; the record form shows what is missing', async ({
  page,
}) => {
  await openSample(page);
  const panel = await openWizard(page, '公示');
  await fillByKeys(page, [
    ['kind', ''],
    ['postedOn', '2017-09-29'],
  ]);
  await expect(panel.getByLabel('公示截止')).toHaveValue('2017-10-10');
  await panel.getByLabel('张贴日期').fill('2031-01-06');
  await panel.getByLabel('公示天数').focus();
  await expect(panel.getByText(/2031.*未公布/)).toBeVisible();
  await panel.getByLabel('张贴日期').fill('2017-09-29');
  await page.keyboard.press('Control+Enter');
  await panel.getByRole('button', { name: '选中列出的 60 人' }).click();
  await page.keyboard.press('Control+Enter');
  const text = panel.getByLabel('公示文字');
  await expect(text).toHaveValue(/至2017年10月10日止/);
  const isSensitive = sensitiveTest(
    (await storedPeople(page)).flatMap((p) => [String(p['idNumber']), String(p['phone'])]),
  );
  const plain = await text.inputValue();
  expect(plain.split('\n').filter(isSensitive)).toEqual([]);
  expect(plain).toContain('赵样文');
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: /保存为表格/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('南城镇党委-选拔公示-2017年9月29日.xlsx');
  const read = await readTables(new Uint8Array(await readFile(await file.path())));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const cells = read.workbook.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) => row.cells.map((cell) => cell.text)),
  );
  expect(cells.length).toBeGreaterThan(400);
  expect(cells.filter(isSensitive)).toEqual([]);
  await expect.poll(async () => (await storedRecords(page, 'posting')).length).toBe(1);
  expect(await exportLog(page)).toMatchObject([{ template: 'posting', rows: 60, mask: 'hidden' }]);

  const form = await openWizard(page, '填写纪实表');
  await expect.poll(() => focused(page)).toBe('search');
  await page.keyboard.type('赵样文');
  await page.keyboard.press('Enter');
  const parts = form.getByRole('navigation', { name: '各部分' });
  await expect(parts.getByRole('button', { name: '结对帮扶情况 缺 4 项' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await form.getByLabel('民族').fill('汉');
  await parts.getByRole('button', { name: /^结对帮扶情况/ }).click();
  await form.getByRole('group', { name: '第三季度' }).getByLabel('帮扶内容').fill('送技术');
  await expect(parts.getByRole('button', { name: '结对帮扶情况 缺 3 项' })).toBeVisible();
  await parts.getByRole('button', { name: /^年度考核结果/ }).click();
  await form.getByLabel('年度考核结果').fill('称职');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await stored(page, '赵样文'))['ethnicity']).toBe('汉族');
  const { id } = await stored(page, '赵样文');
  const theirs = async (entity: string) => (await storedRecords(page, entity)).filter((r) => r['person'] === id);
  expect(await theirs('mentoring')).toMatchObject([{ year: '2017', quarter: '3', content: '送技术' }]);
  expect(await theirs('yearResult')).toMatchObject([{ year: '2017', result: '称职' }]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await theirs('yearResult')).length).toBe(0);
  expect((await stored(page, '赵样文'))['ethnicity']).toBeUndefined();
});
