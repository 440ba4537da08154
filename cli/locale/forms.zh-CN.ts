/** What `export` says of forms. */
export const FORM_WORDS = {
  progress: (done: number, all: number): string => `正在生成 ${done}/${all}`,
  files: (n: number): string => `${n} 个文件`,
  changed: '数据文件在导出时被改动了，请等它写完再导出一次',
} as const;
