import { expect, test } from '@playwright/test';
import { expectCells, go, lookOut, newProject, paste, read, storedPeople, storedRows } from './support.ts';

const ROWS = 1_200;
const AGAIN = 400;
const line = (at: number): string =>
  `南城镇\t白虎村\t人${at}\t男\t1990.10\t\t\t本科\t\t1234567890${at}\t1380000\t"王五\n书记"\t00${at}`;

test('thousands of rows come in by the frame, are one step to undo, and survive leaving in the middle', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await newProject(page);
  const wholeComes = await lookOut(page, `正在粘贴 ${ROWS} 行`);
  await paste(page, 'B4', Array.from({ length: ROWS }, (_, at) => line(at)).join('\n'));
  // In the middle of it the page is told to go: what has not come in yet is taken in on the way out.
  await wholeComes();
  await page.reload();
  await expect(page.getByText(`人数 ${ROWS}`)).toBeVisible({ timeout: 30_000 });
  const people = await storedPeople(page);
  expect(people.map((p) => p['name'])).toEqual(Array.from({ length: ROWS }, (_, at) => `人${at}`));
  expect(people.at(-1)).toMatchObject({ birthMonth: '1990.10', mentor: '王五\n书记', remark: `00${ROWS - 1}` });

  // Half of it once more, below: it is marked as it comes in, and undone in one step while it still does.
  const halfComes = await lookOut(page, `正在粘贴 ${ROWS / 2} 行`);
  await paste(page, `B${ROWS + 4}`, Array.from({ length: ROWS / 2 }, (_, at) => line(at)).join('\n'));
  await halfComes();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(`人数 ${ROWS}`)).toBeVisible();
  await expect.poll(() => read(page, `D${ROWS + 3}:D${ROWS + 5}`)).toEqual([[`人${ROWS - 1}`], [''], ['']]);
  await page.keyboard.press('Control+y');
  await expect(page.getByText(`人数 ${ROWS * 1.5}`)).toBeVisible();
  await expectCells(page, `A${ROWS * 1.5 + 3}:D${ROWS * 1.5 + 3}`, [
    [String(ROWS * 1.5), '南城镇', '白虎村', `人${ROWS / 2 - 1}`],
  ]);

  // The first people once more, turned round, their villages merged two by two, some names in
  // colour, over themselves: everybody is who they were.
  const first = people.slice(0, AGAIN).reverse();
  const cell = (text: unknown, more = ''): string => `<td class=xl65 x:str${more}>${String(text)}</td>`;
  const html = first.map(({ name, idNumber }, at) => {
    const merged = at % 2 === 0 ? cell('金牛村', ' rowspan=2') : '';
    return `<tr>${merged}${cell(name, at % 3 === 0 ? ' style="background:#FFC000;color:red"' : '')}${cell('男')}${cell('1990.10')}<td></td><td></td>${cell('大专')}<td></td>${cell(idNumber)}</tr>`;
  });
  const text = first.map(
    ({ name, idNumber }, at) => `${at % 2 === 0 ? '金牛村' : ''}\t${name}\t男\t1990.10\t\t\t大专\t\t${idNumber}`,
  );
  const clipboard = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>${html.join('\n')}</table></body></html>`;
  const mergedCome = await lookOut(page, `正在粘贴 ${AGAIN} 行`);
  await paste(page, 'C4', text.join('\n'), clipboard);
  await mergedCome();
  await expect(page.getByText(`正在粘贴 ${AGAIN} 行`)).toBeHidden();
  await expectCells(page, `C${AGAIN + 2}:D${AGAIN + 4}`, [
    ['金牛村', '人1'],
    ['金牛村', '人0'],
    ['白虎村', `人${AGAIN}`],
  ]);
  await expect
    .poll(async () => (await storedPeople(page)).slice(0, AGAIN + 1).map((p) => p['id']))
    .toEqual([...first, people[AGAIN]].map((p) => p?.['id']));
  expect((await storedPeople(page))[0]).toMatchObject({
    village: '金牛村',
    education: '大专',
    remark: `00${AGAIN - 1}`,
  });
  await expectCells(page, `N${AGAIN + 2}:N${AGAIN + 4}`, [['001'], ['000'], [`00${AGAIN}`]]);
  await expect.poll(async () => JSON.stringify(await storedRows(page, 'layouts'))).toContain('"bg":{"rgb":"#ffc000"}');

  // Copied in the table itself: by the frame as well, one step, and nobody becomes another.
  await go(page, `D4:D${AGAIN + 3}`);
  await page.keyboard.press('Control+c');
  await go(page, 'N4');
  const copiesCome = await lookOut(page, `正在粘贴 ${AGAIN} 行`);
  await page.keyboard.press('Control+v');
  await copiesCome();
  await expect(page.getByText(`正在粘贴 ${AGAIN} 行`)).toBeHidden();
  await expectCells(page, `N${AGAIN + 2}:N${AGAIN + 4}`, [['人1'], ['人0'], [`00${AGAIN}`]]);
  await page.keyboard.press('Control+z');
  await expectCells(page, `N${AGAIN + 2}:N${AGAIN + 4}`, [['001'], ['000'], [`00${AGAIN}`]]);
  expect((await storedPeople(page)).slice(0, AGAIN).map((p) => p['id'])).toEqual(first.map((p) => p['id']));
});

test('a large block comes in by the frame from a sheet of one’s own too, merged villages in every row', async ({
  page,
}) => {
  await newProject(page);
  await page.mouse.click(35, 720);
  const tab = (name: string) => page.locator('[data-u-comp="slide-tab-item"]').filter({ hasText: name });
  await expect(tab('工作表1')).toBeVisible();
  const html = Array.from({ length: AGAIN }, (_, at) => {
    const village = at % 2 === 0 ? '<td rowspan=2>金牛村</td>' : '';
    return `<tr>${village}<td style="background:#FFC000">人${at}</td><td>男</td></tr>`;
  });
  const text = Array.from({ length: AGAIN }, (_, at) => `${at % 2 === 0 ? '金牛村' : ''}\t人${at}\t男`);
  await paste(page, 'A1', text.join('\n'), `<html><body><table>${html.join('')}</table></body></html>`);
  await expectCells(page, `B${AGAIN}:C${AGAIN}`, [[`人${AGAIN - 1}`, '男']]);
  await go(page, `A1:C${AGAIN}`);
  await page.keyboard.press('Control+c');
  await tab('名册').click();
  await go(page, 'C4');
  const copiesCome = await lookOut(page, `正在粘贴 ${AGAIN} 行`);
  await page.keyboard.press('Control+v');
  await copiesCome();
  await expect(page.getByText(`正在粘贴 ${AGAIN} 行`)).toBeHidden();
  await expectCells(page, 'C4:E5', [
    ['金牛村', '人0', '男'],
    ['金牛村', '人1', '男'],
  ]);
  const people = await storedPeople(page);
  expect(people.map((p) => [p['village'], p['name']])).toEqual(
    Array.from({ length: AGAIN }, (_, at) => ['金牛村', `人${at}`]),
  );
  // The colour is in the table's look now.
  await expect
    .poll(async () =>
      JSON.stringify(await storedRows(page, 'layouts')).includes('"tb":3,"bg":{"rgb":"rgb(255,192,0)"}'),
    )
    .toBe(true);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('人数 0')).toBeVisible();
});
