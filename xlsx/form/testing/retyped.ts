import type { Area, Sheet } from '../../read/types.ts';

/** Rows of texts, `''` for a blank cell. */
export type Rows = readonly (readonly string[])[];

export const TITLE: Rows = [['附件2'], ['村级后备干部日常管理纪实表']];

export const HEAD: Rows = [
  ['姓名', '张三', '性别', '男', '出生年月', '1990.05', '照片'],
  ['民族', '汉族', '籍贯', '四川青神', '出生地', '四川眉山'],
  ['入党时间', '2012.06', '参加工作时间', '2011.07', '健康状况', '健康'],
  ['从事职业', '种植', '熟悉专业有何专长', '果树栽培'],
  ['学历', '大专', '毕业院校及专业', '四川农业大学'],
  ['身份证号', '511425199005100015', '电话号码', '13800000001'],
];
export const TRAINING: Rows = [
  ['参加培训情况', '培训方式', '培训时间', '培训天数', '培训内容'],
  ['', '集中', '2017.03', '5', '财务'],
];
export const MENTORING: Rows = [
  ['结对帮扶情况', '帮扶时间', '帮扶责任人', '帮扶内容', '评定意见'],
  ['', '第一季度', '李四', '走访', '好'],
];
export const PRACTICE: Rows = [
  ['参加实践锻炼情况', '具体内容', '主要表现', '评定意见'],
  ['', '驻村', '踏实', '良好'],
];
const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'];
export const VILLAGE: Rows = [
  ['村（社区）评定意见', ...QUARTERS],
  ['', '村一', '', '村三'],
];
export const TOWNSHIP: Rows = [
  ['乡镇评定意见', ...QUARTERS],
  ['', '', '镇二'],
];
export const RESULT: Rows = [['年度考核结果', '称职']];

/** What HEAD says. */
export const PERSON = {
  name: '张三',
  gender: '男',
  birthMonth: '1990.05',
  ethnicity: '汉族',
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
};

/** The same rows for somebody else. */
export function named(rows: Rows, name: string): Rows {
  return rows.map((row) => row.map((text) => text.replaceAll('张三', name)));
}

/** A sheet as the reader gives it. `merges`: 1-based `[top, bottom, left, right]`. */
export function sheetOf(rows: Rows, merges: readonly (readonly [number, number, number, number])[] = []): Sheet {
  const areas = merges.map(([top, bottom, left, right]): Area => ({ top, bottom, left: left - 1, right: right - 1 }));
  return {
    name: '表',
    hidden: false,
    merges: areas,
    rows: rows.flatMap((texts, n) => {
      const cells = texts.flatMap((text, column) => (text === '' ? [] : [{ column, text, kind: 'text' as const }]));
      return cells.length === 0 ? [] : [{ row: n + 1, cells }];
    }),
  };
}
