/** What `merge` says. */
export const MERGE_WORDS = {
  usage:
    '用法：mingce merge 文件或文件夹… -o 结果.xlsx [--project 项目.json] [--problems 问题.xlsx] [--save 数据.json] [--columns] [--as-of 年-月-日] [--json]',
  sameFile: (file: string): string => `结果文件不能和要合并的文件相同：${file}`,
  skipped: (file: string): string => `结果文件就在所给的文件夹里，没有把它当作报来的文件：${file}`,
  noProjectPack: (file: string, pack: string): string => `没有数据文件所用的模板包“${pack}”：${file}`,
  nothing: '没有一个文件里有名册，没有写出结果。',
  otherPack: '这个文件是另一种表，没有并入。',
  file: (file: string, people: number, errors: number, warnings: number): string =>
    `${file}：${people} 人，错误 ${errors}，提醒 ${warnings}`,
  outcomes: (added: number, changed: number, unchanged: number, duplicates: number): string =>
    `  新增 ${added}，变更 ${changed}，相同 ${unchanged}，重复 ${duplicates}`,
  leftOutTitle: '未并入的行：',
  leftOut: (file: string, sheet: string, place: string, reason: string): string =>
    `  ${file} ${sheet} ${place}：${reason}`,
  identicalTitle: '重复报送的人（与别的文件里的同一人内容一致，只列一次；纪实表里的记录照常并入）：',
  identical: (file: string, people: number): string => `  ${file}：${people} 人`,
  conflictTitle: '同一人的内容不一致，都已保留，请核实：',
  conflict: (name: string, field: string, sides: string): string => `  ${name} ${field}：${sides}`,
  side: (value: string, file: string, cell: string): string => `“${value}”（${file} ${cell}）`,
  twoVillages: (name: string, villages: string): string => `  ${name} 同时出现在：${villages}`,
  proposalTitle: '姓名和电话相同，可能是同一人，没有合并：',
  proposal: (name: string, phone: string, places: string): string => `  ${name} ${phone}：${places}`,
  inProject: '项目',
  silentTitle: (n: number): string => `没有报送的村（${n} 个）：`,
  absentTitle: '项目中有、所报表格里没有的人（仍保留）：',
  heldBackTitle: '所报表格里为空、保留了项目原值的：',
  heldBack: (name: string, field: string, value: string): string => `  ${name} ${field}：${value}`,
  summary: (rows: number, files: number, errors: number, warnings: number): string =>
    `共 ${files} 个文件，合并后 ${rows} 人，错误 ${errors}，提醒 ${warnings}。`,
  childTitle: '纪实表里的记录：',
  child: (label: string, added: number, changed: number, unchanged: number, refused: number): string =>
    `  ${label}：新增 ${added}，变更 ${changed}，相同 ${unchanged}${refused > 0 ? `，已移出人员的 ${refused} 条没有并入` : ''}`,
  unsaved: '名册里没有这些记录的位置。要保存它们，请加上 --save 数据.json，写出的数据文件可在网页中打开。',
  columnsTitle: (applied: boolean): string =>
    applied
      ? '按项目里记住的列对应读的表：'
      : '项目里记有下面这些表头的列对应，这次没有采用。要按它读，请加上 --columns 再合并一次：',
  columns: (file: string, sheet: string, columns: string): string => `  ${file} ${sheet}：${columns}`,
  column: (header: string, label: string): string => `“${header}”是${label === '' ? '自加的列' : label}`,
  extras: (columns: readonly string[]): string => `正式表没有的列没有写入结果：${columns.join('、')}`,
} as const;
