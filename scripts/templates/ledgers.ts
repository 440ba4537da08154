import type { DesignColumn, TableDesign } from './table-design.ts';

const PACK = 'village-reserve-cadres';

/** Whose a row is: the same columns in every ledger. */
const person = (township: number, village: number): readonly DesignColumn[] => [
  { field: 'seq', label: '序号', mm: 9, kind: 'number' },
  { field: 'personTownship', label: '乡镇', mm: township, kind: 'text' },
  { field: 'personVillage', label: '村(社区)', mm: village, kind: 'text' },
  { field: 'personName', label: '姓名', mm: 18, kind: 'text' },
  { field: 'personIdNumber', label: '身份证号码', mm: 42, kind: 'text' },
];

function ledger(id: string, entity: string, name: string, columns: readonly DesignColumn[]): TableDesign {
  return {
    folder: `sheets-templates/${PACK}/${id}`,
    pack: PACK,
    id,
    version: '1.0',
    label: `村级后备干部${name}`,
    entity,
    sheet: name,
    attachment: { text: '填报单位：', pattern: '填报单位：{unit}' },
    title: { text: `村级后备干部${name}`, pattern: `{county}村级后备干部${name}` },
    blankRows: 20,
    columns,
  };
}

/**
 * The ledgers behind the record form (青委组〔2017〕57号 附件2): 参加培训情况, 结对帮扶情况 and 参加实践锻炼情况 of everybody in
 * one table each, with the form's own column names. The documents give them no grid; the widths make 277 mm, A4 landscape.
 */
export const ledgers: readonly TableDesign[] = [
  ledger('training-ledger', 'training', '培训台账', [
    ...person(20, 24),
    { field: 'mode', label: '培训方式', mm: 28, kind: 'text' },
    { field: 'time', label: '培训时间', mm: 40, kind: 'text' },
    { field: 'days', label: '培训天数', mm: 14, kind: 'number' },
    { field: 'content', label: '培训内容', mm: 82, kind: 'longText' },
  ]),
  ledger('mentoring-ledger', 'mentoring', '结对帮带台账', [
    ...person(18, 22),
    { field: 'year', label: '年度', mm: 13, kind: 'number' },
    { field: 'quarter', label: '季度', mm: 12, kind: 'text' },
    { field: 'mentor', label: '帮扶责任人', mm: 34, kind: 'longText' },
    { field: 'content', label: '帮扶内容', mm: 61, kind: 'longText' },
    { field: 'opinion', label: '评定意见', mm: 48, kind: 'longText' },
  ]),
  ledger('practice-ledger', 'practice', '实践锻炼台账', [
    ...person(18, 22),
    { field: 'year', label: '年度', mm: 13, kind: 'number' },
    { field: 'content', label: '具体内容', mm: 62, kind: 'longText' },
    { field: 'performance', label: '主要表现', mm: 51, kind: 'longText' },
    { field: 'opinion', label: '评定意见', mm: 42, kind: 'longText' },
  ]),
];
