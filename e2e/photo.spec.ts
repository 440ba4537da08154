import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { go, newProject, sheetReady, stored, type } from './support.ts';

const picture = (name: string): string => fileURLToPath(new URL(`../plugin/photo/testing/${name}`, import.meta.url));
const dialog = (page: Page) => page.getByRole('dialog', { name: '张三的照片' });
const photoOf = async (page: Page) => (await stored(page, '张三'))['photo'];
/** The frame over the photo: the template's cell N3. */
const PHOTO = 'N3:Q7';

async function choose(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(选择照片…|换一张…|另选一张…)$/ }).click();
  await (await chooser).setFiles(file);
}

async function selectPhoto(page: Page): Promise<void> {
  await go(page, 'B3:D3');
  await go(page, PHOTO);
}

/** Drops a file as from a folder's window; a number is the size of one full of zeros. */
async function drop(page: Page, on: string, content: Buffer | number, name: string, mime: string): Promise<void> {
  await page.evaluate(
    ({ on, bytes, size, name, mime }) => {
      const data = new DataTransfer();
      data.items.add(new File([size > 0 ? new Uint8Array(size) : Uint8Array.from(bytes)], name, { type: mime }));
      const target = document.querySelector(on);
      for (const kind of ['dragenter', 'dragover', 'drop'])
        target?.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    {
      on,
      bytes: typeof content === 'number' ? [] : [...content],
      size: typeof content === 'number' ? content : 0,
      name,
      mime,
    },
  );
}

test('a photo by file, paste and drag, undone, kept, and what is none is told apart', async ({ page }) => {
  test.setTimeout(150_000);
  await newProject(page);
  await type(page, 'D4', '张三');
  await go(page, 'D4');
  await page.keyboard.press('F9');
  await expect(page.getByRole('navigation', { name: '纪实表' }).getByText('张三')).toBeVisible();

  // By file: cut with the keyboard, kept under its hash.
  await selectPhoto(page);
  await choose(page, picture('turned.jpg'));
  await expect(dialog(page)).toBeVisible();
  const frame = dialog(page).getByRole('button', { name: /取景框/ });
  await expect(frame).toBeFocused();
  const before = await frame.boundingBox();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await frame.boundingBox())?.y).toBeGreaterThan(before?.y ?? 0);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect.poll(() => photoOf(page)).toMatch(/^photo:[0-9a-f]{64}$/);
  const byFile = await photoOf(page);

  // By paste.
  await selectPhoto(page);
  await page.evaluate(
    async (bytes) => {
      const png = new Blob([Uint8Array.from(bytes)], { type: 'image/png' });
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    },
    [...readFileSync(picture('transparent.png'))],
  );
  await page.keyboard.press('Control+v');
  await expect(dialog(page).getByRole('button', { name: '确定' })).toBeVisible();
  await dialog(page).getByRole('button', { name: '确定' }).click();
  await expect.poll(() => photoOf(page)).not.toBe(byFile);
  const pasted = await photoOf(page);
  expect(pasted).toMatch(/^photo:[0-9a-f]{64}$/);
  await page.keyboard.press('Control+z');
  await expect.poll(() => photoOf(page)).toBe(byFile);

  // By drag; taken out with Delete, and back.
  await drop(page, '.mc-sheet canvas', readFileSync(picture('cmyk.jpg')), 'a.jpg', 'image/jpeg');
  await dialog(page).getByRole('button', { name: '确定' }).click();
  await expect.poll(() => photoOf(page)).not.toBe(byFile);
  const dragged = await photoOf(page);
  await selectPhoto(page);
  await page.keyboard.press('Delete');
  await expect.poll(() => photoOf(page)).toBeUndefined();
  await page.keyboard.press('Control+z');
  await expect.poll(() => photoOf(page)).toBe(dragged);

  // What becomes no photo changes nothing.
  const png = (width: number, height: number): Buffer => {
    const head = Buffer.from('89504e470d0a1a0a0000000d49484452000000000000000008060000000000000000', 'hex');
    head.writeUInt32BE(width, 16);
    head.writeUInt32BE(height, 20);
    return head;
  };
  const bad: readonly (readonly [string, Buffer | number, RegExp])[] = [
    ['大.jpg', 40 * 1024 * 1024, /有 40 MB，太大了/],
    ['炸弹.png', png(60_000, 60_000), /60000×60000 像素，太大了/],
    ['手机.heic', Buffer.from('000000186674797068656963', 'hex'), /HEIC.*JPG/s],
    ['不是.jpg', Buffer.from('PK 这不是图片'), /不是图片/],
    ['坏.png', png(300, 400), /打不开/],
  ];
  await selectPhoto(page);
  await choose(page, { name: '空.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) });
  await expect(dialog(page).getByRole('alert')).toContainText('空的（0 字节）');
  for (const [name, content, says] of bad) {
    await drop(page, 'dialog.mingce-photo', content, name, '');
    await expect(dialog(page).getByRole('alert')).toContainText(says);
  }
  await dialog(page).getByRole('button', { name: '知道了' }).click();
  expect(await photoOf(page)).toBe(dragged);

  // The data file carries it, and it is there after a reload.
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: /数据文件/ }).click();
  const saved = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect(saved.records.person[0].photo).toMatch(/^data:image\/jpeg;base64,/);
  await page.reload();
  await sheetReady(page);
  expect(await photoOf(page)).toBe(dragged);
});

test('the card beside the photo is that of the person whose form is shown', async ({ page }) => {
  await newProject(page);
  await type(page, 'D4', '张三');
  await type(page, 'D5', '李四');
  await go(page, 'D4');
  await page.keyboard.press('F9');
  await expect(page.getByRole('navigation', { name: '纪实表' }).getByText('张三')).toBeVisible();
  await selectPhoto(page);
  await choose(page, picture('turned.jpg'));
  await dialog(page).getByRole('button', { name: '确定' }).click();
  await expect(page.getByRole('button', { name: '删除照片' })).toBeVisible();
  await page.keyboard.press('Alt+PageDown');
  await expect(page.getByRole('navigation', { name: '纪实表' }).getByText('李四')).toBeVisible();
  await expect(page.getByRole('button', { name: '选择照片…' })).toBeVisible();
  await expect(page.getByRole('button', { name: '删除照片' })).toBeHidden();
});
