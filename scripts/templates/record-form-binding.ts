import { type FormBinding, formBindingSchema } from '../../sheets-templates/form-binding.ts';
import { BREAK_ROW, FIRST_PAGE, FIRST_ROW, LINES, recordForm } from './record-form.ts';

const label = (text: string, area: string, aliases: readonly string[] = []) => ({ text, area, aliases });
const field = (name: string, area: string, text: string, at: string, aliases: readonly string[] = []) => ({
  field: name,
  area,
  label: label(text, at, aliases),
});
const column = (columns: string, name: string, text: string, aliases: readonly string[] = []) => ({
  columns,
  field: name,
  text,
  aliases,
});

const TRAINING = FIRST_ROW + 6;
const MENTORING = TRAINING + 1 + LINES.training;
const PRACTICE = FIRST_ROW + FIRST_PAGE.length;
const VILLAGE = PRACTICE + 1 + LINES.practice;
const TOWNSHIP = VILLAGE + 2;
const RESULT = TOWNSHIP + 2;
const QUARTERS = ['B:E', 'F:I', 'J:M', 'N:Q'];
const down = (top: number, rows: number): string => `A${top}:A${top + rows - 1}`;

const opinions = (key: string, level: string, text: string, top: number, aliases: readonly string[]) => ({
  kind: 'quarterCells',
  key,
  entity: 'review',
  where: { level },
  yearBy: 'year',
  label: label(text, down(top, 2), aliases),
  headerRow: top,
  row: top + 1,
  quarters: QUARTERS,
  field: 'opinion',
});

/** The binding that stands beside the record form's workbook. */
export function recordFormBinding(): FormBinding {
  if (MENTORING + 4 !== BREAK_ROW) throw new Error('the page does not end behind the mentoring block');
  return formBindingSchema.parse({
    kind: 'form',
    id: recordForm.id,
    version: recordForm.version,
    label: recordForm.label,
    entity: 'person',
    workbook: `${recordForm.id}.xlsx`,
    sheet: recordForm.sheet,
    fields: [
      field('name', 'B3:D3', '姓名', 'A3', ['姓名及曾用名']),
      field('gender', 'G3:H3', '性别', 'E3:F3'),
      field('birthMonth', 'K3:M3', '出生年月', 'I3:J3', ['出生日期', '出生时间']),
      field('ethnicity', 'B4:D4', '民族', 'A4'),
      field('nativePlace', 'G4:H4', '籍贯', 'E4:F4'),
      field('birthPlace', 'K4:M4', '出生地', 'I4:J4'),
      field('partyJoinMonth', 'B5:D5', '入党时间', 'A5', ['入党年月']),
      field('workStart', 'G5:H5', '参加工作时间', 'E5:F5', ['参加工作年月', '工作时间']),
      field('health', 'K5:M5', '健康状况', 'I5:J5', ['身体状况']),
      field('occupation', 'B6:F6', '从事职业', 'A6', ['职业', '现从事职业']),
      field('specialty', 'I6:M6', '熟悉专业有何专长', 'G6:H6', ['熟悉专业有何特长', '专长', '特长']),
      field('education', 'B7:D7', '学历', 'A7', ['文化程度']),
      field('school', 'G7:M7', '毕业院校及专业', 'E7:F7', ['毕业院校', '毕业学校及专业', '毕业院校系及专业']),
      field('idNumber', 'B8:J8', '身份证号', 'A8', ['身份证号码', '公民身份号码', '身份证']),
      field('phone', 'N8:Q8', '电话号码', 'K8:M8', ['联系电话', '电话', '手机号码', '手机']),
    ],
    photo: { field: 'photo', area: 'N3:Q7', label: label('照片', 'N3:Q7', ['相片']), ratio: [35, 45] },
    sections: [
      {
        kind: 'lines',
        key: 'trainings',
        entity: 'training',
        yearBy: 'time',
        label: label('参加培训情况', down(TRAINING, 1 + LINES.training), ['培训情况']),
        headerRow: TRAINING,
        firstRow: TRAINING + 1,
        lines: LINES.training,
        grows: true,
        columns: [
          column('B:D', 'mode', '培训方式', ['培训形式']),
          column('E:F', 'time', '培训时间', ['培训日期']),
          column('G:H', 'days', '培训天数', ['天数']),
          column('I:Q', 'content', '培训内容', ['培训主要内容']),
        ],
      },
      {
        kind: 'quarterLines',
        key: 'mentorings',
        entity: 'mentoring',
        yearBy: 'year',
        label: label('结对帮扶情况', down(MENTORING, 5), ['结对帮带情况', '帮扶情况']),
        headerRow: MENTORING,
        firstRow: MENTORING + 1,
        quarter: { columns: 'B:D', text: '帮扶时间', aliases: ['帮带时间'] },
        columns: [
          column('E:F', 'mentor', '帮扶责任人', [
            '帮扶人',
            '帮带人',
            '帮带责任人',
            '联系帮带干部',
            '结对干部',
            '结对干部姓名及职务',
          ]),
          column('G:M', 'content', '帮扶内容', ['帮带内容']),
          column('N:Q', 'opinion', '评定意见', ['评定']),
        ],
      },
      {
        kind: 'lines',
        key: 'practices',
        entity: 'practice',
        yearBy: 'year',
        label: label('参加实践锻炼情况', down(PRACTICE, 1 + LINES.practice), ['实践锻炼情况']),
        headerRow: PRACTICE,
        firstRow: PRACTICE + 1,
        lines: LINES.practice,
        grows: true,
        columns: [
          column('B:E', 'content', '具体内容', ['锻炼内容']),
          column('F:M', 'performance', '主要表现', ['表现']),
          column('N:Q', 'opinion', '评定意见', ['评定']),
        ],
      },
      opinions('villageOpinions', 'village', '村（社区）评定意见', VILLAGE, [
        '村评定意见',
        '社区评定意见',
        '村级评定意见',
      ]),
      opinions('townshipOpinions', 'township', '乡镇评定意见', TOWNSHIP, ['乡镇（街道）评定意见', '镇评定意见']),
      {
        kind: 'value',
        key: 'yearResult',
        entity: 'yearResult',
        yearBy: 'year',
        label: label('年度考核结果', `A${RESULT}`, ['年度考核等次', '考核结果']),
        area: `B${RESULT}:Q${RESULT}`,
        field: 'result',
      },
    ],
    sheetName: '{name}',
    fileName: '{township}-{village}-{name}-纪实表.xlsx',
  });
}
