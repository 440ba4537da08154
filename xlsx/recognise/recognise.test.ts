import { describe, expect, it } from 'vitest';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { readWorkbook } from '../read/read-workbook.ts';
import { LI, OFFICIAL, only, pack, recognise, ZHANG } from './made-roster.node.ts';
import { recogniseWorkbook } from './recognise.ts';

describe('rows', () => {
  it('that are no people are left out, each with its reason', () => {
    const sheet = only([
      ['附件1：'],
      ['青神县村级后备干部名册'],
      ['填报单位（盖章）：南城镇党委', '', '', '', '填报日期：2017年11月'],
      ['填表要求：姓名、性别、出生年月与身份证一致'],
      OFFICIAL,
      ['例', '南城镇', '某某村', '例：张三', '男', '1990.05', '', '', '本科', '', '（18位）', '139********'],
      ZHANG,
      [],
      OFFICIAL,
      LI,
      ['3', '南城镇', '白虎村'],
      ['合  计', '', '', '2人'],
      ['注：1.出生年月填写格式如1990.05。'],
      ['审核人：', '', '', '李某', '', '', '', '', '', '', '', '填表人：', '王某某'],
      ['', '', '', '', '', '', '', '', '', '', '', '2017年11月20日'],
      ['（盖章）'],
      ['白虎村小计', '', '', '', '', '', '', '28.5'],
      ['', '', '', '', '王某某', '', '', '', '', '', '13900000000'],
      ['4', '南城镇', '', '', '', '', '', '', '', '', '', '', '', '空白'],
      ['', '', '', '填表人', '王某某', '', '', '', '', '', '联系电话', '13900000000'],
    ]);
    expect(sheet.records.map((record) => record.row)).toEqual([7, 10]);
    expect(sheet.leftOut.map((row) => [row.row, row.reason])).toEqual([
      [6, 'example'],
      [9, 'header'],
      [12, 'total'],
      [13, 'note'],
      [14, 'note'],
      [15, 'title'],
      [16, 'note'],
      [17, 'total'],
      [18, 'unclear'],
      [20, 'note'],
    ]);
  });

  it('that say of a village that it has nobody are no people, and are listed', () => {
    const vacant = (name: string, remark = ''): string[] =>
      ['2', '南城镇', '大林村', name].concat(Array(9).fill(''), remark);
    const words = ['空缺', '暂无', '暂无合适人选', '无', '待定', '（暂缺）'];
    const sheet = only([
      OFFICIAL,
      ZHANG,
      ...words.map((word) => vacant(word)),
      vacant('', '暂无人选'),
      vacant('', '无'),
    ]);
    expect(sheet.records.map(({ row }) => row)).toEqual([2]);
    expect(sheet.leftOut.map(({ row, reason }) => `${row} ${reason}`)).toEqual(
      [3, 4, 5, 6, 7, 8, 9].map((row) => `${row} vacant`),
    );
    // With a number of their own they are somebody whose name is missing.
    expect(only([OFFICIAL, ZHANG, LI.with(3, '空缺')]).records).toHaveLength(2);
  });

  it('that number the columns, or say how to fill them in, are none', () => {
    const hints = [
      '',
      '填全称',
      '',
      '与身份证一致',
      '男/女',
      '如1990.05',
      '',
      '周岁',
      '高中以上',
      '',
      '18位',
      '11位手机',
    ];
    const numbers = ['甲', '乙', '丙', '丁', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];
    const sheet = only([OFFICIAL, numbers, hints, ZHANG, LI]);
    expect(sheet.records.map((record) => record.row)).toEqual([4, 5]);
    expect(sheet.leftOut.map((row) => [row.row, row.reason])).toEqual([
      [2, 'header'],
      [3, 'note'],
    ]);
  });

  it('without a name or an ID number are people all the same', () => {
    const sheet = only([
      OFFICIAL,
      ZHANG.with(3, ''),
      LI.with(10, ''),
      LI.with(3, '').with(10, ''),
      ZHANG.with(10, '5.11425199005161E+17'),
    ]);
    expect(sheet.records.map((record) => record.row)).toEqual([2, 3, 4, 5]);
  });

  it('below the last person, where formulas drawn down give a gender, a birthday and an age, are nobody', () => {
    const empty = OFFICIAL.map(
      (label) => ({ 序号: '2', 乡镇: '南城镇', 性别: '女', 出生年月: '1900.01', 年龄: '117' })[label] ?? '',
    );
    const sheet = only([OFFICIAL, ZHANG, empty]);
    expect(sheet.records.map(({ row }) => row)).toEqual([2]);
    expect(sheet.leftOut.map(({ row, reason }) => [row, reason])).toEqual([[3, 'unclear']]);
  });

  it('lend their text downward where cells are merged or say 同上, and nowhere else', () => {
    const sheet = only(
      [OFFICIAL, ZHANG, LI.with(2, ''), ZHANG.with(1, '同上').with(2, '〃'), LI.with(2, '')],
      '<mergeCells><mergeCell ref="C2:C3"/></mergeCells>',
    );
    expect(sheet.records.map((record) => [record.texts.township, record.texts.village])).toEqual([
      ['南城镇', '白虎村'],
      ['南城镇', '白虎村'],
      ['南城镇', '白虎村'],
      ['南城镇', undefined],
    ]);
  });
});

it('of our own export carry the ids of their records', () => {
  const item =
    '<mingce xmlns="urn:mingce:table" pack="village-reserve-cadres" template="roster" version="1.0" sheet="名册" firstRow="2"><records><r>a-1</r><r>b-2</r></records></mingce>';
  const read = readWorkbook(
    makeWorkbook({ sheets: { 名册: inlineRows([OFFICIAL, ZHANG, LI]) }, parts: { 'customXml/item1.xml': item } }),
  );
  if (!read.ok) throw new Error(read.error.code);
  const [sheet] = recogniseWorkbook(read.workbook, pack).sheets;
  expect(sheet?.records.map((record) => record.id)).toEqual(['a-1', 'b-2']);
});

describe('sheets', () => {
  it('that hold no people are named, hidden copies too', () => {
    const found = recognise(
      {
        填表说明: [['填表说明'], ['请按要求填写姓名']],
        名册: [OFFICIAL, ZHANG],
        旧: [OFFICIAL, LI],
        汇总: [
          ['乡镇', '村', '人数'],
          ['南城镇', '白虎村', '2'],
        ],
      },
      '',
      ['visible', 'visible', 'hidden'],
    );
    expect(found.sheets.map((sheet) => sheet.sheet)).toEqual(['名册']);
    expect([...found.others].sort()).toEqual(['填表说明', '旧', '汇总'].sort());
  });

  it('are searched even if hidden when no other holds people', () => {
    expect(recognise({ 名册: [OFFICIAL, ZHANG] }, '', ['hidden']).sheets.length).toBe(1);
  });

  it('without columns for township and village lend them from title, name and headings', () => {
    const rows = [['南城镇村级后备干部花名册'], OFFICIAL.toSpliced(1, 2), ZHANG.toSpliced(1, 2)];
    expect(only(rows, '', '白虎村').records[0]?.texts).toMatchObject({ township: '南城镇', village: '白虎村' });
    const headed = [
      ...rows.slice(0, 2),
      ['一、金牛村（1人）'],
      ZHANG.toSpliced(1, 2),
      ['二、兰沟社区'],
      LI.toSpliced(1, 2),
    ];
    expect(only(headed).records.map((record) => record.texts.village)).toEqual(['金牛村', '兰沟社区']);
    // A short name alone is a heading wherever it stands, in the column of names too.
    const short = headed.with(2, ['金牛村']).with(4, ['', '新村', '']);
    expect(only(short).records.map((record) => record.texts.village)).toEqual(['金牛村', '新村']);
  });

  it('of other things are not taken for rosters', () => {
    expect(
      recognise({
        通讯录: [
          ['姓名', '职务', '电话'],
          ['周华', '组织委员', '13900000000'],
        ],
      }).sheets,
    ).toEqual([]);
    expect(recognise({ 空: [] }).sheets).toEqual([]);
  });
});

it('a ledger names people, but its rows are none; a short roster with the same columns is one', () => {
  const { sheets } = recognise({
    培训台账: [
      ['南城镇村级后备干部培训台账'],
      ['序号', '乡镇', '村(社区)', '姓名', '身份证号码', '培训方式', '培训时间', '培训天数', '培训内容'],
      ['1', '南城镇', '白虎村', '张三', '', '以会代训', '2017.03', '1', '党课'],
      ['2', '南城镇', '白虎村', '李四', '', '以会代训', '2017.03', '1', '党课'],
    ],
  });
  expect(sheets).toEqual([]);
  const roster = only([
    ['序号', '乡镇', '村(社区)', '姓名', '身份证号码', '联系电话'],
    ['1', '南城镇', '白虎村', '张三', '', '13800000001'],
    ['2', '南城镇', '白虎村', '李四', '', '13800000002'],
  ]);
  expect([roster.template, roster.records.length]).toEqual(['roster', 2]);
});
