import { beforeEach, describe, expect, it } from 'vitest';
import { testStage } from '../ui/testing/stage.node.ts';

/** The first screen in a real Chromium, by keyboard and by what a screen reader finds. */

const stage = testStage();
const calls = () => stage.calls();
const button = (name: string) => stage.page.getByRole('button', { name, exact: true });

describe('Home', () => {
  const show = (count: number | null) =>
    stage.page.evaluate((count) => {
      const now = new Date(2017, 10, 30, 15, 0);
      const projects = Array.from({ length: count ?? 0 }, (_, i) => ({
        id: `p${i}`,
        unit: i === 0 ? '一个名字长到无论如何放不进一行里的单位党支部委员会办公室（专班）' : `第${i}镇党委`,
        county: '青神县',
        people: i,
        savedAt: now,
        state: 'ok' as const,
      }));
      shown.showHome({
        projects: count === null ? null : projects,
        now,
        onNew: shown.note('new'),
        onOpenFiles: (files) => shown.note('files')(files.map((file) => file.name)),
        onSample: shown.note('sample'),
        onOpen: shown.note('open'),
        onSaveData: async (id) => {
          shown.note('save')(id);
          return true;
        },
        onRemove: async (id) => shown.note('remove')(id),
      });
    }, count);

  it('is not an empty grid: three ways to begin, and a word where nothing is stored', async () => {
    await show(0);
    await button('新建名册 填写县、单位和参照日期，从空表开始').click();
    await stage.page.getByRole('button', { name: '试一试' }).click();
    const chooser = stage.page.waitForEvent('filechooser');
    await stage.page.getByRole('button', { name: '打开文件' }).click();
    await (await chooser).setFiles([{ name: '名册.xlsx', mimeType: '', buffer: Buffer.from('x') }]);
    await expect.poll(async () => (await calls()).map(([name]) => name)).toEqual(['new', 'sample', 'files']);
    expect(await stage.page.getByText('本机还没有名册').isVisible()).toBe(true);
  });

  it('opens the last one by keyboard alone', async () => {
    await show(3);
    // Three cards, then the list.
    for (let i = 0; i < 4; i++) await stage.page.keyboard.press('Tab');
    await stage.page.keyboard.press('Enter');
    expect(await calls()).toMatchObject([['open', 'p0']]);
  });

  it('finds one among three hundred, and nothing overflows the page', async () => {
    await show(300);
    expect(await stage.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await stage.page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
    await stage.page.getByRole('searchbox').fill('第299镇');
    await stage.page.getByRole('button', { name: '继续填报 第299镇党委' }).click();
    expect(await calls()).toMatchObject([['open', 'p299']]);
    await stage.page.getByRole('searchbox').fill('没有');
    expect(await stage.page.getByText('没有符合“没有”的名册').isVisible()).toBe(true);
  });

  it('removes only when the word is typed, and offers the file first', async () => {
    await show(2);
    await stage.page.getByRole('button', { name: '删除 第1镇党委' }).click();
    const dialog = stage.page.getByRole('alertdialog');
    const go = dialog.getByRole('button', { name: '永久删除' });
    await stage.page.keyboard.type('删');
    await stage.page.keyboard.press('Enter');
    expect(await go.isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '保存数据文件' }).click();
    await dialog.getByText('数据文件已保存').waitFor();
    await dialog.getByRole('textbox').fill('删除');
    await stage.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await calls()).toEqual([
      ['save', 'p1'],
      ['remove', 'p1'],
    ]);
  });
});

describe('NewProject', () => {
  beforeEach(() =>
    stage.page.evaluate(() =>
      shown.showNewProject({
        parameters: [
          { key: 'asOf', label: '参照日期', type: 'date', default: null },
          { key: 'ageLimit', label: '年龄上限', type: 'number', default: 35 },
        ],
        today: '2017-11-30',
        onCreate: shown.note('create'),
        onCancel: shown.note('cancel'),
      }),
    ),
  );

  it('is filled by keyboard, with the pasted list understood', async () => {
    await stage.page.keyboard.type('青神县');
    await stage.page.getByLabel('填报单位').fill('南城镇党委');
    await stage.page.getByLabel('乡镇和村名单').fill('序号\t乡镇\t村\n1\t南城镇\t白虎村\n2\t\t元坝村\n合计\t2');
    expect(await stage.page.getByText('认出 1 个乡镇、2 个村（社区）').isVisible()).toBe(true);
    expect(await stage.page.getByText('第 4 行').isVisible()).toBe(true);
    await stage.page.getByText('检查参数').click();
    await stage.page.getByLabel('年龄上限').fill('40');
    await button('开始填报').click();
    expect(await calls()).toEqual([
      [
        'create',
        {
          settings: { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30', ageLimit: 40 },
          villages: [
            { township: '南城镇', name: '白虎村' },
            { township: '南城镇', name: '元坝村' },
          ],
        },
      ],
    ]);
  });

  it('names what is missing, goes there, and unfolds what is hidden', async () => {
    await stage.page.getByText('检查参数').click();
    await stage.page.getByLabel('年龄上限').fill('三十五');
    await stage.page.getByText('检查参数').click();
    await button('开始填报').click();
    expect(await calls()).toEqual([]);
    expect(await stage.page.getByRole('alert').allTextContents()).toEqual([
      '请填写县（市、区）',
      '请填写填报单位',
      '请填写数字',
    ]);
    expect(await stage.page.evaluate(() => document.activeElement?.id)).toBe('mc-new-county');
    expect(await stage.page.getByLabel('年龄上限').isVisible()).toBe(true);
    await stage.page.keyboard.type('青');
    expect(await stage.page.getByRole('alert').allTextContents()).toEqual(['请填写填报单位', '请填写数字']);
  });

  it('is left with Escape', async () => {
    await stage.page.keyboard.press('Escape');
    expect(await calls()).toMatchObject([['cancel']]);
  });
});
