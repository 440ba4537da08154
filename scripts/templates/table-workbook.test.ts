import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { matrixBindingSchema } from '../../sheets-templates/matrix-binding.ts';
import { tableBindingSchema } from '../../sheets-templates/schema.ts';
import { readIdentity } from '../../xlsx/splice/custom-part.ts';
import { ledgers } from './ledgers.ts';
import { QUARTERLY, quarterlyBinding, quarterlyColumns } from './quarterly-review.ts';
import { quarterlyHeadings } from './quarterly-sheet.ts';
import { quarterlyWorkbook } from './quarterly-workbook.ts';
import { roster } from './roster.ts';
import { tableBinding } from './table-binding.ts';
import { tableWorkbook } from './table-workbook.ts';

function parts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
}

test.each([roster, ...ledgers])(
  'the committed workbook and binding of $id are what the script builds',
  async (design) => {
    const folder = fileURLToPath(new URL(`../../${design.folder}`, import.meta.url));
    const committed = new Uint8Array(readFileSync(join(folder, `${design.id}.xlsx`)));
    // Contents, not bytes: another zlib may pack them otherwise.
    expect(parts(committed)).toEqual(parts(await tableWorkbook(design)));
    const binding = tableBindingSchema.parse(JSON.parse(readFileSync(join(folder, 'binding.json'), 'utf8')));
    expect(binding).toEqual(tableBinding(design));
  },
);

test('the same design gives the same bytes', async () => {
  expect(Buffer.compare(await tableWorkbook(roster), await tableWorkbook(roster))).toBe(0);
});

test.each([roster, ...ledgers])('the columns of $id fill A4 landscape without its margins', ({ columns }) => {
  expect(columns.reduce((sum, column) => sum + column.mm, 0)).toBe(277);
});

test('an 18-digit number has its line', () => {
  // 18 digits of half an em at 11 pt, and a millimetre at either side.
  const needed = (18 * 5.5 * 25.4) / 72 + 2;
  expect(roster.columns.find((column) => column.field === 'idNumber')?.mm).toBeGreaterThan(needed);
});

test.each([roster, ...ledgers])(
  'numbers too long for their column in $id are printed smaller, not as ###',
  async (d) => {
    const files = parts(await tableWorkbook(d));
    const looks = (files['xl/styles.xml'] ?? '').split('<cellXfs')[1]?.match(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g) ?? [];
    const style = /<c r="A4" s="(\d+)"/.exec(files['xl/worksheets/sheet1.xml'] ?? '')?.[1];
    expect(looks[Number(style)]).toContain('shrinkToFit="1"');
  },
);

test('it says which template it is, with no records in it', async () => {
  const files = parts(await tableWorkbook(roster));
  expect(readIdentity(files['customXml/item1.xml'] ?? '')).toMatchObject({
    template: 'roster',
    version: '1.0',
    ids: [],
  });
  expect(files['xl/_rels/workbook.xml.rels']).toContain('../customXml/item1.xml');
});

test('the committed quarterly table is what the script builds, 25 columns on a page, headings over all of them', async () => {
  const folder = fileURLToPath(new URL(`../../${QUARTERLY.folder}`, import.meta.url));
  const committed = new Uint8Array(readFileSync(join(folder, `${QUARTERLY.id}.xlsx`)));
  expect(parts(committed)).toEqual(parts(await quarterlyWorkbook()));
  expect(matrixBindingSchema.parse(JSON.parse(readFileSync(join(folder, 'binding.json'), 'utf8')))).toEqual(
    quarterlyBinding(),
  );
  expect(quarterlyColumns.reduce((sum, column) => sum + column.mm, 0)).toBe(277);
  const covered = new Set<string>();
  for (const { left, right, top, bottom } of quarterlyHeadings())
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        expect(covered.has(`${row}:${column}`)).toBe(false);
        covered.add(`${row}:${column}`);
      }
  expect(covered.size).toBe(3 * quarterlyColumns.length);
});
