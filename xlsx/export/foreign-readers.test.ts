import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import { exportTable } from './export-table.ts';
import { libreOffice, pdfPages, python, withFolder } from './testing/foreign.node.ts';
import { housePack, people, projectOf } from './testing/project.node.ts';

let pack: LoadedPack;
beforeAll(async () => {
  pack = await housePack();
});

/** `附件 1`, the title and the header of attachment 1 (青委组〔2017〕57号), in order. */
const ATTACHMENT =
  '附件 1|青神县村级后备干部名册|序号|乡镇|村(社区)|姓名|性别|出生年月|入党时间|年龄|学历|身份|身份证号码|联系电话|结对干部姓名及职务|备注'.split(
    '|',
  );

async function roster(person: readonly object[]): Promise<Uint8Array> {
  const result = await exportTable(pack, 'roster', projectOf(pack, person));
  if (!result.ok) throw new Error(result.error.code);
  return result.value.bytes;
}

const READ = `
import json, sys, openpyxl
ws = openpyxl.load_workbook(sys.argv[1])['名册']
cell = lambda c: dict(value=c.value, font=c.font.name, size=c.font.sz, format=c.number_format, wrap=bool(c.alignment.wrap_text),
  horizontal=c.alignment.horizontal, borders=[getattr(c.border, s).style for s in ('left', 'right', 'top', 'bottom')])
print(json.dumps(dict(
  rows=[[cell(c) for c in row] for row in ws.iter_rows(min_row=1, max_row=ws.max_row)],
  merges=[str(m) for m in ws.merged_cells.ranges], area=ws.print_area, titles=ws.print_title_rows,
  paper=ws.page_setup.paperSize, orientation=ws.page_setup.orientation, fit=[ws.sheet_properties.pageSetUpPr.fitToPage, ws.page_setup.fitToHeight],
  footer=ws.oddFooter.center.text, freeze=ws.freeze_panes,
  validations=[[str(v.sqref), v.type, v.errorStyle] for v in ws.data_validations.dataValidation])))
`;

const cellSchema = z.object({
  value: z.union([z.string(), z.number(), z.null()]),
  font: z.string(),
  size: z.number(),
  format: z.string(),
  wrap: z.boolean(),
  horizontal: z.string().nullable(),
  borders: z.array(z.string().nullable()),
});
const seen = z.object({
  rows: z.array(z.array(cellSchema)),
  merges: z.array(z.string()),
  area: z.union([z.string(), z.array(z.string())]),
  titles: z.string(),
  paper: z.number(),
  orientation: z.string(),
  fit: z.array(z.unknown()),
  footer: z.string(),
  freeze: z.string(),
  validations: z.array(z.array(z.string())),
});

test('openpyxl sees the official roster', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'roster.xlsx');
    const person = people(30);
    writeFileSync(file, await roster(person));
    const sheet = seen.parse(JSON.parse(python(READ, file)));
    const values = sheet.rows.map((row) => row.map((cell) => cell.value));

    expect(
      values
        .slice(0, 3)
        .flat()
        .filter((value) => value !== null),
    ).toEqual(ATTACHMENT);
    expect(values.length).toBe(33);
    person.forEach((p, i) => {
      expect(values[i + 3]).toEqual([
        i + 1,
        p.township,
        p.village,
        p.name,
        p.gender,
        p.birthMonth,
        p.partyJoinMonth,
        2017 - Number(p.birthMonth?.slice(0, 4)),
        p.education,
        p.identity,
        p.idNumber,
        p.phone,
        p.mentor,
        null,
      ]);
    });

    const [attachment, title] = [sheet.rows[0]?.[0], sheet.rows[1]?.[0]];
    expect(attachment).toMatchObject({ font: '黑体', size: 16, horizontal: 'left' });
    expect(title).toMatchObject({ font: '方正小标宋简体', size: 22, horizontal: 'center' });
    expect(sheet.rows[2]?.every((cell) => cell.font === '黑体' && cell.size === 11 && cell.wrap)).toBe(true);
    const body = sheet.rows.slice(3);
    expect(body.flat().every((cell) => cell.font === '仿宋_GB2312' && cell.size === 11)).toBe(true);
    expect(
      sheet.rows
        .slice(2)
        .flat()
        .every((cell) => cell.borders.every((style) => style === 'thin')),
    ).toBe(true);
    for (const row of body) {
      expect(row.map((cell) => cell.format)).toEqual(row.map((_, i) => (i === 0 || i === 7 ? 'General' : '@')));
    }
    expect(sheet.merges).toEqual(['A2:N2']);
    expect([sheet.area].flat().join()).toMatch(/\$A\$1:\$N\$33$/);
    expect(sheet).toMatchObject({ titles: '$3:$3', paper: 9, orientation: 'landscape', fit: [true, 0], freeze: 'A4' });
    expect(sheet.footer).toContain('&P');
    expect(sheet.validations).toContainEqual(['E4:E500', 'list', 'warning']);
    expect(sheet.validations).toContainEqual(['K4:K500', 'custom', 'warning']);
    expect(sheet.validations).toContainEqual(['J4:J500', 'list', 'information']);
  });
});

test('LibreOffice shows and prints it: header on every page, page numbers, ID numbers whole, long texts not cut', async () => {
  const mentor = '李四　镇党委委员、组织委员、统战委员、人大主席团主席；王五　镇党委副书记、镇人民政府镇长（终）';
  const person = people(60).map(
    (p, i): Record<string, string> => ({
      ...p,
      ...(i % 20 === 7 ? { mentor, remark: '1990年生。'.repeat(12) } : {}),
    }),
  );
  await withFolder(async (folder) => {
    const bytes = await roster(person);
    const csv = new TextDecoder().decode(libreOffice(folder, bytes, 'csv')).split('\n');
    expect(csv[3]).toBe(
      `1,南城镇,白虎村,张一,女,1985.05,2012.06,32,大专,村民小组长,${person[0]?.idNumber},13800000000,李四 镇长,`,
    );
    const pages = pdfPages(folder, libreOffice(folder, bytes, 'pdf'));
    expect(pages.length).toBeGreaterThanOrEqual(3);
    expect(pages.length).toBeLessThanOrEqual(5);
    pages.forEach((page, i) => {
      expect(page).toContain('身份证号码');
      expect(page.replaceAll(/\s/g, '')).toContain(`第${i + 1}页共${pages.length}页`);
    });
    const whole = pages.join('');
    for (const { idNumber } of person) expect(whole).toContain(idNumber);
    // The last line of a wrapped text is printed only if the row is high enough.
    expect(whole.match(/（终）|终）/g)?.length).toBe(3);
    const [first = ''] = pages;
    const tokens = ATTACHMENT.map((token) => first.indexOf(token));
    expect(tokens.every((at, i) => at >= 0 && (i === 0 || at > (tokens[i - 1] ?? 0)))).toBe(true);
  });
}, 120_000);
