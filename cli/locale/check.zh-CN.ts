import type { Severity } from '../../sheets-templates/schema.ts';

/** What `check` says. */
export const CHECK_WORDS = {
  usage: '用法：mingce check 文件或文件夹… [--as-of 年-月-日] [--json]',
  badDate: (text: string) => `--as-of 后面要写日期，如 2017-11-30（收到的是“${text}”）。`,
  missing: (path: string) => `找不到文件或文件夹：${path}`,
  unreadableFile: '文件读不出来，可能没有权限或正被占用。',
  progress: (at: number, of: number) => `正在检查 ${at}/${of}`,
  nothing: '没有找到工作簿（.xlsx、.xls、.et、.ods）。',
  notes: (files: readonly string[]): string => `没有读（文字说明，不是表格）：${files.join('、')}`,
  strangers: (files: readonly string[]): string =>
    `没有读（看文件名不是表格；如果是，请改成 .xlsx 或 .xls 结尾）：${files.join('、')}`,
  picture: '图片，读不出里面的表。要报的请填成 Excel 工作簿。',
  note: '文字说明，不是表格。',
  stranger: '看文件名不是表格，没有读。如果是，请改成 .xlsx 或 .xls 结尾。',
  sheet: (name: string, people: number) => `  工作表“${name}”：${people} 人`,
  passed: (sheet: string, message: string) => `  工作表“${sheet}”：${message}`,
  children: (name: string, counts: string) => `    ${name}：读到${counts}`,
  clean: '    没有发现问题',
  leftOut: (place: string, reason: string, text: string) => `    ${place}未当作人员（${reason}）：${text}`,
  summary: (files: number, people: number, errors: number, warnings: number, unreadable: number) =>
    `共 ${files} 个文件，${people} 人，错误 ${errors}，提醒 ${warnings}${unreadable > 0 ? `，${unreadable} 个文件不能用` : ''}。`,
} as const;

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '提示' };
