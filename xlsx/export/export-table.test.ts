import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import { readIdentity } from '../splice/custom-part.ts';
import { openZip } from '../zip/read-zip.ts';
import { blankTable, type ExportOptions, exportTable } from './export-table.ts';
import { housePack, people, projectOf, SETTINGS } from './testing/project.node.ts';

let pack: LoadedPack;
beforeAll(async () => {
  pack = await housePack();
});

async function exported(person: readonly object[], options?: ExportOptions, settings: object = SETTINGS) {
  const result = await exportTable(pack, 'roster', projectOf(pack, person, settings), options);
  if (!result.ok) throw new Error(result.error.code);
  const files = unzipSync(result.value.bytes);
  const text = (name: string): string => new TextDecoder().decode(files[name]);
  return { ...result.value, sheet: text('xl/worksheets/sheet1.xml'), text, names: Object.keys(files) };
}

test('people in force, numbered in order, age at the reference date, errors counted', async () => {
  const [a, b, c] = people(3);
  const { sheet, rows, errors, text } = await exported(
    [a, { ...b, status: '已移出' }, { ...c, status: '在库', phone: '' }].map((p) => ({ ...p })),
  );
  expect(rows).toBe(2);
  expect(errors).toBe(1);
  expect(sheet).toContain('<c r="A4" s="4"><v>1</v></c>');
  expect(sheet).toContain('<c r="A5" s="4"><v>2</v></c>');
  expect(sheet).toContain('<c r="H4" s="4"><v>32</v></c>');
  expect(sheet).toContain('<c r="D5" s="5" t="inlineStr"><is><t>张三</t></is></c><c r="E5"');
  expect(sheet).toContain('<c r="L5" s="5"/>');
  expect(sheet).not.toContain('<row r="6"');
  expect(readIdentity(text('customXml/item1.xml'))).toEqual({
    pack: 'village-reserve-cadres',
    template: 'roster',
    version: '1.0',
    sheet: '名册',
    firstRow: 4,
    ids: ['person-1', 'person-3'],
  });
});

test('people who lost their row are left out, as in the quarterly table and the forms', async () => {
  const [a, b, c] = people(3);
  const { rows, text } = await exported([a, { ...b, unplaced: true }, { ...c, status: '' }].map((p) => ({ ...p })));
  expect(rows).toBe(2);
  expect(readIdentity(text('customXml/item1.xml'))?.ids).toEqual(['person-1', 'person-3']);
});

test('a selection keeps the order of the store, and its own issues are counted', async () => {
  const [a, b, c] = people(3);
  const { text, rows, errors } = await exported(
    [a, { ...b, phone: '' }, c].map((p) => ({ ...p })),
    { ids: ['person-3', 'gone', 'person-1'] },
  );
  expect(readIdentity(text('customXml/item1.xml'))?.ids).toEqual(['person-1', 'person-3']);
  expect({ rows, errors }).toEqual({ rows: 2, errors: 0 });
});

test('the title follows the county', async () => {
  expect((await exported(people(1), {}, { ...SETTINGS, county: '洪雅<县>' })).sheet).toContain(
    '<c r="A2" s="2" t="inlineStr"><is><t>洪雅&lt;县&gt;村级后备干部名册</t></is></c>',
  );
});

test('only the sheet, the names and the ids change; every other part is the same compressed bytes', async () => {
  const template = pack.templates.get('roster');
  if (template === undefined) throw new Error('no template');
  const before = openZip(template.workbook);
  const result = await exportTable(pack, 'roster', projectOf(pack, people(60)));
  if (!before.ok || !result.ok) throw new Error('unreadable');
  const after = openZip(result.value.bytes);
  if (!after.ok) throw new Error(after.error.code);
  const changed = before.zip.entries.filter((entry) => {
    const twin = after.zip.find(entry.name);
    return twin === undefined || Buffer.compare(twin.raw(), entry.raw()) !== 0;
  });
  expect(changed.map((entry) => entry.name)).toEqual([
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'customXml/item1.xml',
  ]);
  expect(after.zip.entries.map((entry) => entry.name)).toEqual(before.zip.entries.map((entry) => entry.name));
});

test('the same people give the same bytes', async () => {
  const once = await exported(people(5));
  const twice = await exported(people(5));
  expect(Buffer.compare(once.bytes, twice.bytes)).toBe(0);
});

test('masks and omitted columns: no cell and no other part holds what is hidden', async () => {
  const [person] = people(1);
  const masked = await exported([{ ...person }], { mask: 'middle8', omitColumns: ['mentor'] });
  const id = person?.idNumber ?? '';
  expect(masked.sheet).toContain(`${id.slice(0, 6)}********${id.slice(-4)}`);
  const all = masked.names.map(masked.text).join('\n');
  for (const secret of [id, person?.phone ?? '', person?.mentor ?? '']) expect(all).not.toContain(secret);
  expect(masked.sheet).not.toContain('sqref="K4');
  expect((await exported([{ ...person }])).sheet).toContain('sqref="K4:K500"');
});

test('checks warn, never stop', async () => {
  const { sheet } = await exported(people(2));
  const validations = sheet.match(/<dataValidation .*?<\/dataValidation>/g) ?? [];
  expect(validations.length).toBeGreaterThan(5);
  expect(validations.every((text) => /errorStyle="(warning|information)"/.test(text) && /[一-龥]/.test(text))).toBe(
    true,
  );
  expect(validations.find((text) => text.includes('sqref="K4:K500"'))).toContain('errorStyle="warning"');
  expect(validations.find((text) => text.includes('sqref="J4:J500"'))).toContain('errorStyle="information"');
  expect(validations.find((text) => text.includes('sqref="E4:E500"'))).toContain(
    '<formula1>&quot;男,女&quot;</formula1>',
  );
});

test('texts that look like formulas stay texts, and nothing a clerk typed is lost', async () => {
  const remark = '=HYPERLINK("http://x")\n+1 @a -b\t<㛃䶮𬭎>  ';
  const [person] = people(1);
  const { sheet } = await exported([{ ...person, remark }]);
  expect(sheet).toContain(
    '<c r="N4" s="6" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;)\n+1 @a -b\t&lt;㛃䶮𬭎&gt;  </t></is></c>',
  );
});

test('a text that no cell can hold is refused with its place', async () => {
  const [person] = people(1);
  const store = projectOf(pack, [{ ...person, remark: '长'.repeat(32_768) }]);
  expect(await exportTable(pack, 'roster', store)).toEqual({
    ok: false,
    error: { code: 'text-too-long', place: 'N4' },
  });
});

test('an unknown template is refused', async () => {
  expect(await exportTable(pack, 'nope', projectOf(pack, []))).toEqual({
    ok: false,
    error: { code: 'no-such-template', place: 'nope' },
  });
});

test('the blank workbook has its blank rows, their text formats, the checks, and no ids', async () => {
  const blank = await blankTable(pack, 'roster');
  if (!blank.ok) throw new Error(blank.error.code);
  const files = unzipSync(blank.value);
  const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
  expect(sheet).toContain('<c r="K23" s="5"/>');
  expect(sheet).not.toContain('<row r="24"');
  expect(sheet).toContain('<dataValidations');
  expect(readIdentity(new TextDecoder().decode(files['customXml/item1.xml']))?.ids).toEqual([]);
});

test('a project without people still gives one blank row', async () => {
  const { sheet, rows } = await exported([]);
  expect(rows).toBe(0);
  expect(sheet).toContain('<c r="A4" s="4"/>');
  expect(sheet).not.toContain('<row r="5"');
});

test('what is pasted is marked: every rule with a native form is a conditional format, before the validations', async () => {
  const { sheet, text } = await exported(people(2));
  const marks = sheet.match(/<conditionalFormatting sqref="[A-N]4:[A-N]500">.*?<\/conditionalFormatting>/g) ?? [];
  expect(marks.length).toBeGreaterThan(20);
  expect(new Set(marks.map((mark) => /priority="(\d+)"/.exec(mark)?.[1])).size).toBe(marks.length);
  expect(sheet.lastIndexOf('</conditionalFormatting>')).toBeLessThan(sheet.indexOf('<dataValidations'));
  expect(sheet.indexOf('<conditionalFormatting')).toBeGreaterThan(sheet.indexOf('</mergeCells>'));
  const used = new Set(marks.map((mark) => /dxfId="(\d+)"/.exec(mark)?.[1]));
  expect([...used].sort()).toEqual(['0', '1']);
  expect(text('xl/styles.xml')).toContain('<dxfs count="2">');
});
