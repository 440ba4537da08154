import type { StorageErrorCode } from '../error.ts';

/** Per code: what happened, and what the clerk can do about it. */
export const ERROR_TEXTS: Readonly<Record<StorageErrorCode, { readonly title: string; readonly remedy: string }>> = {
  unavailable: {
    title: '浏览器不允许在本机保存数据',
    remedy: '请不要用无痕（隐私）窗口，并在浏览器设置里允许本页面保存数据，然后重新打开本页。',
  },
  'quota-exceeded': {
    title: '磁盘空间不足，最近的修改还没有保存',
    remedy: '请先导出数据文件，再清理磁盘空间；腾出空间后会自动重试。在此之前请不要关闭本页。',
  },
  'connection-closed': {
    title: '与本机数据库的连接断开了',
    remedy: '正在自动重新连接。在显示“已保存”之前请不要关闭本页。',
  },
  aborted: {
    title: '这次保存没有完成',
    remedy: '修改仍在本页中，会自动重试。若一直不成功，请先导出数据文件。',
  },
  blocked: {
    title: '另一个窗口正在使用旧版本的数据库',
    remedy: '请关闭其他打开了本程序的窗口和标签页，本页会自动继续。',
  },
  'newer-version': {
    title: '本机数据是用更新版本的程序保存的',
    remedy: '请刷新本页以使用新版本。旧版本不会改动这些数据。',
  },
  outdated: {
    title: '程序已经更新，本窗口是旧版本',
    remedy: '修改已先行保存。请刷新本页后继续。',
  },
  'migration-failed': {
    title: '升级本机数据时出错，数据保持原样',
    remedy: '请刷新本页再试一次。若仍不成功，请联系维护人员，数据没有丢失。',
  },
  'project-missing': {
    title: '找不到这本名册',
    remedy: '它可能已在另一个窗口中删除，或浏览器数据被清除过。请从数据文件或已导出的表格重新打开。',
  },
  'project-exists': {
    title: '这本名册已经在本机上了',
    remedy: '请在首页直接打开它。',
  },
  conflict: {
    title: '另一个窗口已改动这本名册，本窗口的最近修改没有保存',
    remedy: '请先在本窗口导出数据文件以保留修改，再刷新本页。',
  },
  'taken-over': {
    title: '这本名册已转到另一个窗口编辑',
    remedy: '本窗口现在只能查看。需要时可以点“在此窗口编辑”转回来。',
  },
  'read-only': {
    title: '这本名册正在另一个窗口中编辑',
    remedy: '本窗口只能查看。可以到那个窗口继续，或点“在此窗口编辑”转到这里。',
  },
  'damaged-data': {
    title: '本机保存的部分数据无法读取',
    remedy: '已用只读方式打开能读取的部分，不会覆盖任何数据。请先导出原始数据，再联系维护人员。',
  },
  unknown: {
    title: '保存时出现没有料到的错误',
    remedy: '修改仍在本页中，会自动重试。若一直不成功，请先导出数据文件，再刷新本页。',
  },
};

/** Why a stored row could not be used. */
export const DAMAGE_TEXTS = {
  'not-an-object': '不是一条记录',
  'bad-key': '编号缺失或与内容不符',
  'bad-rank': '顺序号无效',
  'bad-data': '内容不是有效的数据',
  'bad-settings': '项目设置无法读取',
  'bad-layout': '表格布局无法读取',
  'bad-place': '上次位置无法读取',
} as const;

/** `missing secure context` and the like: what is off, and what that means. */
export const LIMIT_TEXTS = {
  'no-web-locks': '当前网址不是安全连接，用备用方式防止两个窗口同时编辑。',
  'not-persisted': '浏览器没有承诺长期保留数据，请经常导出数据文件备份。',
} as const;

/** The sentence for an error: what happened and what to do. */
export function errorSentence(code: StorageErrorCode): string {
  const { title, remedy } = ERROR_TEXTS[code];
  return `${title}。${remedy}`;
}
