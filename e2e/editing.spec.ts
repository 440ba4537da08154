import { expect, type Page, test } from '@playwright/test';
import {
  canvas,
  clearRow,
  expectCells,
  go,
  newProject,
  openProblems,
  openSample,
  paste,
  read,
  stored,
  storedPeople,
  type,
} from './support.ts';

/** A valid number: a man, born 7 March 1990. */
const MAN = '11010119900307803X';

/** What a person in a blank roster types and pastes, each on a row of its own. */
test('an ID number fills in; typed, pasted and composed texts stay what they are', async ({ page }) => {
  await newProject(page);

  await test.step('an ID number fills gender, birth month and age, and one undo takes all back', async () => {
    await type(page, 'D4', '王小明');
    await type(page, 'K4', MAN);
    await expectCells(page, 'A4:K4', [['1', '', '', '王小明', '男', '1990.03', '', '27', '', '', MAN]]);
    expect(await stored(page, '王小明')).toMatchObject({ idNumber: MAN, gender: '男', birthMonth: '1990.03' });
    await page.keyboard.press('Control+z');
    await expectCells(page, 'D4:K4', [['王小明', '', '', '', '', '', '', '']]);
    await page.keyboard.press('Control+y');
    await expectCells(page, 'D4:K4', [['王小明', '男', '1990.03', '', '27', '', '', MAN]]);
  });

  await test.step('Ctrl+S takes the cell that is being typed and says that all is saved; Ctrl+P says how to print', async () => {
    await go(page, 'N6');
    await page.keyboard.type('按了保存');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('已保存在这台电脑里')).toBeVisible();
    await expectCells(page, 'N6', [['按了保存']]);
    await page.keyboard.press('Control+p');
    await expect(page.getByText('打印请先点右上角“导出”')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expectCells(page, 'N6', [['']]);
  });

  await test.step('typed texts keep 18 digits, 1990.10 and leading zeros', async () => {
    await type(page, 'K5', '511425198501010002');
    await type(page, 'F5', '1990.10');
    await type(page, 'N5', '0012');
    await type(page, 'G5', '2012.10');
    await expectCells(page, 'F5:N5', [['1990.10', '2012.10', '27', '', '', '511425198501010002', '', '', '0012']]);
  });

  await test.step('pasted HTML of a spreadsheet keeps them, and the table keeps its look', async () => {
    const td = (text: string, format = '') => `<td style="font-family:Arial;${format}">${text}</td>`;
    const cells = ['南城镇', '白虎村', '李四', '男'].map((t) => td(t)).join('');
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr>${cells}${td('1990.10', "mso-number-format:'\\@'")}${td('')}${td('27')}${td('本科')}${td('')}${td(MAN, "mso-number-format:'\\@'")}${td('013800000000')}</tr></table></body></html>`;
    await paste(page, 'B6', `南城镇\t白虎村\t李四\t男\t1990.10\t\t27\t本科\t\t${MAN}\t013800000000`, html);
    await expectCells(page, 'B6:L6', [
      ['南城镇', '白虎村', '李四', '男', '1990.10', '', '27', '本科', '', MAN, '013800000000'],
    ]);
    expect(await stored(page, '李四')).toMatchObject({ birthMonth: '1990.10', phone: '013800000000' });
  });

  await test.step('Chinese composition enters a name', async () => {
    await go(page, 'D7');
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.imeSetComposition', { text: 'zhang san', selectionStart: 9, selectionEnd: 9 });
    await cdp.send('Input.insertText', { text: '张三' });
    await page.keyboard.press('Enter');
    await expectCells(page, 'D7', [['张三']]);
    expect((await stored(page, '张三'))['name']).toBe('张三');
  });

  await test.step('a choice is taken from the list by keyboard', async () => {
    await go(page, 'I7');
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText('研究生', { exact: true }).click();
    await expectCells(page, 'I7', [['研究生']]);
    await expect.poll(async () => (await stored(page, '张三'))['education']).toBe('研究生');
  });

  await test.step('a hand-typed value that disagrees stays and is reported', async () => {
    await type(page, 'E4', '女');
    await type(page, 'H4', '31');
    await expectCells(page, 'E4:H4', [['女', '1990.03', '', '31']]);
    await openProblems(page);
    await expect(page.getByText(/性别“女”与身份证号码不符/).first()).toBeVisible();
    await expect(page.getByText(/年龄“31”不对/).first()).toBeVisible();
  });

  await test.step('pasted plain text keeps them too, more rows than there are', async () => {
    const row = (i: number) =>
      `南城镇\t白虎村\t人${i}\t女\t1990.10\t2012.10\t27\t本科\t\t51142519850101${1000 + i}\t0830${i}\t王五 书记\t00${i}`;
    await paste(page, 'B8', Array.from({ length: 150 }, (_, i) => row(i)).join('\n'));
    await expect.poll(async () => (await storedPeople(page)).length).toBe(154);
    expect((await storedPeople(page)).at(-1)).toMatchObject({
      name: '人149',
      birthMonth: '1990.10',
      partyJoinMonth: '2012.10',
      idNumber: '511425198501011149',
      remark: '00149',
    });
    await expectCells(page, 'A157:D157', [['154', '南城镇', '白虎村', '人149']]);
  });
});

/** Opens the menu of a row's number; rows stand where the sheet draws them, so this is for the first rows only. */
async function rowMenu(page: Page, reference: string, item: RegExp): Promise<void> {
  await go(page, reference);
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error('no canvas');
  await page.mouse.click(box.x + 20, box.y + 172, { button: 'right' });
  // At its left edge: some items carry a box for a number in their middle.
  await page
    .getByText(item)
    .first()
    .click({ position: { x: 6, y: 10 } });
}

const FIRST_TWO = [
  ['1', '南城镇', '白虎村', '赵样文'],
  ['2', '南城镇', '白虎村', '钱样静'],
];

test('rows cleared, deleted, sorted and inserted are people; the header stays', async ({ page }) => {
  test.setTimeout(150_000);
  await openSample(page);

  await test.step('Delete clears a cell of the record, a cleared row is kept as a person without a place', async () => {
    await go(page, 'L4');
    await page.keyboard.press('Delete');
    await expectCells(page, 'D4:L4', [
      ['赵样文', '女', '1984.01', '2004.07', '33', '高中', '大学生村官', '511425198401019009', ''],
    ]);
    await expect.poll(async () => (await stored(page, '赵样文'))['phone']).toBeUndefined();
    await clearRow(page, 'A4:N4', '赵样文');
    await expectCells(page, 'A5:D5', [['1', '南城镇', '白虎村', '钱样静']]);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored(page, '赵样文'))['unplaced']).toBeUndefined();
    await expectCells(page, 'A4:D5', FIRST_TWO);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored(page, '赵样文'))['phone']).toBeDefined();
  });

  await test.step('a deleted row moves the person out, undo brings them back to their row', async () => {
    await rowMenu(page, 'B4', /^删除选中行/);
    await expect.poll(async () => (await stored(page, '赵样文'))['status']).toBe('已移出');
    await expectCells(page, 'A4:D4', [['1', '南城镇', '白虎村', '钱样静']]);
    await expect(page.getByText('人数 59')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expectCells(page, 'A4:D5', FIRST_TWO);
    await expect.poll(async () => (await stored(page, '赵样文'))['status']).toBeUndefined();
    await page.keyboard.press('Control+y');
    await expectCells(page, 'A4:D4', [['1', '南城镇', '白虎村', '钱样静']]);
    await page.keyboard.press('Control+z');
    await expectCells(page, 'A4:D5', FIRST_TWO);
  });

  await test.step('a sort by one column moves whole people, and undo brings the order back', async () => {
    const before = await read(page, 'B4:N63');
    await go(page, 'K4:K63');
    const box = await canvas(page).boundingBox();
    if (!box) throw new Error('no canvas');
    await page.mouse.click(box.x + 700, box.y + 250, { button: 'right' });
    await page.getByText('排序', { exact: true }).hover();
    await page.getByText('当前区域升序').click();
    const sorted = [...before].sort((a, b) => ((a[9] ?? '') < (b[9] ?? '') ? -1 : 1));
    await expectCells(page, 'B4:N63', sorted);
    await expect
      .poll(async () => (await storedPeople(page)).map((p) => p['name']))
      .toEqual(sorted.map((row) => row[2] || undefined));
    await page.keyboard.press('Control+z');
    await expectCells(page, 'B4:N63', before);
    await expect(page.getByText('错误 12', { exact: true })).toBeVisible();
  });

  await test.step('a person typed into an inserted row stands between the others, stored too', async () => {
    await rowMenu(page, 'B4', /在上方插入/);
    await expect.poll(async () => (await read(page, 'D4:D5')).map(([name]) => name)).toEqual(['', '赵样文']);
    await type(page, 'D4', '新来的');
    await type(page, 'K4', MAN);
    await expect.poll(async () => (await storedPeople(page)).findIndex((p) => p['name'] === '新来的')).toBe(0);
    await expectCells(page, 'A4:D4', [['1', '', '', '新来的']]);
  });

  await test.step('title, header and 序号 say why they cannot be changed, and stay', async () => {
    await go(page, 'D3');
    await page.keyboard.type('x');
    await expect(page.getByText(/表头和标题是正式表格的固定内容/)).toBeVisible();
    await go(page, 'A6');
    await page.keyboard.type('9');
    await expect(page.getByText(/序号由程序自动编排/)).toBeVisible();
    await paste(page, 'B3', '坏\t坏');
    await expect(page.getByText(/已保留原来的标题和表头（B3、C3）/)).toBeVisible();
    await expectCells(page, 'A3:D4', [
      ['序号', '乡镇', '村(社区)', '姓名'],
      ['1', '', '', '新来的'],
    ]);
  });
});
