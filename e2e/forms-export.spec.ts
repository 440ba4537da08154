import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { photoDataUrl } from '../records/photo/photo-text.ts';
import type { DataRecord } from '../records/types.ts';
import { housePack, SETTINGS } from '../xlsx/export/testing/project.node.ts';
import { plainPhoto, testPerson } from '../xlsx/form/testing/forms.node.ts';
import { checkWorkbook } from '../xlsx/recognise/check-workbook.ts';
import { exportLog, go, menu, openHome, sheetReady } from './support.ts';

const PHOTO = photoDataUrl(plainPhoto(40, 90, 160));
/** Enough that work is left when it is stopped. */
const CROWD = 40;

/** Two of one name in 白虎村, the first with a photo and a year of records; a crowd in another township. */
function project(): object {
  const made = testPerson('张三');
  const crowd = Array.from({ length: CROWD }, (_, n) => ({
    ...testPerson(`众${n}`).person,
    id: `crowd-${n}`,
    township: '汉阳镇',
    village: `第${n % 3}村`,
    photo: PHOTO,
  }));
  const person = [
    { ...made.person, photo: PHOTO },
    { id: 'second', name: '张三', township: '南城镇', village: '白虎村', gender: '女' },
    { id: 'third', name: '李四', township: '南城镇', village: '金牛村' },
    ...crowd,
  ];
  const training = [
    ...(made.children['training'] ?? []),
    { id: 'old', person: made.person.id, time: '2016.05', content: '去年的一期' },
  ];
  return { pack: 'village-reserve-cadres', settings: SETTINGS, records: { ...made.children, person, training } };
}

const dialog = (page: Page) => page.getByRole('dialog', { name: '导出村级后备干部日常管理纪实表' });
const radio = (page: Page, name: string) => dialog(page).getByRole('radio', { name });

/** Exports what is chosen; answers the name and the bytes of the file. */
async function run(page: Page): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const known = dialog(page).getByLabel(/仍要导出/);
  if (await known.isVisible()) await known.check();
  const download = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: '导出', exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

/** Presses 取消 as soon as the progress names somebody, which on a fast machine nobody could do from outside the page. */
function stopAtFirstName(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen = new MutationObserver(() => {
      const status = document.querySelector('dialog [role="status"]');
      if (!status?.querySelector('.mc-export-name')) return;
      seen.disconnect();
      Reflect.set(window, 'stoppedAt', status.textContent);
      document.querySelector<HTMLElement>('dialog footer button')?.click();
    });
    seen.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

test("a village's forms as an archive, one person's as a workbook, everybody's stopped in the middle", async ({
  page,
}) => {
  const { pack } = await housePack();
  const read = (bytes: Uint8Array) => {
    const answer = checkWorkbook(bytes, [pack], { ...SETTINGS, level: 'township' });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.checked.sheets;
  };
  await openHome(page);
  const data = Buffer.from(JSON.stringify(project()));
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: '项目.json', mimeType: 'application/json', buffer: data });
  await sheetReady(page);

  await go(page, 'C4:D6');
  await menu(page, '导出', '纪实表…');
  await expect(radio(page, '这一位')).toHaveCount(0);
  await expect(radio(page, '选中的行')).toBeChecked();
  await expect(dialog(page).getByLabel('文件名')).toHaveValue('南城镇党委-纪实表-部分人员-20171130.xlsx');
  await dialog(page).getByLabel('一个村', { exact: true }).last().selectOption({ label: '南城镇 白虎村（2 人）' });
  await expect(radio(page, '一个村')).toBeChecked();
  await expect(dialog(page).getByText('2 人', { exact: true })).toBeVisible();
  // The second has hardly anything; nothing is said of the other villages' mistakes.
  await expect(dialog(page).getByText(/^还有 \d 处错误$/)).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: '导出', exact: true })).toBeDisabled();
  await radio(page, '一个压缩包').check();
  const village = await run(page);
  expect(village.name).toBe(`${SETTINGS.unit}-纪实表-白虎村-20171130.zip`);
  const files = unzipSync(village.bytes);
  expect(Object.keys(files)).toEqual(['南城镇-白虎村-张三-纪实表.xlsx', '南城镇-白虎村-张三-纪实表(2).xlsx']);
  const [first, second] = Object.values(files).map((bytes) => read(bytes)[0]?.records[0]?.record);
  const { id: _id, township: _t, village: _v, ...fields } = testPerson('张三').person;
  expect(first).toMatchObject({ ...fields, photo: PHOTO } satisfies Partial<DataRecord>);
  expect(second).toMatchObject({ name: '张三', gender: '女' });
  expect(second).not.toHaveProperty('photo');
  const done = page.getByRole('dialog', { name: '已导出' });
  await expect(done.getByText('另有 1 条其他年份的记录，不列入 2017 年的表。')).toBeVisible();
  const sha256 = createHash('sha256').update(village.bytes).digest('hex');
  await expect(done.getByText(sha256)).toBeVisible();
  const [line] = await exportLog(page);
  expect(line).toMatchObject({ template: 'record-form', rows: 2, mask: 'none', fileName: village.name, sha256 });
  expect(Number(line?.['failed'])).toBeGreaterThan(0);

  // Everybody: begun, seen going on by name, stopped; nothing is downloaded or logged.
  await done.getByRole('button', { name: '再导出一份' }).click();
  await radio(page, '全部').check();
  await dialog(page)
    .getByLabel(/仍要导出/)
    .check();
  let downloads = 0;
  page.on('download', () => downloads++);
  await stopAtFirstName(page);
  await dialog(page).getByRole('button', { name: '导出', exact: true }).click();
  await expect(radio(page, '全部')).toBeChecked();
  await dialog(page).getByRole('button', { name: '取消' }).click();
  expect(await page.evaluate(() => Reflect.get(window, 'stoppedAt'))).toMatch(
    new RegExp(`/ ${CROWD + 3}(张三|李四|众)`),
  );
  expect([downloads, (await exportLog(page)).length]).toEqual([0, 1]);

  // The form in front is offered first, of the year that it shows.
  await go(page, 'D4');
  await page.keyboard.press('F9');
  const bar = page.getByRole('navigation', { name: '纪实表' });
  await bar.getByLabel('年度').selectOption('2016');
  await menu(page, '导出', '纪实表…');
  await expect(radio(page, '这一位')).toBeChecked();
  const one = await run(page);
  expect(one.name).toBe('南城镇-白虎村-张三-纪实表-2016.xlsx');
  const [sheet] = read(one.bytes);
  expect(sheet?.records.map(({ record }) => [record['name'], record['photo'] === PHOTO])).toEqual([['张三', true]]);
});
