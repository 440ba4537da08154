import { describe, expect, test } from 'vitest';
import { recordForm } from '../testing/forms.node.ts';
import {
  HEAD,
  MENTORING,
  named,
  PERSON,
  PRACTICE,
  RESULT,
  type Rows,
  sheetOf,
  TITLE,
  TOWNSHIP,
  TRAINING,
  VILLAGE,
} from '../testing/retyped.ts';
import { formsOnSheet } from './read-forms.ts';

const { binding } = recordForm();

const forms = (rows: Rows, merges?: Parameters<typeof sheetOf>[1]) => formsOnSheet(binding, sheetOf(rows, merges));
function only(rows: Rows, merges?: Parameters<typeof sheetOf>[1]) {
  const [form, ...more] = forms(rows, merges);
  if (form === undefined || more.length > 0) throw new Error(`${more.length + (form === undefined ? 0 : 1)} forms`);
  const said = (entity: string) => (form.children[entity] ?? []).map(({ values }) => values);
  return { form, said, told: form.notes.map(({ value }) => value) };
}

const cell = (rows: Rows, row: number, column: number): string => rows[row]?.[column] ?? '';

const ALL: Rows = [...TITLE, ...HEAD, ...TRAINING, ...MENTORING, ...PRACTICE, ...VILLAGE, ...TOWNSHIP, ...RESULT];
const SAID = {
  training: [{ mode: '集中', time: '2017.03', days: '5', content: '财务' }],
  mentoring: [{ quarter: '1', mentor: '李四', content: '走访', opinion: '好' }],
  practice: [{ content: '驻村', performance: '踏实', opinion: '良好' }],
  review: [
    { level: 'village', quarter: '1', opinion: '村一' },
    { level: 'village', quarter: '3', opinion: '村三' },
    { level: 'township', quarter: '2', opinion: '镇二' },
  ],
  yearResult: [{ result: '称职' }],
};
function expectAll(rows: Rows, merges?: Parameters<typeof sheetOf>[1]): void {
  const { form, said, told } = only(rows, merges);
  expect(form.person).toEqual(PERSON);
  for (const [entity, records] of Object.entries(SAID)) expect([entity, said(entity)]).toEqual([entity, records]);
  expect(told).toEqual([]);
}

describe('the sections of a form typed anew', () => {
  test('in another order, below headings that are lines of their own', () => {
    const heading = ([[label = '', ...header] = [], ...lines]: Rows, number: string): Rows => [
      [`${number}、${label}`],
      ['', ...header],
      ...lines,
    ];
    expectAll([
      ...TITLE,
      ...HEAD,
      ...heading(PRACTICE, '一'),
      ...heading(VILLAGE, '二'),
      ...heading(TOWNSHIP, '三'),
      ...heading(TRAINING, '四'),
      ['五、年度考核结果'],
      ['', '称职'],
      ...heading(MENTORING, '六'),
    ]);
  });

  test('with labels whose letters stand in cells below each other', () => {
    const split = (rows: Rows, parts: readonly string[]): Rows =>
      parts.map((part, n) => [part, ...(rows[n]?.slice(1) ?? [])]);
    expectAll([
      ...TITLE,
      ...HEAD,
      ...split(TRAINING, ['参加', '培训', '情况']),
      ...split(MENTORING, [...'结对帮扶情况']),
      ...split(PRACTICE, ['参加实践', '锻炼情况']),
      ...split(VILLAGE, ['村（社区）', '评定意见']),
      ...split(TOWNSHIP, ['乡 镇', '评 定', '意 见']),
      ...RESULT,
    ]);
  });

  test('with quarters below each other, two by two, and the result in its label’s cell', () => {
    const below = (rows: Rows): Rows =>
      [1, 2, 3, 4].map((n) => [n === 1 ? cell(rows, 0, 0) : '', cell(rows, 0, n), cell(rows, 1, n)]);
    const pairs = (rows: Rows): Rows =>
      [1, 3].flatMap((n) => [
        [n === 1 ? cell(rows, 0, 0) : '', cell(rows, 0, n), cell(rows, 0, n + 1)],
        ['', cell(rows, 1, n), cell(rows, 1, n + 1)],
      ]);
    const start: Rows = [...TITLE, ...HEAD, ...TRAINING, ...MENTORING, ...PRACTICE];
    const merge = (top: number) => [top, top + 3, 1, 1] as const;
    const rows: Rows = [...start, ...below(VILLAGE), ...pairs(TOWNSHIP), ['年度考核结果：称职']];
    expectAll(rows, [merge(start.length + 1), merge(start.length + 5)]);
  });

  test.each([
    ['一季度', '三季度'],
    ['Q1', 'Q3'],
    ['2017年第一季度', '2017年第三季度'],
    ['1-3月', '7-9月'],
    ['一至三月', '七至九月'],
    ['第一季度\n（1—3月）', '第三季度\n（7—9月）'],
    [' 第 一 季 度 ：', '第 三 季 度'],
  ])('with quarters called %j', (first, third) => {
    const { said, told } = only([
      ...ALL.slice(0, -5),
      ['村（社区）评定意见', first, third],
      ['', '村一', '村三'],
      ...TOWNSHIP,
    ]);
    expect(said('review').map(({ quarter, opinion }) => [quarter, opinion])).toEqual([
      ['1', '村一'],
      ['3', '村三'],
      ['2', '镇二'],
    ]);
    expect(said('practice')).toEqual(SAID.practice);
    expect(told).toEqual([]);
  });

  test('of mentoring by days and months, and without a header over the quarters', () => {
    const [[label = '', , ...header] = []] = MENTORING;
    const { said, form } = only([
      ...TITLE,
      ...HEAD,
      ...TRAINING,
      [label, '', ...header],
      ['', '第一季度', '李四', '走访', '好'],
      ['', '8月12日', '李四', '谈心'],
      ['', '2016年11月', '王五', '去年的事'],
      ['', '3-4月', '赵六', '跨季度'],
      ...PRACTICE,
    ]);
    expect(said('mentoring')).toEqual([
      { quarter: '1', mentor: '李四', content: '走访', opinion: '好' },
      { quarter: '3', mentor: '李四', content: '谈心' },
      { quarter: '4', year: '2016', mentor: '王五', content: '去年的事' },
    ]);
    expect(form.notes.map(({ code, value }) => [code, value])).toEqual([['quarter.unknown', '3-4月 赵六 跨季度']]);
  });

  test('with short headers below their label, and columns in another order', () => {
    expectAll([
      ...TITLE,
      ...HEAD,
      ['参加培训情况', '内容', '天数', '时间', '方式'],
      ['', '财务', '5', '2017.03', '集中'],
      ['结对帮扶情况', '时间', '责任人', '内容', '意见'],
      ['', '第一季度', '李四', '走访', '好'],
      ['参加实践锻炼情况', '内容', '表现', '意见'],
      ['', '驻村', '踏实', '良好'],
      ...VILLAGE,
      ...TOWNSHIP,
      ...RESULT,
    ]);
  });

  test('with a column that only counts, and one that the form does not know: that one is told, and joined to nothing', () => {
    const { said, told } = only([
      ...TITLE,
      ...HEAD,
      ['参加培训情况', '序号', '培训方式', '培训时间', '培训地点', '培训天数', '培训内容'],
      ['', '1', '集中', '2017.03', '县委党校', '5', '财务'],
      ['', '2', '外出', '2017.05', '', '3', '电商'],
      ...MENTORING,
    ]);
    expect(said('training')).toEqual([...SAID.training, { mode: '外出', time: '2017.05', days: '3', content: '电商' }]);
    expect(told).toEqual(['培训地点', '县委党校']);
  });

  test('that go on behind another title', () => {
    const [header = [], line = []] = TRAINING;
    const more: Rows = [['村级后备干部日常管理纪实表（续）'], ['参加培训情况（续）', ...header.slice(1)], line];
    const { said, told } = only([...TITLE, ...HEAD, ...TRAINING, ...MENTORING, ...more, ...PRACTICE]);
    expect(said('training')).toEqual([...SAID.training, ...SAID.training]);
    expect(said('mentoring')).toEqual(SAID.mentoring);
    expect(told).toEqual([]);
  });

  test('but for one: what is there is read', () => {
    const { form, said } = only([...TITLE, ...HEAD, ...TRAINING]);
    expect(form.person).toEqual(PERSON);
    expect(said('training')).toEqual(SAID.training);
    expect(only([...TITLE, ...HEAD]).form.person).toEqual(PERSON);
    // Half of another form, that is no 纪实表 and has none of its sections.
    expect(forms(HEAD)).toEqual([]);
  });

  test('with opinions called by who gives them; when that is in doubt, they are told and taken for nothing else', () => {
    const [village = [], ...texts] = VILLAGE;
    const called = (label: string): Rows => [...ALL.slice(0, -5), [label, ...village.slice(1)], ...texts];
    const level = (label: string) => only(called(label)).said('review')[0]?.level;
    expect(level('白虎村党支部评定意见')).toBe('village');
    expect(level('南城镇党委意见')).toBe('township');
    for (const label of ['党委评定意见', '村镇评定意见']) {
      const { said, told } = only(called(label));
      expect(said('practice')).toEqual(SAID.practice);
      expect(said('review')).toEqual([]);
      expect(told).toEqual([label, ...village.slice(1), '村一', '村三']);
    }
  });

  test('beside those that the form does not know: these are told, and are no lines of the one above', () => {
    const { said, told } = only(
      [
        ...TITLE,
        ...HEAD,
        ['家庭成员', '称谓', '姓名', '出生年月', '工作单位'],
        ['', '妻子', '王芳', '1991.03', '务农'],
        ...TRAINING,
        ['', '（以上为县级组织的培训，以下为镇级的）'],
        ['', '网络', '2017.09', '1', '法律'],
        ...PRACTICE,
        ['奖惩情况', '2017年获县优秀'],
        ['', '2016年获镇先进'],
        ...VILLAGE,
      ],
      [[13, 13, 2, 5]],
    );
    expect(said('training')).toEqual([...SAID.training, { mode: '网络', time: '2017.09', days: '1', content: '法律' }]);
    expect(said('practice')).toEqual(SAID.practice);
    expect(told).toEqual([
      ...['家庭成员', '称谓', '姓名', '出生年月', '工作单位', '妻子', '王芳', '1991.03', '务农'],
      '（以上为县级组织的培训，以下为镇级的）',
      ...['奖惩情况', '2017年获县优秀', '2016年获镇先进'],
    ]);
  });
});

describe('the head of a form typed anew', () => {
  test('with labels of its own: they and what they say go into no field', () => {
    const { form, told } = only([
      ...TITLE,
      ['姓名', '张三', '性别', '男', '出生年月（岁）', '1990.05（27岁）'],
      ['民族', '汉族', '婚姻状况', '已婚', '籍贯', '四川青神'],
      ['入党时间', '2012.06', '参加工作时间', '2011.07', '家庭住址', '白虎村3组'],
      ['学历', '大专', '毕业院校及专业', '四川农业大学', '健康状况', '健康'],
      ['身份证号', '511425199005100015', '电话号码', '13800000001', '微信号', 'zhang3'],
      ...TRAINING,
    ]);
    expect(form.person).toEqual({
      name: '张三',
      gender: '男',
      birthMonth: '1990.05（27岁）',
      ethnicity: '汉族',
      nativePlace: '四川青神',
      partyJoinMonth: '2012.06',
      workStart: '2011.07',
      education: '大专',
      school: '四川农业大学',
      health: '健康',
      idNumber: '511425199005100015',
      phone: '13800000001',
    });
    expect(told).toEqual(['婚姻状况', '已婚', '家庭住址', '白虎村3组', '微信号', 'zhang3']);
  });

  test('with an ID number in boxes, one digit each', () => {
    const rows = HEAD.map((row) => (row[0] === '身份证号' ? [row[0], ...(row[1] ?? '')] : row));
    expect(only([...TITLE, ...rows, ['电话号码', '13800000001'], ...TRAINING]).form.person).toEqual(PERSON);
  });

  test('with the values in the row below', () => {
    const texts = (from: number, to: number, at: number) =>
      HEAD.slice(from, to).flatMap((row) => row.filter((_, n) => n < 6 && n % 2 === at));
    const rows: Rows = [texts(0, 3, 0), texts(0, 3, 1), texts(3, 6, 0), texts(3, 6, 1)];
    const { form, told } = only([...TITLE, ...rows, ...TRAINING]);
    expect(form.person).toEqual(PERSON);
    expect(told).toEqual([]);
  });

  test('two of them side by side, and below each other without a title between', () => {
    const [left, right] = [ALL, named(ALL, '李四')];
    const wide = left.map((row, n) => [...Array.from({ length: 8 }, (_, c) => row[c] ?? ''), ...(right[n] ?? [])]);
    for (const found of [forms(wide), forms([...left, ...right.slice(2)])]) {
      expect(found.map(({ person }) => person)).toEqual([PERSON, { ...PERSON, name: '李四' }]);
      for (const { children, notes } of found) {
        for (const [entity, records] of Object.entries(SAID))
          expect(children[entity]?.map(({ values }) => values)).toEqual(records);
        expect(notes).toEqual([]);
      }
    }
  });
});
