import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { python } from '../../xlsx/export/testing/foreign.node.ts';
import { readFormIdentity } from '../../xlsx/form/identity.ts';
import { BREAK_ROW, COLUMNS_MM, LAST_ROW, recordForm } from './record-form.ts';
import { recordFormBinding } from './record-form-binding.ts';
import { recordFormWorkbook } from './record-form-workbook.ts';

const folder = fileURLToPath(new URL(`../../${recordForm.folder}`, import.meta.url));

/** Contents, not bytes: another zlib may pack them otherwise. */
function parts(bytes: Uint8Array): Record<string, string> {
  const latin = new TextDecoder('latin1');
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, latin.decode(file)]));
}

test('the committed workbook and binding are what the script builds', async () => {
  const built = parts(await recordFormWorkbook());
  const committed = parts(new Uint8Array(readFileSync(join(folder, 'record-form.xlsx'))));
  // The picture is a deflated stream of its own.
  for (const files of [built, committed]) delete files['xl/media/image1.png'];
  expect(committed).toEqual(built);
  const committedBinding = JSON.parse(readFileSync(join(folder, 'binding.json'), 'utf8'));
  expect(committedBinding).toEqual(JSON.parse(JSON.stringify(recordFormBinding())));
  const identity = readFormIdentity(built['customXml/item1.xml'] ?? '');
  expect(identity).toEqual({ pack: recordForm.pack, template: 'record-form', version: '1.0', owners: [] });
});

/** Attachment 2 row by row: where each text stands, with its merge; `.` is a value's place. */
const TABLE = `
A1 附件 2
A2:Q2 村级后备干部日常管理纪实表
A3 姓名 | B3:D3 . | E3:F3 性别 | G3:H3 . | I3:J3 出生年月 | K3:M3 . | N3:Q7 照片
A4 民族 | B4:D4 . | E4:F4 籍贯 | G4:H4 . | I4:J4 出生地 | K4:M4 .
A5 入党时间 | B5:D5 . | E5:F5 参加工作时间 | G5:H5 . | I5:J5 健康状况 | K5:M5 .
A6 从事职业 | B6:F6 . | G6:H6 熟悉专业有何专长 | I6:M6 .
A7 学历 | B7:D7 . | E7:F7 毕业院校及专业 | G7:M7 .
A8 身份证号 | B8:J8 . | K8:M8 电话号码 | N8:Q8 .
A9:A13 参加培训情况 | B9:D9 培训方式 | E9:F9 培训时间 | G9:H9 培训天数 | I9:Q9 培训内容
B10:D10 . | E10:F10 . | G10:H10 . | I10:Q10 .
B11:D11 . | E11:F11 . | G11:H11 . | I11:Q11 .
B12:D12 . | E12:F12 . | G12:H12 . | I12:Q12 .
B13:D13 . | E13:F13 . | G13:H13 . | I13:Q13 .
A14:A18 结对帮扶情况 | B14:D14 帮扶时间 | E14:F14 帮扶责任人 | G14:M14 帮扶内容 | N14:Q14 评定意见
B15:D15 第一季度 | E15:F15 . | G15:M15 . | N15:Q15 .
B16:D16 第二季度 | E16:F16 . | G16:M16 . | N16:Q16 .
B17:D17 第三季度 | E17:F17 . | G17:M17 . | N17:Q17 .
B18:D18 第四季度 | E18:F18 . | G18:M18 . | N18:Q18 .
A19:A23 参加实践锻炼情况 | B19:E19 具体内容 | F19:M19 主要表现 | N19:Q19 评定意见
B20:E20 . | F20:M20 . | N20:Q20 .
B21:E21 . | F21:M21 . | N21:Q21 .
B22:E22 . | F22:M22 . | N22:Q22 .
B23:E23 . | F23:M23 . | N23:Q23 .
A24:A25 村（社区）评定意见 | B24:E24 第一季度 | F24:I24 第二季度 | J24:M24 第三季度 | N24:Q24 第四季度
B25:E25 . | F25:I25 . | J25:M25 . | N25:Q25 .
A26:A27 乡镇评定意见 | B26:E26 第一季度 | F26:I26 第二季度 | J26:M26 第三季度 | N26:Q26 第四季度
B27:E27 . | F27:I27 . | J27:M27 . | N27:Q27 .
A28 年度考核结果 | B28:Q28 .`;

const cells = TABLE.trim()
  .split('\n')
  .flatMap((line) => line.split(' | '))
  .map((cell) => {
    const [area = '', ...text] = cell.split(' ');
    return { area, text: text.join(' ') };
  });

const READ = `
import json, sys, openpyxl
ws = openpyxl.load_workbook(sys.argv[1])['纪实表']
cell = lambda c: dict(font=c.font.name, size=c.font.sz, format=c.number_format, rotation=c.alignment.textRotation,
  borders=[getattr(c.border, s).style for s in ('left', 'right', 'top', 'bottom')])
anchor = ws._images[0].anchor
print(json.dumps(dict(
  texts={c.coordinate: c.value for row in ws.iter_rows() for c in row if c.value is not None},
  cells={c.coordinate: cell(c) for row in ws.iter_rows(max_col=17) for c in row},
  merges=[str(m) for m in ws.merged_cells.ranges], area=ws.print_area, breaks=[b.id for b in ws.row_breaks.brk],
  paper=ws.page_setup.paperSize, orientation=ws.page_setup.orientation, size=[ws.max_row, ws.max_column],
  picture=[anchor._from.col, anchor._from.row, anchor.ext.width / anchor.ext.height])))
`;
const seen = z.object({
  texts: z.record(z.string(), z.string()),
  cells: z.record(
    z.string(),
    z.object({
      font: z.string(),
      size: z.number(),
      format: z.string(),
      rotation: z.number(),
      borders: z.array(z.string().nullable()),
    }),
  ),
  merges: z.array(z.string()),
  area: z.union([z.string(), z.array(z.string())]),
  breaks: z.array(z.number()),
  paper: z.number(),
  orientation: z.string(),
  size: z.array(z.number()),
  picture: z.array(z.number()),
});

test('openpyxl sees every label, value place and merge of attachment 2', () => {
  const sheet = seen.parse(JSON.parse(python(READ, join(folder, 'record-form.xlsx'))));
  const labels = cells.filter(({ text }) => text !== '.');
  const expected = labels.map(({ area, text }) => [area.split(':')[0], text]);
  expect(sheet.texts).toEqual(Object.fromEntries(expected));
  expect([...sheet.merges].sort()).toEqual(
    cells
      .map(({ area }) => area)
      .filter((area) => area.includes(':'))
      .sort(),
  );
  expect([sheet.area].flat().join()).toMatch(/\$A\$1:\$Q\$28$/);
  expect(sheet).toMatchObject({ breaks: [BREAK_ROW], paper: 9, orientation: 'portrait', size: [LAST_ROW, 17] });
  const vertical = Object.entries(sheet.cells).filter(([, cell]) => cell.rotation === 255);
  expect(new Set(vertical.map(([, cell]) => cell.font))).toEqual(new Set(['黑体']));
  expect(['A9', 'A14', 'A19'].every((name) => sheet.cells[name]?.rotation === 255)).toBe(true);
  expect(sheet.cells.A24?.rotation).toBe(0);
  expect(Object.keys(sheet.cells).length).toBe(LAST_ROW * 17);
  for (const { area } of cells.slice(2)) {
    const [first = '', last = first] = area.split(':');
    expect([area, sheet.cells[first]?.format]).toEqual([area, '@']);
    const [left, , top] = sheet.cells[first]?.borders ?? [];
    const [, right, , bottom] = sheet.cells[last]?.borders ?? [];
    expect([area, left, top, right, bottom]).toEqual([area, 'thin', 'thin', 'thin', 'thin']);
  }
  expect(sheet.cells.B3).toMatchObject({ font: '仿宋_GB2312', size: 10.5 });
  expect(sheet.cells.A2).toMatchObject({ font: '方正小标宋简体', size: 22 });
  const [column, row, ratio = 0] = sheet.picture;
  expect([column, row]).toEqual([13, 2]);
  expect(ratio).toBeCloseTo(35 / 45, 4);
});

test('the grid is 156 mm wide, and the page ends behind the mentoring block', () => {
  expect(COLUMNS_MM.reduce((sum, mm) => sum + mm, 0)).toBe(156);
  const mentoring = recordFormBinding().sections.find(({ key }) => key === 'mentorings');
  expect(mentoring?.kind === 'quarterLines' && mentoring.firstRow + 3).toBe(BREAK_ROW);
});
