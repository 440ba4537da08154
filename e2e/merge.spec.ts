import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { bookOf, plainPhoto, testPerson } from '../xlsx/form/testing/forms.node.ts';
import { makeCompound } from '../xlsx/read/xls/testing/compound-writer.ts';
import { drop, inbox, mailed, person } from './inbox.ts';
import {
  choose,
  expectCells,
  focusSheet,
  go,
  menu,
  nameBox,
  newProject,
  openSample,
  read,
  type StoredBlock,
  storedPeople,
  storedRows,
} from './support.ts';

test('forty files dropped at once, conflicts settled by keyboard, merged as one undo step, exported', async ({
  page,
}) => {
  // Forty files and an export: on a busy machine more than the usual minute.
  test.slow();
  await newProject(page, '南城镇\t白虎村\n南城镇\t金牛村\n南城镇\t朱雀村');
  await drop(page, inbox());
  const panel = page.getByRole('dialog', { name: '汇总报来的名册' });
  await expect(panel.getByText('40 个文件，84 人：新增 83，变更 0，相同 0，重复 1')).toBeVisible({
    timeout: 40_000,
  });
  await expect(panel.getByRole('row', { name: /39号/ })).toContainText('这不是 Excel 工作簿');
  await expect(
    panel.getByText('没有读（图片，读不出里面的表；要报的请填成 Excel 工作簿）：其余.zip/朱雀村名册.jpg'),
  ).toBeVisible();
  await expect(panel.getByText('催报：1 个村还没有报')).toBeVisible();
  await expect(panel.getByText('南城镇 朱雀村')).toBeVisible();
  await expect(panel.getByText('同一人内容不一致（2 处待定，共 2 处）')).toBeVisible();

  // By keyboard to the first conflict: the links of forty files stand before it.
  await panel.getByRole('button', { name: '处理不一致' }).press('Enter');
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await page.keyboard.type('13900000009');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('同一人内容不一致（0 处待定，共 2 处）')).toBeVisible();
  await panel.getByRole('button', { name: '合并到名册', exact: true }).click();

  const done = page.getByText('已合并：新增 81 人，变更 0 人');
  await expect(done).toBeVisible();
  await expect.poll(async () => (await storedPeople(page)).length).toBe(81);
  await expect(done).toBeVisible();
  await focusSheet(page);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await storedPeople(page)).length).toBe(0);
  // What it says of undoing no longer holds.
  await expect(done).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect.poll(async () => (await storedPeople(page)).length).toBe(81);
  const phones = (await storedPeople(page)).map((p) => p.phone);
  expect(phones).toContain('13900000001');
  expect(phones).toContain('13900000009');
  expect(new Set(phones).size).toBe(81);

  await menu(page, '导出', '官方名册');
  const download = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /^(导出|仍然导出|继续导出|生成)/ })
    .last()
    .click();
  const parts = unzipSync(readFileSync(await (await download).path()));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet.split('13900000009')).toHaveLength(2);
  expect(sheet).toContain(person(1).id);
});

test('merging again changes nothing; a sender gets a workbook back; how a sender’s columns are read is remembered', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await newProject(page);
  const panel = page.getByRole('dialog', { name: '汇总报来的名册' });

  await test.step('merging again changes nothing, undo takes all back at once', async () => {
    const files = inbox().slice(6, 10);
    await drop(page, files);
    await panel.getByRole('button', { name: '合并到名册', exact: true }).click();
    await expect.poll(async () => (await storedPeople(page)).length).toBe(8);
    await drop(page, files);
    await expect(panel.getByText('4 个文件，8 人：新增 0，变更 0，相同 8，重复 0')).toBeVisible();
    await expect(panel.getByRole('button', { name: '没有需要合并的内容' })).toBeDisabled();
    await panel.getByRole('button', { name: '关闭' }).first().click();
    await focusSheet(page);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await storedPeople(page)).length).toBe(0);
  });

  await test.step('a sender gets a workbook back, what was normalised is listed, columns are answered for', async () => {
    const wrong = { ...person(7), phone: '12345' };
    await menu(page, '办理', '汇总');
    await page.locator('input[data-merge="files"]').setInputFiles({
      name: '张家村.xlsx',
      mimeType: 'application/octet-stream',
      buffer: mailed(1, [wrong, person(9)]),
    });
    await panel.getByRole('button', { name: '4 处' }).click();
    await expect(panel.getByText('“大学本科” → “本科”').first()).toBeVisible();
    const download = page.waitForEvent('download');
    await panel.getByRole('button', { name: '退回单', exact: true }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('退回-张家村.xlsx');
    const parts = unzipSync(readFileSync(await file.path()));
    expect(strFromU8(parts['xl/comments1.xml'] ?? new Uint8Array())).toContain('12345');
    const list = page.waitForEvent('download');
    await panel.getByRole('button', { name: '下载问题清单', exact: true }).click();
    expect((await list).suggestedFilename()).toBe('汇总问题清单.xlsx');
    const problems = unzipSync(readFileSync(await (await list).path()));
    expect(strFromU8(problems['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('12345');

    // What a column is can be said otherwise; the answer is read by at once, kept with the merge, and proposed next time.
    await panel.getByRole('button', { name: '列对应', exact: true }).click();
    await panel.getByLabel('帮带干部').selectOption({ label: '备注' });
    await panel.getByRole('button', { name: '照此读取' }).click();
    await expect(panel.getByRole('row', { name: /张家村/ }).locator('.mc-error')).toHaveText('3');
    await panel.getByRole('button', { name: '合并到名册', exact: true }).click();
    await expect.poll(async () => (await storedPeople(page)).map((p) => p.remark)).toEqual(['周华 镇长', '周华 镇长']);
    await menu(page, '办理', '汇总');
    await page.locator('input[data-merge="files"]').setInputFiles({
      name: '李家村.xlsx',
      mimeType: 'application/octet-stream',
      buffer: mailed(1, [person(11)]),
    });
    await expect(panel.getByRole('row', { name: /李家村/ })).toBeVisible();
    await expect(panel.getByRole('row', { name: /李家村/ }).locator('.mc-error')).toHaveCount(0);
    await panel.getByRole('button', { name: '列对应（有上次的答案）' }).click();
    await expect(panel.getByText('这种表头以前改过')).toBeVisible();
    await expect(panel.getByLabel('帮带干部')).toHaveValue('remark');
  });
});

test('old workbooks and OpenDocuments are read as they come: gathered, sent back as .xlsx, opened', async ({
  page,
}) => {
  await newProject(page);
  const sent = [
    { name: '张家村.xls', bytes: mailed(1, [{ ...person(7), phone: '12345' }, person(9)], 'xls') },
    { name: '李家村.et', bytes: mailed(0, [person(11)], 'xls') },
    { name: '王家村.ods', bytes: mailed(1, [person(13)], 'ods') },
    { name: '赵家村.xls', bytes: Buffer.from(makeCompound([{ name: 'WordDocument', bytes: new Uint8Array(9) }])) },
  ];
  await drop(
    page,
    sent.map(({ name, bytes }) => ({ name, data: bytes.toString('base64') })),
  );
  const panel = page.getByRole('dialog', { name: '汇总报来的名册' });
  await expect(panel.getByText('4 个文件，4 人：新增 4，变更 0，相同 0，重复 0')).toBeVisible();
  await expect(panel.getByRole('row', { name: /赵家村/ })).toContainText('这是 Word 文档');
  const download = page.waitForEvent('download');
  await panel
    .getByRole('row', { name: /张家村/ })
    .getByRole('button', { name: '退回单' })
    .click();
  expect((await download).suggestedFilename()).toBe('退回-张家村.xlsx');
  await panel.getByRole('button', { name: '合并到名册', exact: true }).click();
  await expect.poll(async () => (await storedPeople(page)).length).toBe(4);

  await page.getByRole('button', { name: '首页' }).click();
  const path = test.info().outputPath('旧名册.xls');
  writeFileSync(path, mailed(0, [person(1), person(2)], 'xls'));
  await choose(page, path);
  await page.getByLabel('县（市、区）', { exact: true }).last().fill('青神县');
  await page.locator('button[form="mc-new"]').click();
  await expect(page.getByText('人数 2')).toBeVisible();
});

/** How many records of each entity are stored. */
async function storedCounts(page: Page): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { entity, rows } of await storedRows<StoredBlock>(page, 'blocks'))
    counts[entity] = (counts[entity] ?? 0) + rows.length;
  return counts;
}

/** What the stored photos are: type and size of each. */
async function storedPhotos(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('mingce');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const photos = await new Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> }[]>((resolve, reject) => {
      const request = db.transaction('photos').objectStore('photos').getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return Promise.all(
      photos.map(async ({ type, bytes }) => {
        const { width, height } = await createImageBitmap(new Blob([bytes], { type }));
        return `${type} ${width}×${height}`;
      }),
    );
  });
}

test('forms dropped with a roster become people with their trainings; what differs is chosen; one undo takes all back', async ({
  page,
}) => {
  await newProject(page);
  // One as it should be, one that lies on its side, one that was cut off on its way.
  const whole = plainPhoto(40, 90, 160);
  const photos = [whole, plainPhoto(90, 40, 160, [900, 600]), { ...whole, bytes: whole.bytes.slice(0, 60) }];
  const forms = Array.from({ length: 3 }, (_, n) => {
    const p = person(30 + n);
    const made = testPerson(p.name ?? '', { photo: photos[n] ?? plainPhoto(1, 2, 3) });
    const { idNumber: _id, gender: _g, birthMonth: _b, ...rest } = made.person;
    return { ...made, person: { ...rest, id: made.person.id, idNumber: p.id ?? '', phone: p.phone ?? '' } };
  });
  const [first, second, third] = forms;
  if (!first || !second || !third) throw new Error('three forms');
  const opinion = (text: string) => ({
    ...first,
    children: { review: [{ id: 'r', level: 'village', quarter: '1', opinion: text }] },
  });
  const base64 = async (people: Parameters<typeof bookOf>[0]) => Buffer.from(await bookOf(people)).toString('base64');
  await drop(page, [
    { name: '南城镇-白虎村-三人.xlsx', data: await base64(forms) },
    { name: '南城镇-白虎村-再报.xlsx', data: await base64([opinion('进步很大')]) },
    { name: '名册.xlsx', data: mailed(2, [person(40)]).toString('base64') },
  ]);
  const panel = page.getByRole('dialog', { name: '汇总报来的名册' });
  await expect(panel.getByText('3 个文件，5 人：新增 4，变更 0，相同 0，重复 1')).toBeVisible();
  await expect(panel.getByText(/培训新增 6；/)).toBeVisible();
  await expect(panel.getByText('同一人内容不一致（1 处待定，共 1 处）')).toBeVisible();
  await expect(panel.getByText('村（社区）评定意见 第一季度 评定意见')).toBeVisible();
  await expect(panel.getByText('没有放进来的照片（1 张）')).toBeVisible();
  await expect(panel.getByText(/南城镇-白虎村-三人\.xlsx \S+ N3/)).toBeVisible();
  await expect(panel.getByText(/这张图片打不开/)).toBeVisible();
  await panel.locator('[data-at="0"]').focus();
  await page.keyboard.press('2');
  await panel.getByRole('button', { name: '合并到名册', exact: true }).click();
  await expect(page.getByText(/已合并：新增 4 人.*记录 \d+ 条/)).toBeVisible();
  await expect.poll(() => storedCounts(page)).toMatchObject({ person: 4, training: 6, review: 24 });
  const people = await storedPeople(page);
  expect(people.map((p) => p['village'])).toEqual(['白虎村', '白虎村', '白虎村', '白虎村']);
  expect(people.filter((p) => /^photo:/.test(String(p['photo'])))).toHaveLength(2);
  expect((await storedPhotos(page)).sort()).toEqual(['image/jpeg 413×531', 'image/png 70×90']);
  await drop(page, [
    { name: '又一次.xlsx', data: await base64([second]) },
    { name: '第三人.xlsx', data: await base64([third]) },
  ]);
  await expect(panel.getByText('2 个文件，2 人：新增 0，变更 0，相同 2，重复 0')).toBeVisible();
  await expect(panel.getByRole('button', { name: '没有需要合并的内容' })).toBeDisabled();
  await panel.getByRole('button', { name: '关闭' }).first().click();
  await focusSheet(page);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await storedCounts(page))['training'] ?? 0).toBe(0);
  expect(await storedPeople(page)).toEqual([]);
});

test('those who come in leave the cursor with the person it was at', async ({ page }) => {
  await openSample(page);
  await go(page, 'D20');
  const [[name] = []] = await read(page, 'D20');
  const sent = [40, 42].map((n) => ({ name: `${n}.xlsx`, data: mailed(2, [person(n)]).toString('base64') }));
  await drop(page, sent);
  await page.getByRole('button', { name: '合并到名册', exact: true }).click();
  await expect.poll(async () => (await storedPeople(page)).length).toBe(62);
  await expect(nameBox(page)).toHaveValue('D22');
  await expectCells(page, 'D22', [[name ?? '']]);
});
