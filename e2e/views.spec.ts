import { expect, type Page, test } from '@playwright/test';
import { expectCells, go, menu, nameBox, newProject, paste, sheetReady, storedRecords, type } from './support.ts';

const tab = (page: Page, name: string) => page.getByText(name, { exact: true }).first().click();

/** What another program's table puts on the clipboard. */
const table = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;
const text = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n');

/** 乡镇, 村(社区), 姓名 of four people, two of one name. */
const PEOPLE = [
  ['南城镇', '白虎村', '张三'],
  ['南城镇', '金牛村', '张三'],
  ['南城镇', '金牛村', '李四'],
  ['南城镇', '白虎村', '王五'],
];
/** 乡镇 … 培训内容, as a village writes them: by name alone. */
const TRAININGS = [
  ['', '', '李四', '', '以会代训', '2017.03', '1', '党课'],
  ['', '', '张三', '', '以会代训', '2017.03', '1', '党课'],
  ['', '金牛村', '张三', '', '集中培训', '2017.05', '5', '党校'],
  ['', '', '赵六', '', '以会代训', '2017.03', '1', '党课'],
];

/** Takes a table out of 导出; answers the file's name. */
async function exported(page: Page, label: string, rows: string): Promise<string> {
  await menu(page, '导出', label);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(rows, { exact: true })).toBeVisible();
  const known = dialog.getByRole('checkbox');
  if (await known.isVisible()) await known.check();
  const download = page.waitForEvent('download');
  await page.locator('button[form="mc-export"]').click();
  const name = (await download).suggestedFilename();
  // The file is there before the dialog says so, and until then Escape does nothing.
  await expect(page.getByRole('dialog', { name: '已导出' })).toBeVisible();
  return name;
}

test('ledger and quarterly table are views of the records, which are there again after a reload', async ({ page }) => {
  test.setTimeout(180_000);
  await newProject(page);
  await paste(page, 'B4', text(PEOPLE), table(PEOPLE));
  await expectCells(page, 'D4:D7', [['张三'], ['张三'], ['李四'], ['王五']]);
  const trainings = [
    ['南城镇', '白虎村', '王五'],
    ['南城镇', '白虎村', '张三'],
    ['南城镇', '金牛村', '张三'],
    ['', '', '赵六'],
  ];

  await test.step('trainings pasted by names: people are found, one of two is chosen, another name is another person', async () => {
    await tab(page, '培训台账');
    await paste(page, 'B4', text(TRAININGS), table(TRAININGS));
    await expectCells(page, 'B4:F7', [
      ['南城镇', '金牛村', '李四', '', '以会代训'],
      ['', '', '张三', '', '以会代训'],
      ['南城镇', '金牛村', '张三', '', '集中培训'],
      ['', '', '赵六', '', '以会代训'],
    ]);
    await go(page, 'D7');
    await expect(page.getByText('名册里没有“赵六”')).toBeVisible();
    await go(page, 'D5');
    await expect(page.getByText('名册里有 2 个“张三”')).toBeVisible();
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('button', { name: '是白虎村的张三' }).click();
    await expectCells(page, 'B5:D5', [['南城镇', '白虎村', '张三']]);
    await page.keyboard.press('Control+z');
    await expectCells(page, 'B5:D5', [['', '', '张三']]);
    await page.keyboard.press('Control+y');
    await type(page, 'D4', '王五');
    await expectCells(page, 'B4:D7', trainings);
    expect((await storedRecords(page, 'person')).map(({ name }) => name)).toEqual(['张三', '张三', '李四', '王五']);
    expect(await exported(page, '村级后备干部培训台账', '4 条')).toBe('南城镇党委-村级后备干部培训台账-20171130.xlsx');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('scores typed in the quarterly table become reviews, averages and ranks', async () => {
    await tab(page, '季度评议');
    await paste(
      page,
      'G6',
      text([
        ['80', '一般'],
        ['90', '好'],
      ]),
    );
    await type(page, 'K6', '85.5');
    await expectCells(page, 'V6:Y7', [
      ['82.75', '2', '+5.5', '村1、2、3季度；乡镇3季度'],
      ['90', '1', '', '村1、2、3季度；乡镇2、3季度'],
    ]);
    await type(page, 'K6', '105');
    await go(page, 'K6');
    await expect(page.getByText('得分“105”不对')).toBeVisible();
    await expectCells(page, 'V6:X6', [['80', '2', '']]);
    await page.keyboard.press('Control+z');
    await expectCells(page, 'V6:X6', [['82.75', '2', '+5.5']]);
    const reviews = async () =>
      (await storedRecords(page, 'review')).map(({ quarter, level, score, grade }) => [quarter, level, score, grade]);
    await expect.poll(reviews).toEqual([
      ['1', 'township', '80', '一般'],
      ['1', 'township', '90', '好'],
      ['2', 'township', '85.5', undefined],
    ]);
    expect(await exported(page, '村级后备干部季度评议表', '4 人')).toBe(
      '南城镇党委-村级后备干部季度评议表-20171130.xlsx',
    );
  });

  await test.step('all of it is there after a reload, and the cursor where it was', async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await go(page, 'K7');
    await page.reload();
    await expect(nameBox(page)).toHaveValue('K7', { timeout: 30_000 });
    await sheetReady(page);
    await tab(page, '培训台账');
    await expectCells(page, 'B4:D7', trainings);
    await tab(page, '季度评议');
    await expectCells(page, 'G6:H7', [
      ['80', '一般'],
      ['90', '好'],
    ]);
    await expectCells(page, 'V6:X6', [['82.75', '2', '+5.5']]);
    // What is computed cannot be typed over, and says why.
    await go(page, 'V6');
    await page.keyboard.type('9');
    await expect(page.getByText('由程序按各季度评议算出').first()).toBeVisible();
  });
});
