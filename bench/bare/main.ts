import '@univerjs/preset-sheets-core/lib/index.css';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import zhCN from '@univerjs/preset-sheets-core/locales/zh-CN';
import { createUniver, LocaleType } from '@univerjs/presets';

/** Univer and nothing else: what the page is measured against. `#rows=1000` fills a sheet of 14 text columns. */
const container = document.getElementById('root');
if (!container) throw new Error('the page has no #root');
const rows = Number(new URLSearchParams(location.hash.slice(1)).get('rows') ?? 0);
const { univerAPI } = createUniver({
  locale: LocaleType.ZH_CN,
  locales: { [LocaleType.ZH_CN]: zhCN },
  presets: [UniverSheetsCorePreset({ container })],
});
const cellData: Record<number, Record<number, { v: string; t: number; s: string }>> = {};
for (let row = 0; row < rows; row++) {
  const cells: Record<number, { v: string; t: number; s: string }> = {};
  for (let column = 0; column < 14; column++)
    cells[column] = { v: column === 3 ? `测试${row}` : `${column}-${row}`, t: 1, s: 'text' };
  cellData[row] = cells;
}
univerAPI.createWorkbook({
  id: 'bare',
  styles: { text: { n: { pattern: '@' } } },
  sheetOrder: ['sheet'],
  sheets: { sheet: { id: 'sheet', name: '名册', rowCount: rows + 60, columnCount: 20, cellData } },
});
