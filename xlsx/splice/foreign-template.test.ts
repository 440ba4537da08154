import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { libreOffice, python, withFolder } from '../export/testing/foreign.node.ts';
import { foreignTemplate } from '../export/testing/foreign-template.node.ts';
import { openZip } from '../zip/read-zip.ts';
import { spliceTable, type TableFill } from './splice-table.ts';

function fill(rows: number, more: Partial<TableFill> = {}): TableFill {
  return {
    sheet: '推荐 表',
    sampleRow: 6,
    columns: ['A', 'B', 'C', 'D', 'E', 'F'],
    sequenceColumn: 'A',
    rows,
    values: (i) => [i + 1, `张${i + 1}`, '013800000000', '=1+1', '511130199005010018', ''],
    ...more,
  };
}

async function spliced(template: Uint8Array, rows: number, more: Partial<TableFill> = {}): Promise<Uint8Array> {
  const result = await spliceTable(template, fill(rows, more));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function part(bytes: Uint8Array, name: string): string {
  const file = unzipSync(bytes)[name];
  if (file === undefined) throw new Error(name);
  return strFromU8(file);
}

const READ = `
import json, sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1]); ws = wb['推荐 表']; other = wb['汇总']
print(json.dumps(dict(
  cells={c.coordinate: c.value for row in ws.iter_rows() for c in row if c.value is not None},
  format=ws.cell(row=int(sys.argv[2]), column=5).number_format, border=ws.cell(row=int(sys.argv[2]), column=6).border.bottom.style,
  merges=sorted(str(m) for m in ws.merged_cells.ranges), breaks=[b.id for b in ws.row_breaks.brk], area=str(ws.print_area), titles=ws.print_title_rows,
  rules=[str(v.sqref) for v in ws.data_validations.dataValidation], formats=[str(c.sqref) for c in ws.conditional_formatting],
  images=[i.anchor._from.row + 1 for i in ws._images], other=[other[c].value for c in ('A1', 'A2', 'A3')],
  chart=other._charts[0].series[0].val.numRef.f)))
`;

test.each([
  [1, 7],
  [2, 8],
  [4, 10],
  [60, 66],
])(
  '%i people in an attachment of another house: what stands below, beside and elsewhere follows',
  async (rows, sum) => {
    const template = await foreignTemplate();
    const bytes = await spliced(template, rows, { texts: new Map([['A2', '填报单位（盖章）：杨场镇']]) });
    await withFolder((folder) => {
      const file = join(folder, 'filled.xlsx');
      writeFileSync(file, bytes);
      const seen = JSON.parse(python(READ, file, String(sum - 1)));
      expect(seen.cells).toMatchObject({
        A1: '丹棱县后备力量推荐表',
        A2: '填报单位（盖章）：杨场镇',
        C5: '手机',
        A6: 1,
        B6: '张1',
        C6: '013800000000',
        D6: '=1+1',
        [`A${sum - 1}`]: rows,
        [`A${sum}`]: '合计',
        [`B${sum}`]: rows === 1 ? '=COUNTA(B6:B6)&"人"' : `=COUNTA(B6:B${sum - 1})&"人"`,
        [`A${sum + 1}`]: '注：本表一式两份。',
        F2: `=B${sum}`,
      });
      expect(JSON.stringify(seen.cells)).not.toContain('例：');
      expect(seen).toMatchObject({ format: '@', border: 'thin', titles: '4:5', breaks: [sum + 1] });
      expect(seen.area).toContain(`$A$1:$F$${sum + 1}`);
      expect(seen.merges).toEqual(
        ['A1:F1', 'A4:A5', `A${sum + 1}:F${sum + 1}`, 'B4:B5', 'C4:D4', 'E4:E5', 'F4:F5'].sort(),
      );
      expect(seen.rules).toEqual([rows === 1 ? 'D6' : `D6:D${sum - 1}`]);
      expect(seen.formats).toEqual([rows === 1 ? 'E6' : `E6:E${sum - 1}`]);
      expect(seen.other).toEqual([`=COUNTA('推荐 表'!B6:B${sum - 1})`, `='推荐 表'!B${sum}`, '=A1']);
      expect(seen.chart).toBe(`'推荐 表'!$A$6:$A$${sum - 1}`);
      for (const row of seen.images) expect(row).toBe(sum + 2);
      expect(part(bytes, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    });
  },
);

test('LibreOffice calculates what stands below', async () => {
  const bytes = await spliced(await foreignTemplate(), 25);
  const csv = await withFolder((folder) => new TextDecoder().decode(libreOffice(folder, bytes, 'csv')));
  const lines = csv.split('\n');
  expect(lines[5]).toBe('1,张1,013800000000,=1+1,511130199005010018,');
  expect(lines[30]).toContain('合计,25人');
});

test('parts that say nothing about rows are copied as they are', async () => {
  const template = await foreignTemplate();
  const [before, after] = [openZip(template), openZip(await spliced(template, 9))];
  if (!before.ok || !after.ok) throw new Error('unreadable');
  const changed = before.zip.entries.filter((entry) => {
    const twin = after.zip.find(entry.name);
    return twin === undefined || Buffer.compare(twin.raw(), entry.raw()) !== 0;
  });
  const names = changed.map((entry) => entry.name).filter((name) => !/drawing1\.xml$/.test(name));
  expect(names.sort()).toEqual([
    'xl/charts/chart1.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ]);
});

const TABLE = `
from openpyxl.worksheet.table import Table
ws['H6'] = 'a'; ws['H7'] = 'b'; ws.add_table(Table(displayName='T', ref='H6:H7'))`;
const COMMENT = `
from openpyxl.comments import Comment
ws['A10'].comment = Comment('x', 'y')`;
test.each([
  ['table', TABLE],
  ['comments', COMMENT],
  ['merged-rows', `ws.merge_cells('F6:F7')`],
])('what cannot grow safely is refused: %s', async (code, change) => {
  const result = await spliceTable(await foreignTemplate(change), fill(30));
  expect(result.ok ? 'filled' : result.error.code).toBe(code);
});

/** The same template with one part's text changed. */
function altered(template: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const files = unzipSync(template);
  return zipSync({ ...files, [name]: strToU8(change(part(template, name))) });
}

test('parts in UTF-16, with prefixes, without r on rows and cells', async () => {
  const template = await foreignTemplate();
  const sheet = 'xl/worksheets/sheet1.xml';
  const prefixed = altered(template, sheet, (text) =>
    text.replace('<worksheet xmlns=', '<x:worksheet xmlns:x=').replace(/<(\/?)(?!x:|\?)([a-zA-Z]+)/g, '<$1x:$2'),
  );
  const filled = part(await spliced(prefixed, 3), sheet);
  expect(filled).toContain('<x:c r="B7" s="');
  expect(filled).toContain('t="inlineStr"><x:is><x:t>张2</x:t></x:is></x:c>');
  await withFolder((folder) => {
    const csv = new TextDecoder().decode(
      libreOffice(
        folder,
        altered(template, sheet, () => filled),
        'csv',
      ),
    );
    expect(csv).toContain('2,张2,013800000000,=1+1');
  });

  const files = unzipSync(template);
  const wide = `\ufeff${part(template, sheet).replace(/^<\?xml[^>]*\?>/, '')}`;
  const utf16 = new Uint8Array(Uint16Array.from(wide, (c) => c.charCodeAt(0)).buffer);
  expect(part(await spliced(zipSync({ ...files, [sheet]: utf16 }), 3), sheet)).toContain('张3');

  const bare = altered(template, sheet, (text) =>
    text.replace(/(<row) r="[789]"/g, '$1').replace(/(<c) r="[A-F][6-9]"/g, '$1'),
  );
  expect(part(await spliced(bare, 3), sheet)).toBe(part(await spliced(template, 3), sheet));
});

test.each([
  ['unreadable', (t: Uint8Array) => t.subarray(0, 200)],
  ['unreadable', (t: Uint8Array) => altered(t, 'xl/worksheets/sheet1.xml', (x) => x.replace('</sheetData>', ''))],
  [
    'unreadable',
    (t: Uint8Array) => altered(t, 'xl/worksheets/sheet1.xml', (x) => `<!DOCTYPE a>${x.replace(/^<\?xml[^>]*\?>/, '')}`),
  ],
  ['no-such-sheet', (t: Uint8Array) => altered(t, 'xl/workbook.xml', (x) => x.replace('推荐 表', '别的表'))],
  [
    'unknown-content',
    (t: Uint8Array) => altered(t, 'xl/worksheets/sheet1.xml', (x) => x.replace('<mergeCells', '<future/><mergeCells')),
  ],
])('a template that cannot be used is refused: %s', async (code, change) => {
  const result = await spliceTable(change(await foreignTemplate()), fill(30));
  expect(result.ok ? 'filled' : result.error.code).toBe(code);
});

test('a title cell that the sheet has not, and too many rows, are refused', async () => {
  const template = await foreignTemplate();
  const lost = await spliceTable(template, fill(3, { texts: new Map([['Z1', 'x']]) }));
  expect(lost).toMatchObject({ ok: false, error: { code: 'no-such-cell', place: 'Z1' } });
  expect(await spliceTable(template, fill(1_048_570))).toMatchObject({ ok: false, error: { code: 'too-many-rows' } });
});

test('choices too long for an inline list stand on a very hidden sheet', async () => {
  const choices = Array.from({ length: 100 }, (_, i) => `第${i}村`);
  const bytes = await spliced(await foreignTemplate(), 2, {
    checks: () => ({
      validations: [
        { column: 'F', rule: { kind: 'list', choices }, style: 'warning', title: '村', message: '请选择' },
        { column: 'D', rule: { kind: 'list', choices: ['x'] }, style: 'warning', title: '村', message: '模板已有' },
      ],
      marks: [{ column: 'F', formula: 'F6="x"', style: 'warning' }],
    }),
    identity: { pack: 'p', template: 't', version: '1', sheet: '推荐 表', firstRow: 6, ids: ['a', 'b'] },
  });
  const script = `
import json, sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1]); s = wb['choices']
print(json.dumps([s.sheet_state, s.max_row, s['A100'].value, [[str(v.sqref), v.formula1] for v in wb['推荐 表'].data_validations.dataValidation]]))`;
  await withFolder((folder) => {
    const file = join(folder, 'filled.xlsx');
    writeFileSync(file, bytes);
    expect(JSON.parse(python(script, file))).toEqual([
      'veryHidden',
      100,
      '第99村',
      [
        ['D6:D7', '"甲,乙"'],
        ['F6:F7', 'choices!$A$1:$A$100'],
      ],
    ]);
  });
  expect(part(bytes, 'customXml/item1.xml')).toContain('<r>a</r><r>b</r>');
  expect(part(bytes, 'xl/_rels/workbook.xml.rels')).toContain('../customXml/item1.xml');
  expect(part(bytes, '[Content_Types].xml')).toContain('/customXml/itemProps1.xml');
});
