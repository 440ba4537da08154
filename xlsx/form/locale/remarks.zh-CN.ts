import type { MissingRecord } from '../project-forms.ts';

/** What is said behind an export of forms. */
export const REMARK_WORDS = {
  otherYears: (n: number, year: number): string => `另有 ${n} 条其他年份的记录，不列入 ${year} 年的表。`,
  nobody: '没有姓名的人员',
} as const;

/** Why a record stands in no form; `value` is what was read. */
export const MISSING_RECORD: Readonly<Record<MissingRecord['code'], (entity: string, value: string) => string>> = {
  'quarter.unknown': (entity, value) =>
    value === ''
      ? `有一条${entity}没有写明季度，没有填入表中。请填写 1 到 4。`
      : `有一条${entity}的季度是“${value}”，一年只有四个季度，没有填入表中。请改为 1 到 4。`,
  'section.none': (entity, value) =>
    `有一条${entity}看不出属于哪一栏${value === '' ? '' : `（“${value}”）`}，没有填入表中。请补全后再导出。`,
  'owner.unknown': (entity, value) => `有一条${entity}找不到所属的人员（编号“${value}”），没有填入任何一张表。请核对。`,
};
