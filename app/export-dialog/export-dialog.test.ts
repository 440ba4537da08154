import { describe, expect, it } from 'vitest';
import { testStage } from '../ui/testing/stage.node.ts';

/** The export dialog in a real Chromium. */

const stage = testStage();
const calls = () => stage.calls();
const button = (name: string) => stage.page.getByRole('button', { name, exact: true });

describe('ExportDialog', () => {
  const ask = (errors: number) =>
    stage.page.evaluate((errors) => {
      const common = {
        template: '村级后备干部名册',
        unit: '南城镇党委',
        asOf: '2017-11-30',
        people: 60,
        errors,
        warnings: 4,
        masks: [
          { id: 'none' as const, label: '不隐藏' },
          { id: 'middle8' as const, label: '隐去中间 8 位' },
        ],
        fileName: '名册.xlsx',
        leftOut: ['3 处批注'],
        onShowProblems: shown.note('problems'),
        onAgain: shown.note('again'),
        onClose: shown.note('close'),
      };
      const result = { fileName: 'x.xlsx', rows: 60, errors, warnings: 4, mask: '不隐藏', leftOut: [], sha256: 'abc' };
      shown.showExport({
        ...common,
        state: { kind: 'ask' },
        onExport: (request) => {
          shown.note('export')(request);
          const state = { kind: 'done' as const, result: { ...result, fileName: request.fileName } };
          shown.showExport({ ...common, state, onExport: shown.note('export') });
        },
      });
    }, errors);

  it('goes on at once where nothing is wrong', async () => {
    await ask(0);
    await stage.page.keyboard.press('Enter');
    expect(await calls()).toEqual([['export', { mask: 'none', fileName: '名册.xlsx' }]]);
  });

  it('asks where there are errors, with the way to them first', async () => {
    await ask(12);
    expect(await button('导出').isDisabled()).toBe(true);
    await stage.page.getByLabel('文件名').press('Enter');
    expect(await calls()).toEqual([]);
    await stage.page.getByLabel('我知道还有错误，仍要导出').check();
    await stage.page.getByLabel('隐去中间 8 位').check();
    await stage.page.getByLabel('文件名').fill('南城');
    await button('导出').click();
    expect(await calls()).toEqual([['export', { mask: 'middle8', fileName: '南城.xlsx' }]]);
    await ask(12);
    await stage.page.keyboard.press('Enter');
    expect((await calls()).at(-1)?.[0]).toBe('problems');
  });

  it('refuses a name that no system takes', async () => {
    await ask(0);
    await stage.page.getByLabel('文件名').fill('a/b');
    expect(await stage.page.getByRole('alert').textContent()).toContain('不能含有');
    expect(await button('导出').isDisabled()).toBe(true);
  });

  it('then has the text for the mail, and copies it', async () => {
    await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await ask(12);
    await stage.page.getByLabel('我知道还有错误，仍要导出').check();
    await button('导出').click();
    await button('复制').click();
    await button('已复制').waitFor();
    const copied = await stage.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('校验结果：未通过，错误 12 处、提醒 4 处');
    expect(copied).toContain('文件：名册.xlsx');
  });

  it('copies without a secure context, too', async () => {
    await stage.reset(stage.harness.insecureUrl);
    await ask(0);
    await button('导出').click();
    await button('复制').click();
    await button('已复制').waitFor();
  });
});
