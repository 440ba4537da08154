import type { LeftOutKind } from '../../../records/merge/types.ts';
import type { Severity } from '../../../sheets-templates/schema.ts';

/** Words of the workbooks that list what is wrong. */
export const PROBLEM_WORDS = {
  severity: { error: '错误', warning: '提醒', info: '提示' } satisfies Record<Severity, string>,
  /** A text that is too long for a cell. */
  cut: (length: number): string => `……（全文共 ${length} 字，一格放不下，只列开头；请看原文件）`,
  problems: {
    sheet: '问题',
    header: ['文件', '工作表', '单元格', '姓名', '栏目', '性质', '问题', '现在的内容'],
  },
  conflicts: {
    sheet: '需要核对',
    header: ['姓名', '身份证号码', '栏目', '内容', '文件', '工作表', '单元格', '文件日期'],
  },
  proposals: { header: '可能是同一人（姓名和电话相同，未合并）' },
  leftOut: { sheet: '未并入的行', header: ['文件', '工作表', '位置', '原因', '内容'] },
  unread: { sheet: '读不了的文件', header: ['文件', '原因'] },
  silent: { sheet: '未报的村', header: ['乡镇', '村(社区)'] },
  absent: { sheet: '表中没有的人', header: ['乡镇', '村(社区)', '姓名', '身份证号码', '说明'] },
  absentNote: '项目中有，所报表格里没有；仍保留在结果中，请核实',
  result: '（汇总结果）',
  returned: {
    title: (errors: number, warnings: number): string =>
      `请修改：错误 ${errors} 处，提醒 ${warnings} 处。红色的必须改正，黄色的请核对；改好后连同本表寄回。`,
    list: '问题清单',
    header: ['序号', '位置', '原文件位置', '姓名', '栏目', '现在的内容', '问题', '性质'],
    fileName: (name: string): string => `退回-${name}.xlsx`,
    strayColumn: (column: number): string => `第${column}列`,
  },
};

/** Stands for the place of a row where no row of a sheet was read. */
export const WHOLE_SHEET = '整张表';

/** Why a person's row stands for no row of the result. */
export const LEFT_OUT_PERSON: Readonly<Record<LeftOutKind, (of: string) => string>> = {
  identical: (of) => `与${of}是同一人，内容一致`,
  settled: (of) => `与${of}是同一人，采用了对方的内容`,
  refused: () => '没有采纳',
  'not-in-force': () => '项目中已移出',
};
