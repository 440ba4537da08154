import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { housePack } from '../export/testing/project.node.ts';
import { spliceTable, type TableFill } from './splice-table.ts';

const COLUMNS = [...'ABCDEFGHIJKLMN'];
let roster: Uint8Array;
beforeAll(async () => {
  const template = (await housePack()).templates.get('roster');
  if (template === undefined) throw new Error('no template');
  roster = template.workbook;
});

async function spliced(template: Uint8Array, rows: number, values: TableFill['values']): Promise<Uint8Array> {
  const result = await spliceTable(template, {
    sheet: '名册',
    sampleRow: 4,
    columns: COLUMNS,
    sequenceColumn: 'A',
    rows,
    values,
  });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function parts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
}

test('a blank workbook serves as a template like every other, however many rows it has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), async (blank, rows) => {
      const values = (i: number) => COLUMNS.map((column) => `${column} ${i}`);
      const between = await spliced(roster, blank, () => []);
      expect(parts(await spliced(between, rows, values))).toEqual(parts(await spliced(roster, rows, values)));
    }),
    { numRuns: 25 },
  );
});

test('every value stands once, in its row and column', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (rows) => {
      const sheet =
        parts(await spliced(roster, rows, (i) => COLUMNS.map((_, c) => i * 100 + c)))['xl/worksheets/sheet1.xml'] ?? '';
      const cells = [...sheet.matchAll(/<c r="([A-N])(\d+)" s="\d+"><v>(\d+)<\/v><\/c>/g)];
      expect(cells.length).toBe(rows * COLUMNS.length);
      for (const [, column = '', row, value] of cells) {
        expect(Number(value)).toBe((Number(row) - 4) * 100 + COLUMNS.indexOf(column));
      }
    }),
    { numRuns: 20 },
  );
});
