import type { TableDesign } from './table-design.ts';

/**
 * Attachment 1 of 青委组〔2017〕57号: 村级后备干部名册. Texts letter by letter; fonts by the convention of GB/T 9704.
 * The widths make 277 mm: A4 landscape without 10 mm at either side, an ID number on one line.
 */
export const roster: TableDesign = {
  folder: 'sheets-templates/village-reserve-cadres/roster',
  pack: 'village-reserve-cadres',
  id: 'roster',
  version: '1.0',
  label: '村级后备干部名册',
  entity: 'person',
  sheet: '名册',
  attachment: '附件 1',
  title: { text: '青神县村级后备干部名册', pattern: '{county}村级后备干部名册' },
  blankRows: 20,
  columns: [
    { field: 'seq', label: '序号', mm: 9, kind: 'number' },
    { field: 'township', label: '乡镇', mm: 17, kind: 'text' },
    { field: 'village', label: '村(社区)', mm: 20, kind: 'text' },
    { field: 'name', label: '姓名', mm: 17, kind: 'text' },
    { field: 'gender', label: '性别', mm: 9, kind: 'text' },
    { field: 'birthMonth', label: '出生年月', mm: 18, kind: 'text' },
    { field: 'partyJoinMonth', label: '入党时间', mm: 18, kind: 'text' },
    { field: 'age', label: '年龄', mm: 9, kind: 'number' },
    { field: 'education', label: '学历', mm: 14, kind: 'text' },
    { field: 'identity', label: '身份', mm: 26, kind: 'text' },
    { field: 'idNumber', label: '身份证号码', mm: 42, kind: 'text' },
    { field: 'phone', label: '联系电话', mm: 26, kind: 'text' },
    { field: 'mentor', label: '结对干部姓名及职务', mm: 32, kind: 'longText' },
    { field: 'remark', label: '备注', mm: 20, kind: 'longText' },
  ],
};
