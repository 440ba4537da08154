import { expect, test } from '@playwright/test';
import { expectCells, newProject, paste, read, storedPeople } from './support.ts';

const ROWS = 1_200;
const line = (at: number): string =>
  `南城镇\t白虎村\t人${at}\t男\t1990.10\t\t\t本科\t\t1234567890${at}\t1380000\t"王五\n书记"\t00${at}`;

test('thousands of rows come in by the frame, are one step to undo, and survive leaving in the middle', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await newProject(page);
  await paste(page, 'B4', Array.from({ length: ROWS }, (_, at) => line(at)).join('\n'));
  // In the middle of it the page is told to go: what has not come in yet is taken in on the way out.
  await expect(page.getByText(`正在粘贴 ${ROWS} 行`)).toBeVisible();
  await page.reload();
  await expect(page.getByText(`人数 ${ROWS}`)).toBeVisible({ timeout: 30_000 });
  const people = await storedPeople(page);
  expect(people.map((p) => p['name'])).toEqual(Array.from({ length: ROWS }, (_, at) => `人${at}`));
  expect(people.at(-1)).toMatchObject({ birthMonth: '1990.10', mentor: '王五\n书记', remark: `00${ROWS - 1}` });

  // Half of it once more, below: it is marked as it comes in, and undone in one step while it still does.
  await paste(page, `B${ROWS + 4}`, Array.from({ length: ROWS / 2 }, (_, at) => line(at)).join('\n'));
  await expect(page.getByText(`正在粘贴 ${ROWS / 2} 行`)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(`人数 ${ROWS}`)).toBeVisible();
  await expect.poll(() => read(page, `D${ROWS + 3}:D${ROWS + 5}`)).toEqual([[`人${ROWS - 1}`], [''], ['']]);
  await page.keyboard.press('Control+y');
  await expect(page.getByText(`人数 ${ROWS * 1.5}`)).toBeVisible();
  await expectCells(page, `A${ROWS * 1.5 + 3}:D${ROWS * 1.5 + 3}`, [
    [String(ROWS * 1.5), '南城镇', '白虎村', `人${ROWS / 2 - 1}`],
  ]);
});
