import type { ProjectError } from '../../records/open-json.ts';

/** What the command line says. */
export const words = {
  usage: [
    '用法：npm run -s mingce -- 命令 …',
    '  templates [--json]                                    列出模板',
    '  blank 模板 -o 文件.xlsx                               生成空白的正式表',
    '  check 文件或文件夹… [--as-of 年-月-日] [--json]        检查报来的名册',
    '  merge 文件或文件夹… -o 结果.xlsx [--project 项目.json] [--problems 问题.xlsx] [--as-of 年-月-日] [--json]',
    '                                                        合并成一本正式名册',
    '                                                        （--columns：按项目里记住的列对应读报来的表）',
    '  export 模板 --data 项目.json -o 文件或文件夹 [--json]   用项目数据填写正式表',
    '                                                        （--mask none、middle8、last6、keepLast4、hidden：名册里的身份证号码和电话怎样遮盖）',
    '                                                        （纪实表：文件里每人一张，文件夹或 .zip 里每人一个文件；',
    '                                                        　--township 乡镇、--village 村、--person 姓名或身份证号码：只导出这些人的）',
    '                                                        （--year 年：纪实表、台账、季度评议表要哪一年的；不写就是参照日期那一年，台账则是全部）',
    '退出码：0 没有错误；1 发现错误（结果照样写出）；2 命令或文件不能用。',
  ].join('\n'),
  unknownCommand: (name: string): string => `没有“${name}”这个命令。`,
  unknownOption: (option: string): string => `不认识的选项：${option}`,
  missingValue: (option: string): string => `${option} 后面缺少内容。`,
  blankUsage: '用法：mingce blank 模板 -o 文件.xlsx',
  exportUsage:
    '用法：mingce export 模板 --data 项目.json -o 文件或文件夹 [--year 年] [--township 乡镇] [--village 村] [--person 姓名] [--mask 遮盖方式] [--json]',
  unknownMask: (name: string, known: readonly string[]): string =>
    `没有“${name}”这种遮盖方式。可以用：${known.join('、')}。`,
  noMaskInForms: '纪实表不能遮盖身份证号码和电话。请去掉 --mask。',
  templatesUsage: '用法：mingce templates [--json]',
  unknownTemplate: (name: string, known: readonly string[]): string =>
    `没有“${name}”这个模板。现有模板：${known.join('、')}。`,
  brokenPack: (folder: string, detail: string): string => `模板包“${folder}”不能用，已跳过：${detail}`,
  unreadable: (file: string): string => `读不出文件：${file}`,
  notJson: (file: string): string => `不是数据文件（JSON 格式有误）：${file}`,
  sameFile: '输出文件不能和数据文件相同。',
  unwritable: (file: string, reason: string): string => `写不进文件：${file}（${reason}）`,
  unplaced: (rows: number): string => `有 ${rows} 人未在表中，没有导出；在网页里“放回”后再导出即可。`,
  ofLeft: (rows: number): string => `已不在库的人员有 ${rows} 条记录，没有列入；把人放回后会再列出。`,
  working: (rows: number): string => `正在生成，共 ${rows} 人…`,
  written: (file: string): string => `已写出：${file}`,
  internal: (detail: string): string => `程序出错：${detail}`,
};

const projectSentences: Record<ProjectError['code'], string> = {
  'not-a-project': '不是本程序的数据文件，或缺少必要内容',
  'wrong-pack': '数据文件属于另一个模板包',
  'bad-record': '数据文件里有不合规定的记录',
  'duplicate-id': '数据文件里有两条记录的编号相同',
};

export function projectMessage(file: string, error: ProjectError): string {
  const place = [error.path, error.detail].filter((text) => text !== '').join('，');
  return `${projectSentences[error.code]}：${file}${place === '' ? '' : `（${place}）`}`;
}
