import { describe, expect, it } from 'vitest';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { type CheckedSheet, checkWorkbook } from './check-workbook.ts';
import { LI, OFFICIAL, only, pack, ZHANG } from './made-roster.node.ts';
import { sourceRows } from './source-rows.ts';

const SETTINGS = { county: '', unit: '', level: 'township', asOf: '2017-11-30' } as const;
const ID = ['511425199005161438', '511425198506081028', '511425198611151059', '511425198704221060'];

function check(rows: readonly (readonly string[])[], tail = ''): readonly CheckedSheet[] {
  const result = checkWorkbook(makeWorkbook({ sheets: { 表: inlineRows(rows) }, tail }), [pack], SETTINGS);
  return result.ok ? result.checked.sheets : [];
}

const names = (sheets: readonly CheckedSheet[]) =>
  sheets.map(({ headerRow, records }) => [headerRow, ...records.map(({ row, record }) => `${row} ${record.name}`)]);

describe('several tables on one sheet', () => {
  const first = ['序号', '姓名', '性别', '身份证号码', '联系电话', '学历'];
  const other = ['序号', '姓名', '身份证号码', '学历', '联系电话', '性别', '备注'];

  it('village after village, each with its own title and columns in another order', () => {
    const sheets = check([
      ['南城镇白虎村后备干部名册'],
      first,
      ['1', '张强', '男', ID[0] ?? '', '13712345678', '本科'],
      [],
      ['南城镇金牛村后备干部名册'],
      other,
      ['1', '李秀兰', ID[1] ?? '', '大专', '13712345679', '女', '外出'],
      ['2', '王芳', ID[3] ?? '', '大专', '13712345676', '女', ''],
      [],
      ['南城镇天平社区后备干部名册'],
      first,
      ['1', '赵军', '男', ID[2] ?? '', '13712345677', '高中'],
    ]);
    expect(names(sheets)).toEqual([
      [2, '3 张强'],
      [6, '7 李秀兰', '8 王芳'],
      [11, '12 赵军'],
    ]);
    const people = sheets.flatMap(({ records }) => records.map(({ record }) => record));
    expect(people.map((p) => [p.township, p.village, p.gender, p.education])).toEqual([
      ['南城镇', '白虎村', '男', '本科'],
      ['南城镇', '金牛村', '女', '大专'],
      ['南城镇', '金牛村', '女', '大专'],
      ['南城镇', '天平社区', '男', '高中'],
    ]);
    expect(sheets.flatMap(({ issues }) => issues).filter(({ rule }) => /^seq|characters|choice/.test(rule))).toEqual(
      [],
    );
  });

  it('the second under a header in other words', () => {
    const sheets = check([
      ['一、村后备干部'],
      ['序号', '姓名', '性别', '身份证号码', '联系电话', '学历'],
      ['1', '张强', '男', ID[0] ?? '', '13712345678', '本科'],
      ['二、社区后备干部'],
      ['编号', '文化程度（最高）', '被推荐人', '公民身份号码（18位）', '男/女', '手机（必填）'],
      ['1', '大专', '李秀兰', ID[1] ?? '', '女', '13712345679'],
    ]);
    expect(names(sheets)).toEqual([
      [2, '3 张强'],
      [5, '6 李秀兰'],
    ]);
    expect(sheets[1]?.records[0]?.record).toMatchObject({ education: '大专', gender: '女', phone: '13712345679' });
  });

  it('counts of villages below the people are none of them, nor is their header', () => {
    const counts = [
      ['序号', '村（社区）', '人数', '其中党员', '大专以上', '平均年龄'],
      ['1', '白虎村', '2', '1', '1', '26.5'],
    ];
    const sheet = only([OFFICIAL, ZHANG, LI, ['附：各村人数'], ...counts]);
    expect(sheet.records.map(({ row }) => row)).toEqual([2, 3]);
    expect(sheet.leftOut.find(({ row }) => row === 5)?.reason).toBe('header');
  });

  it('another list of people below, under a header of its own, is none of them', () => {
    const list = [
      ['序号', '村', '书记姓名', '书记电话'],
      ['1', '白虎村', '王建国', '13990123456'],
    ];
    const sheet = only([OFFICIAL.slice(1), ZHANG.slice(1), LI.slice(1), ['附：村党支部书记通讯录'], ...list]);
    expect(sheet.records.map(({ row }) => row)).toEqual([2, 3]);
    expect(sheet.leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [4, 'title'],
      [5, 'header'],
      [6, 'unclear'],
    ]);
  });

  it('somebody without a number under such a header is lost to nobody: the header printed again is none', () => {
    const sheet = only([
      OFFICIAL,
      ZHANG,
      OFFICIAL,
      LI.with(10, ''),
      ['（1）', '（2）', '（3）', '（4）'],
      ZHANG.with(10, ''),
    ]);
    expect(sheet.records.map(({ row }) => row)).toEqual([2, 4, 6]);
  });

  it('side by side, whatever the names are called', () => {
    const labels = ['序号', '人员名单', '性别', '身份证编码', '联系电话', '学历'];
    const sheets = check([
      [...labels, ...labels],
      [
        ...['1', '张强', '男', ID[0] ?? '', '13712345678', '本科'],
        ...['2', '李秀兰', '女', ID[1] ?? '', '13712345679', '大专'],
      ],
    ]);
    expect(names(sheets)).toEqual([
      [1, '2 张强'],
      [1, '2 李秀兰'],
    ]);
  });

  it('two people in one row, with what they share before them', () => {
    const own = ['身份证号码', '联系电话', '学历'];
    const sheets = check([
      ['序号', '村', '后备人选一', ...own, '后备人选二', ...own],
      [
        ...['1', '白虎村', '张强', ID[0] ?? '', '13712345678', '本科'],
        ...['李秀兰', ID[1] ?? '', '13712345679', '大专'],
      ],
      ['2', '金牛村', '王芳', ID[3] ?? '', '13712345676', '大专'],
    ]);
    const people = sheets.flatMap(({ records }) => records.map(({ record }) => record));
    expect(people.map(({ village, name, idNumber }) => [village, name, idNumber])).toEqual([
      ['白虎村', '张强', ID[0]],
      ['金牛村', '王芳', ID[3]],
      ['白虎村', '李秀兰', ID[1]],
    ]);
  });

  it('somebody else with a name and a telephone in the same row makes no second person', () => {
    const tail = '<mergeCells><mergeCell ref="B1:C1"/><mergeCell ref="D1:H1"/></mergeCells>';
    const sheets = check(
      [
        ['', '村党支部书记', '', '后备干部', '', '', '', ''],
        ['序号', '姓名', '电话', '姓名', '电话', '身份证号码', '性别', '学历'],
        ['1', '李大山', '13900001111', '张强', '13712345678', ID[0] ?? '', '男', '本科'],
      ],
      tail,
    );
    expect(names(sheets)).toEqual([[1, '3 张强']]);
  });

  it('with one header for all villages the titles between say the village, and each is numbered from 1', () => {
    const [sheet] = check([
      ['白虎村后备干部名册'],
      first,
      ['1', '张强', '男', ID[0] ?? '', '13712345678', '本科'],
      ['金牛村后备干部名册'],
      first,
      ['1', '李秀兰', '女', ID[1] ?? '', '13712345679', '大专'],
    ]);
    expect(sheet?.records.map(({ record }) => record.village)).toEqual(['白虎村', '金牛村']);
    expect(sheet?.issues.filter(({ rule }) => rule === 'seq.order')).toEqual([]);
  });

  it('side by side, two people in one row, without ID numbers too', () => {
    const header = ['序号', '姓名', '性别', '出生年月', '联系电话', '所在村'];
    const person = (n: number, name: string) => [String(n), name, '男', '1990.05', `1371234567${n}`, '白虎村'];
    const sheets = check([
      ['南城镇后备干部名册'],
      [...header, ...header],
      [...person(1, '张强'), ...person(3, '赵军')],
      [...person(2, '王刚'), ...person(4, '陈勇')],
    ]);
    expect(names(sheets)).toEqual([
      [2, '3 张强', '4 王刚'],
      [2, '3 赵军', '4 陈勇'],
    ]);
    expect(sheets.map(({ records }) => records[0]?.record.township)).toEqual(['南城镇', '南城镇']);
    expect(sheets[1]?.issues.find(({ field }) => field === 'education')?.cell).toBe('H3');
    expect(sheets.flatMap(({ issues }) => issues).filter(({ rule }) => rule === 'seq.order')).toEqual([]);
    const sources = sourceRows({ file: 'a.xlsx' }, { pack, sheets, others: [] });
    expect(sources.map(({ row, part }) => [row, part])).toEqual([
      [3, 0],
      [4, 0],
      [3, 1],
      [4, 1],
    ]);
  });
});

describe('headers that say little', () => {
  const people = [
    ['1', '张强', ID[0] ?? '', '13712345678', '白虎村', '本科'],
    ['2', '李秀兰', ID[1] ?? '', '13712345679', '金牛村', '大专'],
    ['3', '王芳', ID[3] ?? '', '13712345676', '天平社区', '中专'],
  ];
  const read = (rows: readonly (readonly string[])[]) =>
    check(rows)[0]?.records.map(({ row, record: p }) => [row, p.name, p.idNumber, p.phone, p.village, p.education]);
  const wanted = people.map((p, n) => [n + 2, p[1], p[2], p[3], p[4], p[5]]);

  it('of other words, in English, or with a word for each language', () => {
    expect(read([['编码', '名称', '证件', '号码', '归属地', '文凭'], ...people])).toEqual(wanted);
    expect(read([['No.', 'Name', 'ID number', 'Mobile', 'Village', 'Education'], ...people])).toEqual(wanted);
    expect(read([['No.', 'Name 姓名', 'ID Card No.', 'Tel', 'Village 村', 'Education'], ...people])).toEqual(wanted);
  });

  it('or that are missing altogether', () => {
    expect(read(people)).toEqual(wanted.map(([row, ...rest]) => [Number(row) - 1, ...rest]));
  });

  it('a family name and a given name in columns of their own are one name', () => {
    const rows = people.map(([n = '', name = '', ...rest]) => [n, name.slice(0, 1), name.slice(1), ...rest]);
    expect(read([['序号', '姓', '名', '身份证号码', '手机号', '行政村', '学历'], ...rows])).toEqual(wanted);
  });

  it('or that stand below the lines of a letter, or below a longer table of something else', () => {
    const letter = Array.from({ length: 70 }, (_, n) => [`${n + 1}．各村要高度重视，认真组织填报。`]);
    expect(only([...letter, OFFICIAL, ZHANG, LI]).records.map(({ row }) => row)).toEqual([72, 73]);
    const list = Array.from({ length: 90 }, (_, n) => [String(n + 1), '学习十九大精神', '组织生活会', '民主评议']);
    expect(only([...list, OFFICIAL, ZHANG, LI]).records.map(({ row }) => row)).toEqual([92, 93]);
  });

  it('a list of things with numbers is no table of people', () => {
    expect(
      check([
        ['编号', '物资', '数量'],
        ['1', '桌子', '12'],
        ['2', '椅子', '30'],
      ]),
    ).toEqual([]);
  });
});

describe('formulas whose result the file does not hold', () => {
  const header =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>性别</t></is></c><c r="C1" t="inlineStr"><is><t>身份证号码</t></is></c><c r="D1" t="inlineStr"><is><t>联系电话</t></is></c><c r="E1" t="inlineStr"><is><t>学历</t></is></c><c r="F1" t="inlineStr"><is><t>村</t></is></c></row>';
  const row = (cells: string) =>
    `<row r="2"><c r="A2" t="inlineStr"><is><t>张强</t></is></c><c r="C2" t="inlineStr"><is><t>${ID[0]}</t></is></c>${cells}</row>`;
  const checked = (cells: string) => {
    const result = checkWorkbook(makeWorkbook({ sheets: { 表: header + row(cells) } }), [pack], SETTINGS);
    if (!result.ok) throw new Error(result.error.code);
    return result.checked.sheets[0];
  };

  it('are said at the cell, once, and never calculated', () => {
    const sheet = checked(
      '<c r="D2"><f>13700000000+1</f><v/></c><c r="E2"><f>VLOOKUP(A2,X!A:B,2)</f></c><c r="F2" t="str"><f>IF(1,"","")</f><v></v></c>',
    );
    const at = (cell: string) =>
      sheet?.issues.filter((issue) => issue.cell === cell).map(({ rule, severity, value }) => [rule, severity, value]);
    expect(at('D2')).toEqual([['cell.noValue', 'error', '=13700000000+1']]);
    expect(at('E2')).toEqual([['cell.noValue', 'error', '=VLOOKUP(A2,X!A:B,2)']]);
    // An empty text is a result.
    expect(at('F2')?.map(([rule]) => rule)).toEqual(['required']);
  });

  it('a mere reference shows what the cell there shows; a circle shows nothing', () => {
    const sheet = checked(
      '<c r="D2" t="inlineStr"><is><t>13712345678</t></is></c><c r="E2"><f>$H$2</f></c><c r="F2"><f>G2</f></c><c r="G2"><f>F2</f></c><c r="H2" t="inlineStr"><is><t>本科</t></is></c>',
    );
    expect(sheet?.records[0]?.record.education).toBe('本科');
    expect(sheet?.issues.filter(({ rule }) => rule === 'cell.noValue').map(({ cell }) => cell)).toEqual(['F2']);
  });
});
