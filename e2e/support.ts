import { expect, type Page } from '@playwright/test';

/** Opens the page on its first screen, in an empty browser. */
export async function openHome(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: /新建名册/ })).toBeVisible();
}

/** Opens the sample of 60 people and waits for the sheet. */
export async function openSample(page: Page): Promise<void> {
  await openHome(page);
  await page.getByRole('button', { name: /试一试/ }).click();
  await sheetReady(page);
}

/** Makes an empty project. */
export async function newProject(page: Page, villages = '南城镇\t白虎村\n南城镇\t金牛村'): Promise<void> {
  await openHome(page);
  await page.getByRole('button', { name: /新建名册/ }).click();
  await page.getByLabel('县（市、区）', { exact: true }).last().fill('青神县');
  await page.getByLabel('填报单位').fill('南城镇党委');
  await page.getByLabel('参照日期').fill('2017-11-30');
  await page.locator('#mc-new-villages').fill(villages);
  await page.locator('button[form="mc-new"]').click();
  await sheetReady(page);
}

/** The sheet is drawn and takes keys. */
export async function sheetReady(page: Page): Promise<void> {
  await expect(problemsButton(page)).toBeEnabled({ timeout: 30_000 });
  await expect(nameBox(page)).toBeVisible();
  await go(page, 'B4');
}

const problemsButton = (page: Page) => page.getByRole('button', { name: /问题清单/ }).first();

/** Opens the list of problems beside the sheet. */
export async function openProblems(page: Page): Promise<void> {
  await problemsButton(page).click();
}

/** What the sheet is drawn on. */
export const canvas = (page: Page) => page.locator('canvas[id^="univer-sheet-main-canvas"]').first();

/** Clicks into the sheet, which then takes the keys. */
export async function focusSheet(page: Page): Promise<void> {
  await canvas(page).click({ position: { x: 400, y: 200 } });
}

/** Clears the whole row of a person, who is then kept without a place. */
export async function clearRow(page: Page, range: string, name: string): Promise<void> {
  await go(page, range);
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await stored(page, name))['unplaced']).toBe(true);
}

/** Takes an entry of a menu of the bar: `办理`, `导出`. */
export async function menu(page: Page, name: string, entry: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** The box that names the selected cell. */
export const nameBox = (page: Page) =>
  page.locator('[data-u-comp="defined-name"] input, input[data-u-comp="defined-name"]').first();

/** Selects a cell or range by the name box, the way that never misses. */
export async function go(page: Page, reference: string): Promise<void> {
  const box = nameBox(page);
  // While the page still goes to the cell where one was last, the box is written over: then once more.
  await expect(async () => {
    await box.focus();
    await box.fill(reference);
    await box.press('Enter');
    await expect(box).toHaveValue(reference, { timeout: 3_000 });
  }).toPass();
}

/** Types into a cell as a clerk does and leaves it by Enter. */
export async function type(page: Page, reference: string, text: string): Promise<void> {
  await go(page, reference);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Puts text, and HTML if given, on the clipboard and pastes it at the cell. */
export async function paste(page: Page, reference: string, text: string, html?: string): Promise<void> {
  await go(page, reference);
  await page.evaluate(
    async ([plain, rich]) => {
      const items: Record<string, Blob> = { 'text/plain': new Blob([plain ?? ''], { type: 'text/plain' }) };
      if (rich) items['text/html'] = new Blob([rich], { type: 'text/html' });
      await navigator.clipboard.write([new ClipboardItem(items)]);
    },
    [text, html],
  );
  await page.keyboard.press('Control+v');
}

/**
 * Looks out for a text that may come up only briefly; the answer waits until it has. To be called before whatever brings it
 * up.
 */
export async function lookOut(page: Page, text: string): Promise<() => Promise<unknown>> {
  await page.evaluate((wanted) => {
    Reflect.set(window, 'cameUp', false);
    new MutationObserver((_, observer) => {
      if (!document.body.textContent?.includes(wanted)) return;
      Reflect.set(window, 'cameUp', true);
      observer.disconnect();
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, text);
  return () => page.waitForFunction(() => Reflect.get(window, 'cameUp') === true, undefined, { timeout: 30_000 });
}

/** What stands in a range, row by row, as the clipboard gets it. */
export async function read(page: Page, range: string): Promise<string[][]> {
  await go(page, range);
  await page.evaluate(() => navigator.clipboard.writeText('(nothing copied)'));
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('(nothing copied)');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Escape');
  return text
    .replace(/\r/g, '')
    .split('\n')
    .map((row) => row.split('\t'));
}

/** Waits until a range shows these texts. */
export async function expectCells(page: Page, range: string, cells: readonly (readonly string[])[]): Promise<void> {
  await expect.poll(() => read(page, range)).toEqual(cells);
}

/** One record as IndexedDB has it. */
export type Stored = Readonly<Record<string, unknown>>;

/** The people that are stored, in their stored order. */
export function storedPeople(page: Page): Promise<Stored[]> {
  return storedRecords(page, 'person');
}

/** Everything in a store of the database, as far as it is JSON. */
export function storedRows<Row extends object = Stored>(
  page: Page,
  store: 'blocks' | 'layouts' | 'exportLog',
): Promise<Row[]> {
  return page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('mingce');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const rows = await new Promise<Row[]>((resolve, reject) => {
      const request = db.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return rows;
  }, store);
}

/** Records that are stored together. */
export interface StoredBlock {
  readonly entity: string;
  readonly rows: readonly { readonly rank: number; readonly data: Stored }[];
}

/** The records of an entity that are stored, in their stored order. */
export async function storedRecords(page: Page, entity: string): Promise<Stored[]> {
  const blocks = await storedRows<StoredBlock>(page, 'blocks');
  return blocks
    .filter((block) => block.entity === entity)
    .flatMap((block) => block.rows)
    .sort((a, b) => a.rank - b.rank)
    .map((row) => row.data);
}

/** The stored person of this name; waits until there is one. */
export async function stored(page: Page, name: string): Promise<Stored> {
  const find = async () => (await storedPeople(page)).find((p) => p['name'] === name);
  await expect.poll(find).toBeDefined();
  return (await find()) ?? {};
}

/** The lines of the export log, in the order of their writing. */
export const exportLog = (page: Page): Promise<Stored[]> => storedRows(page, 'exportLog');

/** Chooses a file as the 打开文件 button does. */
export async function choose(page: Page, path: string): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(path);
}
