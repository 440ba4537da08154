import { expect, type Page, test } from '@playwright/test';
import {
  canvas,
  go,
  menu,
  nameBox,
  newProject,
  openSample,
  type Stored,
  stored,
  storedRecords,
  type,
} from './support.ts';

const bar = (page: Page) => page.getByRole('navigation', { name: '纪实表' });

/** The cell selected, merged or not. */
const standsAt = (page: Page, cell: string) => expect(nameBox(page)).toHaveValue(new RegExp(`^${cell}(:|$)`));

/** Cells in the order of Tab, what is typed there, and what the record then holds. */
const FIELDS: readonly (readonly [cell: string, typed: string, field: string, value: string])[] = [
  ['B3', '陈小明', 'name', '陈小明'],
  ['G3', '男', 'gender', '男'],
  ['K3', '1990-5', 'birthMonth', '1990.05'],
  ['B4', '汉', 'ethnicity', '汉族'],
  ['G4', '四川青神', 'nativePlace', '四川青神'],
  ['K4', '四川眉山', 'birthPlace', '四川眉山'],
  ['B5', '2012.6', 'partyJoinMonth', '2012.06'],
  ['G5', '2010.7', 'workStart', '2010.07'],
  ['K5', '健康', 'health', '健康'],
  ['B6', '务农', 'occupation', '务农'],
  ['I6', '果树栽培', 'specialty', '果树栽培'],
  ['B7', '大专', 'education', '大专'],
  ['G7', '眉山职业技术学院', 'school', '眉山职业技术学院'],
  ['B8', '511425199005100010', 'idNumber', '511425199005100010'],
  ['N8', '13800000001', 'phone', '13800000001'],
];
/** Whole lines and hardly begun ones: each is a record. */
const TRAININGS = [
  ['集中培训', '2017.3', '5', '党建业务'],
  ['以会代训', '', '', ''],
  ['', '2017.5', '', ''],
  ['', '', '2', ''],
  ['集中培训', '2017.9', '5', '村级财务'],
];
const MENTORINGS = [
  ['王书记', '每月走访', '合格'],
  ['王书记', '', ''],
  ['', '送技术', ''],
  ['王书记', '每月走访', '好'],
];
const PRACTICE = ['驻村工作', '踏实肯干', '良好'];

test('a whole form is filled by keyboard alone', async ({ page }) => {
  test.setTimeout(240_000);
  await newProject(page);
  await type(page, 'D4', '陈明');
  await go(page, 'D4');
  await page.keyboard.press('F9');
  await expect(bar(page).getByText('陈明')).toBeVisible();
  await standsAt(page, 'B3');
  // The text at once, as an input method or a number pad's macro hands it over: key by key shows nothing more.
  const fill = async (text: string): Promise<void> => {
    if (text !== '') await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
  };
  for (const [cell, typed] of FIELDS) {
    await standsAt(page, cell);
    await fill(typed);
  }
  // Five lines of training: the fifth is made when the fourth is filled.
  for (const [line, texts] of TRAININGS.entries()) {
    await standsAt(page, `B${10 + line}`);
    for (const text of texts) await fill(text);
  }
  // The sixth line stands ready, blank.
  await standsAt(page, 'B15');
  for (let skip = 0; skip < 4; skip++) await page.keyboard.press('Tab');
  await standsAt(page, 'E17');
  for (const texts of MENTORINGS) for (const text of texts) await fill(text);
  for (const text of PRACTICE) await fill(text);
  for (let skip = 0; skip < 9; skip++) await page.keyboard.press('Tab');
  await standsAt(page, 'B27');
  for (const level of ['村', '镇'])
    for (let quarter = 1; quarter <= 4; quarter++) await fill(`${level}${quarter}季度同意`);
  await standsAt(page, 'B30');
  await fill('优秀');
  await standsAt(page, 'B3');

  const person = await stored(page, '陈小明');
  for (const [, , field, value] of FIELDS) expect([field, person[field]]).toEqual([field, value]);
  const plain = async (entity: string, keys: readonly string[]): Promise<string[][]> =>
    (await storedRecords(page, entity)).map((record: Stored) => {
      expect(record['person']).toBe(person['id']);
      return keys.map((key) => String(record[key] ?? ''));
    });
  await expect.poll(() => plain('yearResult', ['year', 'result'])).toEqual([['2017', '优秀']]);
  expect(await plain('training', ['mode', 'time', 'days', 'content'])).toEqual(TRAININGS);
  expect(await plain('mentoring', ['year', 'quarter', 'mentor', 'content', 'opinion'])).toEqual(
    MENTORINGS.map((texts, quarter) => ['2017', String(quarter + 1), ...texts]),
  );
  expect(await plain('practice', ['year', 'content', 'performance', 'opinion'])).toEqual([['2017', ...PRACTICE]]);
  expect(await plain('review', ['level', 'quarter', 'opinion'])).toEqual(
    ['village', 'township'].flatMap((level) =>
      [1, 2, 3, 4].map((q) => [level, String(q), `${level === 'village' ? '村' : '镇'}${q}季度同意`]),
    ),
  );
});

test('roster and form follow each other; undo goes to the person it happened to; people are found by pinyin', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await openSample(page);
  await go(page, 'L5');
  await page.keyboard.press('F9');
  const name = await bar(page).locator('b').innerText();
  await type(page, 'B6', '养蜂');
  await expect.poll(async () => (await stored(page, name))['occupation']).toBe('养蜂');
  await go(page, 'N8');
  await page.keyboard.type('13911112222');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await stored(page, name))['phone']).toBe('13911112222');
  // Back to the same cell, which shows the new number.
  await page.keyboard.press('F9');
  await standsAt(page, 'L5');
  await type(page, 'L5', '13733334444');
  await go(page, 'L5');
  await page.keyboard.press('F9');
  await expect(bar(page).locator('b')).toHaveText(name);
  // What is being typed is the one's who is shown, also when the keys go on to the next.
  await go(page, 'B6');
  await page.keyboard.type('种茶');
  await page.keyboard.press('Alt+PageDown');
  await expect(bar(page).locator('b')).not.toHaveText(name);
  await expect.poll(async () => (await stored(page, name))['occupation']).toBe('种茶');
  await page.keyboard.press('Control+z');
  await expect(bar(page).locator('b')).toHaveText(name);
  await expect.poll(async () => (await stored(page, name))['occupation']).toBe('养蜂');
  // Two people on, three steps back: to the roster's cell, then to the form of the person it happened to.
  await page.keyboard.press('Alt+PageDown');
  await page.keyboard.press('Alt+PageDown');
  await expect(bar(page).locator('b')).not.toHaveText(name);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await stored(page, name))['phone']).toBe('13911112222');
  for (let step = 0; step < 2; step++) {
    await page.keyboard.press('Control+z');
    await expect(bar(page).locator('b')).toHaveText(name);
  }
  await expect.poll(async () => (await stored(page, name))['occupation'] ?? '').toBe('');
  await standsAt(page, 'B6');
  // Months and days from a calendar: Enter takes, Escape leaves what is there, typing goes on in the cell.
  const month = page.getByRole('dialog', { name: '选年月' });
  const joined = async () => (await stored(page, name))['partyJoinMonth'] ?? '';
  const old = await joined();
  await go(page, 'B5');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(month.getByRole('button', { pressed: true })).toBeFocused();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Escape');
  await expect(month).toHaveCount(0);
  expect(await joined()).toBe(old);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(month.getByRole('button', { pressed: true })).toBeFocused();
  await month.getByLabel('年', { exact: true }).selectOption('2013');
  await expect(month.getByRole('button', { pressed: true })).toBeFocused();
  for (const key of ['End', 'PageDown', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key);
  await expect(month.getByText(/2014\.08$/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(joined).toBe('2014.08');
  await page.keyboard.press('Control+z');
  await expect.poll(joined).toBe(old);
  await go(page, 'B5');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(month.getByRole('button', { pressed: true })).toBeFocused();
  await page.keyboard.type('2015.3');
  await page.keyboard.press('Enter');
  await expect.poll(joined).toBe('2015.03');
  await expect(month).toHaveCount(0);
  // A day, on a blank line of a section: a new record, in the spelling of trainings.
  const trained = async () => (await storedRecords(page, 'training')).map((training) => training['time']);
  const before = (await trained()).length;
  // By mouse into the right half of the merged cell, in whose upper corner the button is.
  await go(page, 'B3');
  const sheet = await canvas(page).boundingBox();
  const [x, y] = [276, 430];
  await canvas(page).click({ position: { x: x - 14, y } });
  await standsAt(page, 'E10');
  await page.keyboard.insertText('2017.04');
  await page.keyboard.press('Enter');
  await expect.poll(trained).toContain('2017.04');
  await page.keyboard.press('Control+z');
  await expect.poll(trained).not.toContain('2017.04');
  await canvas(page).click({ position: { x: x - 14, y } });
  await standsAt(page, 'E10');
  // The button is drawn with the frame after the one that selects the cell.
  await expect(async () => {
    await page.mouse.click((sheet?.x ?? 0) + x, (sheet?.y ?? 0) + y - 14);
    await expect(page.getByRole('dialog', { name: '选日期' })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await go(page, 'E13');
  await page.keyboard.press('Alt+ArrowDown');
  const day = page.getByRole('dialog', { name: '选日期' });
  await expect(day.getByRole('button', { pressed: true })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await day.getByRole('button', { name: '2017年11月6日' }).click();
  await expect.poll(trained).toContain('2017.11.06');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await trained()).length).toBe(before);
  // A label is explained and stays.
  await go(page, 'A3');
  await page.keyboard.type('x');
  await expect(page.getByText('这里是纪实表的固定文字').first()).toBeVisible();
  // By initials to another form, by the row's button of the bar back to that person's row.
  await page.keyboard.press('Control+Shift+F');
  const search = page.getByRole('searchbox', { name: /姓名、拼音/ });
  await search.fill('syt');
  const first = page.getByRole('list', { name: '人员' }).getByRole('listitem').first();
  await expect(first).toBeVisible();
  await expect(first.locator('b')).toHaveText('孙样涛');
  await search.press('Enter');
  await expect(bar(page).locator('b')).toHaveText('孙样涛');
  await bar(page).getByRole('button', { name: '回到名册' }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(nameBox(page)).toHaveValue(/^L\d+$/);
});

test('a line of another year stays under the cursor; what the bar says of it hides no button beside a panel', async ({
  page,
}) => {
  await openSample(page);
  await go(page, 'D5');
  await page.keyboard.press('F9');
  await standsAt(page, 'B3');
  await go(page, 'E12');
  const others = (await storedRecords(page, 'training')).length;
  for (const text of ['2016.5', '3', '去年的一期']) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
  }
  await expect
    .poll(async () => (await storedRecords(page, 'training')).map(({ time, days, content }) => [time, days, content]))
    .toContainEqual(['2016.5', '3', '去年的一期']);
  expect(await storedRecords(page, 'training')).toHaveLength(others + 1);
  await menu(page, '办理', '季度评议');
  await expect(bar(page).getByText('这一行写的是 2016 年')).toBeVisible();
  for (const button of await bar(page).getByRole('button').all()) await expect(button).toBeInViewport({ ratio: 1 });
});
