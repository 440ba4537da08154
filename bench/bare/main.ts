import '@univerjs/preset-sheets-core/lib/index.css';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import zhCN from '@univerjs/preset-sheets-core/locales/zh-CN';
import { createUniver, LocaleType } from '@univerjs/presets';
import { openDB } from 'idb';

/**
 * Univer and nothing else: what the page is measured against. `#rows=1000` fills a sheet of 14 text columns with made
 * values; `#rows=1000&stored` shows the same from the browser's database, where the first visit has put them.
 */
const container = document.getElementById('root');
if (!container) throw new Error('the page has no #root');
const asked = new URLSearchParams(location.hash.slice(1));
const { univerAPI } = createUniver({
  locale: LocaleType.ZH_CN,
  locales: { [LocaleType.ZH_CN]: zhCN },
  presets: [UniverSheetsCorePreset({ container })],
});
const book = made(Number(asked.get('rows') ?? 0));
univerAPI.createWorkbook(asked.has('stored') ? await stored(book) : book());

type Book = ReturnType<ReturnType<typeof made>>;

function made(rows: number) {
  return () => {
    const cellData: Record<number, Record<number, { v: string; t: number; s: string }>> = {};
    for (let row = 0; row < rows; row++) {
      const cells: Record<number, { v: string; t: number; s: string }> = {};
      for (let column = 0; column < 14; column++)
        cells[column] = { v: column === 3 ? `测试${row}` : `${column}-${row}`, t: 1, s: 'text' };
      cellData[row] = cells;
    }
    return {
      id: 'bare',
      styles: { text: { n: { pattern: '@' } } },
      sheetOrder: ['sheet'],
      sheets: { sheet: { id: 'sheet', name: '名册', rowCount: rows + 60, columnCount: 20, cellData } },
    };
  };
}

/** The workbook as any page would keep it: one value, read when the page opens. */
async function stored(book: () => Book): Promise<Book> {
  const db = await openDB<{ books: { key: string; value: Book } }>('bare', 1, {
    upgrade: (opening) => void opening.createObjectStore('books'),
  });
  const known = await db.get('books', 'bare');
  if (known) return known;
  const fresh = book();
  await db.put('books', fresh, 'bare');
  return fresh;
}
