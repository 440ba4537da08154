import { expect, it } from 'vitest';
import { testStage } from './testing/stage.node.ts';

/** The page's own parts in a real Chromium, by keyboard and by what a screen reader finds. */

const stage = testStage();
const calls = () => stage.calls();
const button = (name: string) => stage.page.getByRole('button', { name, exact: true });

it('an error says what, where and what to do; Enter takes the way out that is offered', async () => {
  await stage.page.evaluate(() =>
    shown.showError({
      title: '打不开这个文件',
      what: '加了密码',
      where: '名册.xlsx',
      remedy: '请去掉密码',
      actions: [{ label: '另选文件', onClick: shown.note('other'), primary: true }],
      onClose: shown.note('close'),
    }),
  );
  const dialog = stage.page.getByRole('alertdialog', { name: '打不开这个文件' });
  expect(await dialog.getByText('请去掉密码').isVisible()).toBe(true);
  await stage.page.keyboard.press('Enter');
  await stage.page.keyboard.press('Escape');
  expect((await calls()).map(([name]) => name)).toEqual(['other', 'close']);
});

it('a read-only banner offers only what is possible', async () => {
  await stage.page.evaluate(() =>
    shown.showBanner({ reason: 'taken-over', pending: 2, onTakeOver: async () => shown.note('take')() }),
  );
  expect(await stage.page.getByRole('status').textContent()).toContain('2 处修改没有保存');
  expect(await stage.page.getByRole('button').allTextContents()).toEqual(['在此窗口编辑']);
  await button('在此窗口编辑').click();
  expect(await calls()).toEqual([['take']]);
});

it('the status line says when, that, and why not', async () => {
  const show = (state: 'saved' | 'saving' | 'failed', pending: number, unjudged = 0) =>
    stage.page.evaluate(
      ([state, pending, unjudged]) =>
        shown.showStatus({
          people: 60,
          unjudged,
          errors: 12,
          warnings: 4,
          saver: { state, at: new Date(2017, 10, 30, 14, 3, 9), pending },
          failure: '磁盘空间不足',
          onRetry: shown.note('retry'),
          onShowProblems: shown.note('problems'),
        }),
      [state, pending, unjudged] as const,
    );
  const line = stage.page.getByRole('region', { name: '状态' });
  await show('saved', 0, 40);
  expect(await line.textContent()).toBe('人数 60正在检查…（还有 40 条）已保存 14:03:09');
  await show('saved', 0);
  expect(await line.textContent()).toBe('人数 60错误 12提醒 4已保存 14:03:09');
  await show('saving', 1);
  await line.getByText('正在保存').waitFor();
  await show('failed', 3);
  expect(await stage.page.getByRole('alert').textContent()).toContain('磁盘空间不足（3 处待保存）');
  await button('重试').click();
  await button('错误 12').click();
  expect(await calls()).toEqual([['retry'], ['problems', 'error']]);
});

it('messages go when they are closed, errors do not go by themselves', async () => {
  await stage.page.clock.install();
  await stage.page.evaluate(() => shown.showToasts({ kind: 'done', text: '好了' }));
  await button('say').click();
  await stage.page.getByRole('status').getByText('好了').waitFor();
  await stage.page.clock.runFor(7_000);
  await stage.page.getByText('好了').waitFor({ state: 'hidden' });
  await stage.page.evaluate(() => shown.showToasts({ kind: 'error', text: '坏了' }));
  await button('say').click();
  await stage.page.clock.runFor(60_000);
  expect(await stage.page.getByRole('alert').textContent()).toContain('坏了');
  await button('关闭消息').click();
  expect(await stage.page.getByRole('alert').count()).toBe(0);
});

it('a message goes when it no longer holds', async () => {
  await stage.page.evaluate(() => {
    const until = (over: () => void): (() => void) => {
      addEventListener('over', over);
      return () => removeEventListener('over', over);
    };
    shown.showToasts({ kind: 'done', text: '可以撤销', until });
  });
  await button('say').click();
  await stage.page.getByText('可以撤销').waitFor();
  await stage.page.evaluate(() => dispatchEvent(new Event('over')));
  await stage.page.getByText('可以撤销').waitFor({ state: 'hidden' });
});

it('files dropped anywhere are taken, text is not', async () => {
  await stage.page.evaluate(() => shown.showDrop());
  const drag = (type: string, file: boolean) =>
    stage.page.evaluate(
      ([type, file]) => {
        const data = new DataTransfer();
        if (file) data.items.add(new File(['x'], '名册.xlsx'));
        else data.setData('text/plain', 'x');
        const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
        return event.defaultPrevented;
      },
      [type, file] as const,
    );
  const overlay = stage.page.getByText('松开鼠标打开文件');
  await drag('dragenter', false);
  expect(await drag('dragover', false)).toBe(false);
  expect(await overlay.count()).toBe(0);
  await drag('dragenter', true);
  await overlay.waitFor();
  await drag('dragleave', true);
  await overlay.waitFor({ state: 'hidden' });
  await drag('dragenter', true);
  await overlay.waitFor();
  expect(await drag('dragover', true)).toBe(true);
  expect(await drag('drop', true)).toBe(true);
  await overlay.waitFor({ state: 'hidden' });
  expect(await calls()).toEqual([['drop', ['名册.xlsx']]]);
});

it('a menu opens, moves and closes by keyboard, and gives the focus back', async () => {
  await stage.page.evaluate(() =>
    shown.showMenu({
      label: '导出',
      actions: [
        { label: '官方名册', onSelect: () => shown.note('roster')() },
        { label: '纪实表', disabled: true, onSelect: () => shown.note('form')() },
        { label: '保存数据文件', onSelect: () => shown.note('data')() },
      ],
    }),
  );
  const focused = () => stage.page.evaluate(() => document.activeElement?.textContent ?? '');
  await button('导出').focus();
  await stage.page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('保存数据文件');
  await stage.page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('官方名册');
  await stage.page.keyboard.press('Escape');
  expect(await stage.page.getByRole('menu').count()).toBe(0);
  expect(await button('导出').evaluate((b) => b === document.activeElement)).toBe(true);
  await stage.page.keyboard.press('Enter');
  await stage.page.keyboard.press('ArrowDown');
  await stage.page.keyboard.press('Enter');
  await stage.page.keyboard.press('End');
  await stage.page.keyboard.press('Enter');
  expect((await calls()).map(([name]) => name)).toEqual(['data']);
  await stage.page.evaluate(() => shown.showNothing());
});
