import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../read/read-workbook.ts';
import {
  byteSink,
  eachFormFile,
  type FormSourceTemplate,
  formFile,
  writeFormArchive,
  writeFormBook,
} from './export-forms.ts';
import { noteMessage } from './locale/zh-CN.ts';
import { dataOf, plainPhoto, recordForm, testPerson } from './testing/forms.node.ts';

const form = recordForm();
const data = (name: string, options: Parameters<typeof testPerson>[1] = {}) =>
  dataOf(form.binding, testPerson(name, options));

async function book(forms: Parameters<typeof writeFormBook>[1]['forms'], source: FormSourceTemplate = form) {
  const { sink, bytes } = byteSink();
  const written = await writeFormBook(source, { forms }, sink);
  return { written, bytes: bytes(), files: written.ok ? unzipSync(bytes()) : {} };
}

const texts = (files: Record<string, Uint8Array>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));

describe('a workbook with a sheet per person', () => {
  test('names every sheet once, with its print area, its drawing and its photo', async () => {
    const photo = plainPhoto(1, 2, 3);
    const { written, files } = await book([data('张三', { photo }), data('张三'), data('李四', { trainings: 6 })]);
    expect(written).toMatchObject({
      ok: true,
      value: {
        owners: [
          { sheet: '张三', id: 'person-张三' },
          { sheet: '张三 (2)', id: 'person-张三' },
          { sheet: '李四', id: 'person-李四' },
        ],
        notes: [],
      },
    });
    const parts = texts(files);
    const workbook = parts['xl/workbook.xml'] ?? '';
    expect([...workbook.matchAll(/<sheet name="([^"]+)" sheetId="(\d)"/g)].map((m) => m[1] + (m[2] ?? ''))).toEqual([
      '张三1',
      '张三 (2)2',
      '李四3',
    ]);
    expect([...workbook.matchAll(/localSheetId="(\d)">([^<]+)</g)].map((m) => m.slice(1, 3))).toEqual([
      ['0', "'张三'!$A$1:$Q$28"],
      ['1', "'张三 (2)'!$A$1:$Q$28"],
      ['2', "'李四'!$A$1:$Q$30"],
    ]);
    expect(files['xl/media/image2.png']).toEqual(photo.bytes);
    expect(parts['xl/drawings/_rels/drawing1.xml.rels']).toContain('../media/image2.png');
    expect(parts['xl/drawings/_rels/drawing2.xml.rels']).toContain('../media/image1.png');
    expect(parts['xl/worksheets/_rels/sheet3.xml.rels']).toContain('../drawings/drawing3.xml');
    // Every part that is named exists.
    const types = [...(parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)].map((m) => m[1] ?? '');
    expect(types.filter((name) => files[name] === undefined)).toEqual([]);
  });

  test('leaves the other parts of the template as they are', async () => {
    const before = texts(unzipSync(form.workbook));
    const after = texts((await book([data('张三'), data('李四')])).files);
    for (const name of ['xl/styles.xml', 'xl/sharedStrings.xml', 'xl/media/image1.png', '_rels/.rels'])
      expect([name, after[name] === before[name]]).toEqual([name, true]);
    // Only the bound cells of the sheet differ.
    const cells = (sheet = ''): Map<string, string> =>
      new Map([...sheet.matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/g)].map((m) => [m[1] ?? '', m[0]]));
    const [blank, filled] = [cells(before['xl/worksheets/sheet1.xml']), cells(after['xl/worksheets/sheet1.xml'])];
    expect([...filled.keys()]).toEqual([...blank.keys()]);
    const changed = [...filled].filter(([name, cell]) => blank.get(name) !== cell).map(([name]) => name);
    expect(changed).toContain('B3');
    expect(changed.every((name) => !/^A|^[BEGIKN]9$/.test(name))).toBe(true);
  });

  test('the same people give the same bytes', async () => {
    const once = await book([data('张三'), data('李四', { trainings: 7 })]);
    const again = await book([data('张三'), data('李四', { trainings: 7 })]);
    expect(Buffer.compare(once.bytes, again.bytes)).toBe(0);
  });

  test('is written while the people come, one at a time', async () => {
    const log: string[] = [];
    const { bytes, type } = plainPhoto(1, 2, 3);
    // Small pieces wait for each other; a photo of this size goes at once, with what stands before it.
    const photo = { type, bytes: new Uint8Array(70_000) };
    photo.bytes.set(bytes);
    async function* people() {
      for (const name of ['张三', '李四']) {
        log.push(name);
        yield data(name, { photo });
      }
    }
    const written = await writeFormBook(form, { forms: people(), progress: (n) => log.push(`${n}`) }, () => {
      if (log.at(-1) !== '…') log.push('…');
    });
    expect(written.ok).toBe(true);
    expect(log).toEqual(['张三', '…', '1', '李四', '…', '2', '…']);
  });

  test('says what stands in its way', async () => {
    expect((await book([])).written).toEqual({ ok: false, error: { code: 'nobody' } });
    const stop = new AbortController();
    const cancelled = await writeFormBook(
      form,
      { forms: [data('张三'), data('李四')], signal: stop.signal, progress: () => stop.abort() },
      () => undefined,
    );
    expect(cancelled).toEqual({ ok: false, error: { code: 'cancelled' } });
    const three = { forms: ['一', '二', '三'].map((name) => data(name)), limit: 2 };
    expect(await writeFormBook(form, three, () => undefined)).toEqual({
      ok: false,
      error: { code: 'too-many-sheets', place: '2' },
    });
    const sections = form.binding.sections.map((s) => (s.kind === 'lines' ? { ...s, grows: false } : s));
    const still = { ...form, binding: { ...form.binding, sections } };
    expect((await book([data('张三', { trainings: 5 })], still)).written).toMatchObject({
      ok: false,
      error: { code: 'too-many-lines', place: '参加培训情况' },
    });
    expect((await book([data('张三')], { ...form, workbook: new Uint8Array([1]) })).written).toMatchObject({
      ok: false,
      error: { code: 'unreadable' },
    });
  });

  test('a photo that is no picture is left out and named; the form is written', async () => {
    const bytes = new TextEncoder().encode('ftypheic');
    const { written, files } = await book([data('张三', { photo: { bytes, type: 'image/jpeg' } })]);
    expect(written.ok && written.value.notes).toEqual([{ code: 'photo.notPicture', sheet: '张三' }]);
    expect(Object.keys(files).filter((name) => name.includes('media'))).toEqual(['xl/media/image1.png']);
    expect(noteMessage({ code: 'photo.notPicture', sheet: '张三' })).toMatch(/^照片不是.*张三/);
    const said = noteMessage({ code: 'quarter.unknown', sheet: '张三', cell: 'B22', value: '第五季度 赵六' });
    expect(said).toBe(
      '“第五季度 赵六”：一年只有四个季度，没有可填的位置，没有读入。请改成第一至第四季度。（张三 B22）',
    );
    expect(noteMessage({ code: 'section.unread', sheet: '张三', value: '长'.repeat(40) })).toMatch(/^“长{30}…”看不出/);
  });

  test('a text that no row can show is named', async () => {
    const { written } = await book([data('张三', { long: 60 })]);
    const codes = written.ok ? written.value.notes.map(({ code, cell }) => `${code} ${cell ?? ''}`) : [];
    expect(codes).toContain('text.cut B25');
    expect(codes).toContain('page.over ');
  });
});

describe('a file per person', () => {
  test('in an archive, two of one name apart', async () => {
    const { sink, bytes } = byteSink();
    const written = await writeFormArchive(form, { forms: [data('张三'), data('张三'), data('李四')] }, sink);
    const files = unzipSync(bytes());
    const names = [
      '南城镇-白虎村-张三-纪实表.xlsx',
      '南城镇-白虎村-张三-纪实表(2).xlsx',
      '南城镇-白虎村-李四-纪实表.xlsx',
    ];
    expect(written.ok && written.value.files).toEqual(names);
    expect(Object.keys(files)).toEqual(names);
    const last = readWorkbook(files[names[2] ?? ''] ?? new Uint8Array());
    expect(last.ok && last.workbook.sheets.map((sheet) => sheet.name)).toEqual(['李四']);
  });

  test('handed over one by one, or alone', async () => {
    const seen: string[] = [];
    const all = await eachFormFile(
      form,
      { forms: [data('张三'), data('李四')] },
      (file) => void seen.push(file.fileName),
    );
    expect(all).toEqual({ ok: true, value: { files: 2 } });
    expect(seen).toEqual(['南城镇-白虎村-张三-纪实表.xlsx', '南城镇-白虎村-李四-纪实表.xlsx']);
    const one = await formFile(form, data('王五'));
    expect(one.ok && one.value.owners).toMatchObject([{ sheet: '王五', id: 'person-王五' }]);
    expect(await eachFormFile(form, { forms: [] }, () => undefined)).toEqual({ ok: false, error: { code: 'nobody' } });
  });
});
