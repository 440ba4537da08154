import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DataRecord } from '../../../records/types.ts';
import { python, withFolder } from '../../export/testing/foreign.node.ts';
import { inlineRows, makeWorkbook } from '../../read/made-workbook.ts';
import { readWorkbook } from '../../read/read-workbook.ts';
import { isBlankWord } from '../../recognise/blank.ts';
import { byteSink, writeFormBook } from '../export-forms.ts';
import { formData } from '../form-data.ts';
import { bookOf, recordForm, testPerson, YEAR } from '../testing/forms.node.ts';
import { type ReadForms, readForms } from './read-forms.ts';

const { binding } = recordForm();

function read(bytes: Uint8Array): ReadForms {
  const opened = readWorkbook(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  return readForms(binding, opened.workbook);
}

const values = (form: ReadForms['forms'][number] | undefined, entity: string) =>
  (form?.children[entity] ?? []).map((child) => child.values);

/** A text as a clerk types it: nothing at its ends, no sign for a blank (`/`), no word of the form itself, no line break in a stacked cell. */
const text = fc
  .string({ unit: fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸，。；abc 019<&"㛃𬭎'), minLength: 1, maxLength: 30 })
  .map((s) => s.trim())
  .filter((s) => !isBlankWord(s));
const long = fc.array(text, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const line = (keys: readonly string[], value: fc.Arbitrary<string>) =>
  fc
    .record(Object.fromEntries(keys.map((key) => [key, optional(value)])))
    .map((record) => Object.fromEntries(Object.entries(record).filter(([, v]) => v !== undefined)))
    .filter((record) => Object.keys(record).length > 0);
const perQuarter = (keys: readonly string[], value: fc.Arbitrary<string>) =>
  fc
    .tuple(...['1', '2', '3', '4'].map((quarter) => optional(line(keys, value)).map((v) => v && { quarter, ...v })))
    .map((list) => list.filter((record) => record !== undefined));

const yearOf = fc.record({
  person: fc.record(
    Object.fromEntries(binding.fields.map(({ field }) => [field, field === 'name' ? text : optional(long)])),
  ),
  training: fc.array(line(['mode', 'time', 'days', 'content'], long), { maxLength: 9 }),
  mentoring: perQuarter(['mentor', 'content', 'opinion'], text),
  practice: fc.array(line(['content', 'performance', 'opinion'], long), { maxLength: 6 }),
  village: perQuarter(['opinion'], long),
  township: perQuarter(['opinion'], long),
  result: optional(fc.constantFrom('优秀', '称职', '基本称职', '不称职')),
});

test('what is read is what was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(yearOf, { minLength: 1, maxLength: 2 }), async (people) => {
      const review = (p: (typeof people)[number]) =>
        (['village', 'township'] as const).flatMap((level) => p[level].map((record) => ({ level, ...record })));
      const result = (p: (typeof people)[number]) => (p.result === undefined ? [] : [{ result: p.result }]);
      const numbered = (list: readonly object[]): DataRecord[] => list.map((record, i) => ({ id: `r${i}`, ...record }));
      const forms = people.map((p, i) => {
        const [person] = numbered([p.person]);
        const children = {
          training: numbered(p.training).map((record) => ({ ...record, year: YEAR })),
          mentoring: numbered(p.mentoring),
          practice: numbered(p.practice),
          review: numbered(review(p)),
          yearResult: numbered(result(p)),
        };
        // Years in the texts of `time` are none of this law's business.
        const sections = binding.sections.map((s) => (s.entity === 'training' ? { ...s, yearBy: 'year' } : s));
        const made = formData({ ...binding, sections }, { person: { ...person, id: `p${i}` }, children, year: YEAR });
        expect(made.leftOut).toEqual([]);
        return made.data;
      });
      const { sink, bytes } = byteSink();
      const written = await writeFormBook(recordForm(), { forms }, sink);
      expect(written.ok).toBe(true);
      const back = read(bytes());
      expect(back.forms.map((form) => form.id)).toEqual(people.map((_, i) => `p${i}`));
      people.forEach((p, i) => {
        const form = back.forms[i];
        expect(form?.person).toEqual(Object.fromEntries(Object.entries(p.person).filter(([, v]) => v !== undefined)));
        expect(values(form, 'training')).toEqual(p.training);
        expect(values(form, 'mentoring')).toEqual(p.mentoring);
        expect(values(form, 'practice')).toEqual(p.practice);
        expect(values(form, 'review')).toEqual(review(p));
        expect(values(form, 'yearResult')).toEqual(result(p));
        expect(form?.notes).toEqual([]);
      });
    }),
    { numRuns: 15 },
  );
});

test('several mentorings of one quarter come back as several', async () => {
  const person = testPerson('张三');
  const mentoring = [
    { id: '1', quarter: '1', mentor: '李四', content: '走访', opinion: '好' },
    { id: '2', quarter: '1', mentor: '王五', content: '培训' },
  ];
  const [form] = read(await bookOf([{ ...person, children: { ...person.children, mentoring } }])).forms;
  expect(values(form, 'mentoring')).toEqual([
    { quarter: '1', mentor: '李四', content: '走访', opinion: '好' },
    { quarter: '1', mentor: '王五', content: '培训' },
  ]);
});

/** Retyped from paper: spaces in the labels, other columns and widths, hardly a merge, lines added, no styles. */
const RETYPED = `
import sys, openpyxl
wb = openpyxl.Workbook()
ws = wb.active
ws.title = '张三'
rows = [
 ['附件2'], ['村级后备干部日常管理纪实表（2017年度）'], [],
 ['姓  名', '张　三', '性 别', '男', '出生\\n年月', '1990.05', '照片'],
 ['民 族', '汉', '籍 贯', '四川青神', '出生地：', '四川眉山'],
 ['入党时间', '2012.06', '参加工\\n作时间', '2011.07', '健康状况', '健康'],
 ['从事职业', '种植', None, '熟悉专业有何特长', '果树栽培'],
 ['文化程度', '大专', '毕业院校及专业', '四川农业大学'],
 ['身份证号码', '511425199005100015', None, None, None, '联系电话', '13800000001'],
 ['参加 培 训 情 况', '培训方式', '培训时间', '培训天数', '培训内容'],
 [None, '集中', '2017.3', '3', '党的十九大精神'],
 [None, '外出', '2017.5', '2', '电商'],
 [None, '网络', '2017.6', '1', '法律'],
 [None, '集中', '2017.8', '5', '财务'],
 [None, '集中', '2017.9', '2', '安全', None, '（自费）'],
 ['结 对 帮 扶 情 况', '帮扶时间', '帮带责任人', '帮扶内容', None, None, '评定意见'],
 [None, '一季度', '李四', '走访', None, None, '好'],
 [None, None, '王五', '慰问'],
 [None, '第 2 季度', '李四', '谈心'],
 [None, '2017年8月', '李四', '下村'],
 [None, '第四季度'],
 [None, '第五季度', '赵六', '补记'],
 ['参加 实践 锻炼 情况', '具体内容', '主要表现', None, '评定意见'],
 [None, '驻村', '踏实', None, '良好'],
 ['村(社区)评定 意见', '第一季度', '第二季度', '第三季度', '第四季度'],
 [None, '村一', '村二', None, '村四'],
 [None, '村一续'],
 ['乡镇评定意见', '第一季度', '第二季度', '第三季度', '第四季度'],
 [None, None, '镇二'],
 ['年度考核结果', '称职'],
 ['填表人：王会计', None, None, '2017年12月1日'],
]
for row in rows: ws.append(row)
ws.merge_cells('A10:A15'); ws.merge_cells('E10:G10'); ws.column_dimensions['A'].width = 31
other = wb.copy_worksheet(ws); other.title = '李四'; other['B4'] = '李四'; other.sheet_state = 'hidden'
wb.create_sheet('说明')['A1'] = '姓名、性别如实填写'
wb.save(sys.argv[1])
`;

describe('a form that came back', () => {
  test('retyped, with lines added and other labels, two people in one workbook', async () => {
    await withFolder((folder) => {
      const file = join(folder, 'retyped.xlsx');
      python(RETYPED, file);
      const { forms, identity } = read(new Uint8Array(readFileSync(file)));
      expect(identity).toBeUndefined();
      expect(forms.map(({ sheet, person }) => [sheet, person.name])).toEqual([
        ['张三', '张　三'],
        ['李四', '李四'],
      ]);
      const [form] = forms;
      expect(form?.person).toEqual({
        name: '张　三',
        gender: '男',
        birthMonth: '1990.05',
        ethnicity: '汉',
        nativePlace: '四川青神',
        birthPlace: '四川眉山',
        partyJoinMonth: '2012.06',
        workStart: '2011.07',
        health: '健康',
        occupation: '种植',
        specialty: '果树栽培',
        education: '大专',
        school: '四川农业大学',
        idNumber: '511425199005100015',
        phone: '13800000001',
      });
      expect(form?.cells).toMatchObject({ name: 'B4', phone: 'G9', specialty: 'E7' });
      expect(form?.children.training?.map(({ row, values: v }) => [row, v.time, v.content])).toEqual([
        [11, '2017.3', '党的十九大精神'],
        [12, '2017.5', '电商'],
        [13, '2017.6', '法律'],
        [14, '2017.8', '财务'],
        [15, '2017.9', '安全 （自费）'],
      ]);
      expect(values(form, 'mentoring')).toEqual([
        { quarter: '1', mentor: '李四', content: '走访', opinion: '好' },
        { quarter: '1', mentor: '王五', content: '慰问' },
        { quarter: '2', mentor: '李四', content: '谈心' },
        { quarter: '3', year: '2017', mentor: '李四', content: '下村' },
      ]);
      expect(values(form, 'practice')).toEqual([{ content: '驻村', performance: '踏实', opinion: '良好' }]);
      expect(values(form, 'review')).toEqual([
        { level: 'village', quarter: '1', opinion: '村一\n村一续' },
        { level: 'village', quarter: '2', opinion: '村二' },
        { level: 'village', quarter: '4', opinion: '村四' },
        { level: 'township', quarter: '2', opinion: '镇二' },
      ]);
      expect(values(form, 'yearResult')).toEqual([{ result: '称职' }]);
      expect(form?.notes).toEqual([
        { code: 'quarter.unknown', sheet: '张三', cell: 'B22', value: '第五季度 赵六 补记' },
        { code: 'section.unread', sheet: '张三', cell: 'A31', value: '填表人：王会计' },
        { code: 'section.unread', sheet: '张三', cell: 'D31', value: '2017年12月1日' },
      ]);
    });
  });

  test('ours, changed in another program: rows put into a section, a sheet renamed', async () => {
    const bytes = await bookOf([testPerson('张三', { trainings: 2 }), testPerson('李四')]);
    const script = `
import sys, openpyxl
wb = openpyxl.load_workbook(sys.argv[1])
ws = wb['张三']
ws.unmerge_cells('A9:A13')
ws.insert_rows(12, 2)
ws['B12'] = '网络'; ws['I13'] = '新增两行'
ws['E13'] = '2017.11'
wb['李四'].title = '李四改名'
wb.save(sys.argv[2])
`;
    await withFolder(async (folder) => {
      const [from, to] = [join(folder, 'a.xlsx'), join(folder, 'b.xlsx')];
      writeFileSync(from, bytes);
      python(script, from, to);
      const { forms } = read(new Uint8Array(readFileSync(to)));
      const [first, second] = forms;
      expect(first?.children.training?.map(({ values: v }) => v.content ?? v.mode)).toEqual([
        '第1期党的十九大精神、村级财务管理与矛盾调解。',
        '第2期党的十九大精神、村级财务管理与矛盾调解。',
        '网络',
        '新增两行',
      ]);
      expect(first?.children.training?.[3]?.values.time).toBe('2017.11');
      expect(second).toMatchObject({ sheet: '李四改名', person: { name: '李四' } });
      expect(second?.id).toBeUndefined();
    });
  });

  test('two forms below each other on one sheet', () => {
    const one = (name: string) => [
      ['附件 2'],
      ['村级后备干部日常管理纪实表'],
      [`姓名：${name}`, '', '性别：女', '', '出生年月', '1990.05'],
      ['民族', '汉族', '籍贯', '青神', '出生地', '眉山'],
      ['入党时间', '', '参加工作时间', '', '健康状况', '健康'],
      ['身份证号', '511425199005100015', '', '', '电话号码', '13800000001'],
      ['参加培训情况', '培训方式', '培训时间', '培训天数', '培训内容'],
      ['', '集中', '2017.3', '3', `${name}的培训`],
      ['结对帮扶情况', '帮扶时间', '帮扶责任人', '帮扶内容', '评定意见'],
      ['', '第一季度', '李四', '走访'],
      ['参加实践锻炼情况', '具体内容', '主要表现', '评定意见'],
      ['年度考核结果', '优秀'],
    ];
    const rows = [...one('张三'), [], ...one('李四')];
    const { forms } = read(makeWorkbook({ sheets: { 全部: inlineRows(rows) } }));
    expect(forms.map(({ person, row }) => [person.name, person.gender, row])).toEqual([
      ['张三', '女', 3],
      ['李四', '女', 16],
    ]);
    expect(forms.map((form) => values(form, 'training')[0]?.content)).toEqual(['张三的培训', '李四的培训']);
    expect(forms.flatMap((form) => form.notes)).toEqual([]);
  });

  test('a roster, and a sheet of anything, is no form', () => {
    const header = ['序号', '姓名', '性别', '出生年月', '学历', '入党时间', '民族', '籍贯', '身份证号', '联系电话'];
    const sheets = { 名册: inlineRows([['名册'], header, ['1', '张三', '男']]), 空: '', 别的: inlineRows([['姓名']]) };
    expect(read(makeWorkbook({ sheets })).forms).toEqual([]);
  });
});
