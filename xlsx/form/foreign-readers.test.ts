import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { libreOffice, pdfPages, python, withFolder } from '../export/testing/foreign.node.ts';
import { bookOf, plainPhoto, testPerson } from './testing/forms.node.ts';

/** Attachment 2 of 青委组〔2017〕57号 token by token; spaces in vertical labels are the setting's, not the text's. */
const ATTACHMENT =
  `附件2 村级后备干部日常管理纪实表 姓名 性别 出生年月 照片 民族 籍贯 出生地 入党时间 参加工作时间 健康状况 从事职业
熟悉专业有何专长 学历 毕业院校及专业 身份证号 电话号码 参加培训情况 培训方式 培训时间 培训天数 培训内容 结对帮扶情况 帮扶时间 帮扶责任人
帮扶内容 评定意见 第一季度 第二季度 第三季度 第四季度 参加实践锻炼情况 具体内容 主要表现 评定意见 村（社区）评定意见 第一季度 第二季度
第三季度 第四季度 乡镇评定意见 第一季度 第二季度 第三季度 第四季度 年度考核结果`.split(/\s+/);

const READ = `
import json, sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([dict(
  name=ws.title, area=ws.print_area, breaks=[b.id for b in ws.row_breaks.brk], scale=ws.page_setup.scale,
  texts=[[c.coordinate, c.value] for row in ws.iter_rows() for c in row if c.value is not None],
  heights={r: ws.row_dimensions[r].height for r in range(1, ws.max_row + 1)},
  merges=[str(m) for m in ws.merged_cells.ranges],
  pictures=[[i.anchor._from.col, i.anchor._from.row, len(i._data())] for i in ws._images],
  selected=bool(ws.sheet_view.tabSelected)) for ws in wb]))
`;
const seen = z.array(
  z.object({
    name: z.string(),
    area: z.union([z.string(), z.array(z.string())]),
    breaks: z.array(z.number()),
    scale: z.number().nullable(),
    texts: z.array(z.tuple([z.string(), z.string()])),
    heights: z.record(z.string(), z.number()),
    merges: z.array(z.string()),
    pictures: z.array(z.array(z.number())),
    selected: z.boolean(),
  }),
);

const RED = plainPhoto(200, 30, 30);
const people = () => [
  testPerson('张三', { photo: RED }),
  testPerson('王小明', { trainings: 9, long: 3, end: '终', photo: plainPhoto(30, 30, 200) }),
  testPerson('张三'),
];

test('openpyxl sees each person at the attachment’s coordinates, more trainings in more rows', async () => {
  const bytes = await bookOf(people());
  await withFolder((folder) => {
    const file = join(folder, 'forms.xlsx');
    writeFileSync(file, bytes);
    const sheets = seen.parse(JSON.parse(python(READ, file)));
    expect(sheets.map((sheet) => sheet.name)).toEqual(['张三', '王小明', '张三 (2)']);
    for (const sheet of sheets) {
      // The labels in the attachment's order, values between them.
      const texts = sheet.texts.map(([, text]) => text.replaceAll(/\s/g, ''));
      let at = -1;
      for (const token of ATTACHMENT) {
        at = texts.indexOf(token, at + 1);
        expect([sheet.name, token, at >= 0]).toEqual([sheet.name, token, true]);
      }
    }
    const [short, grown] = sheets;
    const at = new Map(short?.texts);
    expect(
      ['B3', 'G3', 'I6', 'G7', 'B8', 'N8', 'I11', 'E15', 'N18', 'B20', 'N25', 'B27', 'B28'].map((c) => at.get(c)),
    ).toEqual([
      '张三',
      '男',
      '果树栽培、电子商务',
      '四川农业大学水产养殖专业',
      '511425199005100015',
      '13800000001',
      '第2期党的十九大精神、村级财务管理与矛盾调解。',
      '李四',
      '进步明显',
      '参与村级集体经济项目。',
      '4季度表现良好，群众基础扎实。',
      '1季度表现良好，群众基础扎实。',
      '优秀',
    ]);
    expect(short).toMatchObject({ breaks: [18], scale: null, pictures: [[13, 2, RED.bytes.length]] });
    expect([short?.area].flat().join()).toMatch(/\$A\$1:\$Q\$28$/);
    // Five lines more: what stands below moves, what stands beside grows.
    const moved = new Map(grown?.texts);
    expect([moved.get('G18'), moved.get('B20'), moved.get('B33')]).toEqual(['9', '第一季度', '优秀']);
    expect(grown).toMatchObject({ breaks: [23], pictures: [[13, 2, expect.any(Number)]] });
    expect([grown?.area].flat().join()).toMatch(/\$A\$1:\$Q\$33$/);
    const merges = new Set(grown?.merges);
    for (const merge of ['A9:A18', 'B18:D18', 'I18:Q18', 'A19:A23', 'N3:Q7', 'A24:A28', 'A29:A30', 'B33:Q33'])
      expect([merge, merges.has(merge)]).toEqual([merge, true]);
    expect(merges.has('A9:A13')).toBe(false);
    expect(sheets.map((sheet) => sheet.selected)).toEqual([false, false, false]);
    expect(sheets[2]?.pictures.length).toBe(1);
  });
});

test('LibreOffice prints two pages per person, nothing cut, the photo in its frame', async () => {
  const bytes = await bookOf(people());
  await withFolder((folder) => {
    const pages = pdfPages(folder, libreOffice(folder, bytes, 'pdf'));
    expect(pages.length).toBe(6);
    const plain = pages.map((page) => page.replaceAll(/\s/g, ''));
    for (const page of [0, 2, 4]) {
      expect(plain[page]).toContain('村级后备干部日常管理纪实表');
      expect(plain[page]).toContain('第四季度');
      expect(plain[page + 1]).toContain('优秀');
    }
    // A is 20.1 mm and the others 8.47 mm (columns are whole pixels), in the middle of the page; smaller print keeps that.
    for (const page of [1, 3]) {
      const [left, right] = tableEdges(folder, page);
      expect(Math.abs(right - left - 155.5)).toBeLessThan(1);
      expect(Math.abs((left + right) / 2 - 105)).toBeLessThan(1);
    }
    // Each text ends in a mark of its own; a row too low would lose its last line.
    const grown = (plain[2] ?? '') + (plain[3] ?? '');
    expect(grown.match(/终/g)?.length).toBe(9 + 4 + 2 + 8);
    expect(plain[2]?.match(/终/g)?.length).toBe(9 + 4);
    // The frame is N3:Q7 of the grid: 34 mm, below the margin, number and title.
    const box = colouredBox(folder, 1, ([r, g, b]) => r > 150 && g < 90 && b < 90);
    const smaller = colouredBox(folder, 3, ([r, g, b]) => b > 150 && g < 90 && r < 90);
    expect(smaller.left).toBeGreaterThan(148);
    expect(smaller.right).toBeLessThan(183.5);
    expect((smaller.right - smaller.left) / (smaller.bottom - smaller.top)).toBeCloseTo(35 / 45, 1);
    expect(box.left).toBeGreaterThan(148.8);
    expect(box.right).toBeLessThan(182.8);
    expect(box.top).toBeGreaterThan(18 + 22);
    expect(box.bottom).toBeLessThan(18 + 22.6 + 56.5);
    expect((box.right - box.left) / (box.bottom - box.top)).toBeCloseTo(35 / 45, 1);
  });
});

/** The outer vertical lines of a page, in mm. */
function tableEdges(folder: string, page: number): readonly [number, number] {
  const file = join(folder, 'edges.svg');
  execFileSync('pdftocairo', ['-svg', '-f', `${page}`, '-l', `${page}`, join(folder, 'pages.pdf'), file]);
  const lines = readFileSync(file, 'utf8').matchAll(/ d="M ([\d.]+) [\d.]+ L ([\d.]+) [\d.]+ "/g);
  const vertical = [...lines].filter(([, from, to]) => from === to).map(([, from]) => (Number(from) * 25.4) / 72);
  return [Math.min(...vertical), Math.max(...vertical)];
}

/** Where a page of the PDF is of this colour, in mm. */
function colouredBox(folder: string, page: number, wanted: (colour: readonly [number, number, number]) => boolean) {
  const dpi = 100;
  execFileSync('pdftoppm', [
    '-r',
    `${dpi}`,
    '-f',
    `${page}`,
    '-l',
    `${page}`,
    join(folder, 'pages.pdf'),
    join(folder, 'p'),
  ]);
  const ppm = readFileSync(join(folder, `p-${page}.ppm`));
  const [, width = 0] = ppm.subarray(0, 20).toString('latin1').split(/\s/).map(Number);
  const pixels = ppm.subarray(ppm.length - width * Math.floor(ppm.length / width / 3) * 3);
  const box = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 };
  for (let i = 0; i * 3 + 2 < pixels.length; i++) {
    const colour = [pixels[i * 3] ?? 0, pixels[i * 3 + 1] ?? 0, pixels[i * 3 + 2] ?? 0] as const;
    if (!wanted(colour)) continue;
    const [x, y] = [(i % width) * (25.4 / dpi), Math.floor(i / width) * (25.4 / dpi)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}
