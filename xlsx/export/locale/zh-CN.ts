import type { SpliceError, SpliceErrorCode } from '../../splice/refusal.ts';
import type { Mask } from '../mask.ts';

/** Words of the checks inside an exported workbook. Excel shows at most 255 characters. */
export const checkWords = {
  list: (label: string, mistakes: readonly string[] = []): string =>
    `“${label}”${['不在可选项中', ...mistakes].join('，或')}。请从下拉列表选择；确有需要时可点“是”保留。`,
  rules: (label: string, mistakes: readonly string[]): string =>
    `“${label}”可能有误：${mistakes.join('；')}。请核对；与原件一致时可点“是”保留。`,
  length: (label: string, min: number, max: number, mistakes: readonly string[] = []): string =>
    mistakes.length > 0
      ? `“${label}”${mistakes.join('；')}，或超过${max}个字。请核对；确有需要时可点“是”保留。`
      : min === max
        ? `“${label}”应为${min}位。请核对；与原件一致时可点“是”保留。`
        : `“${label}”应为${min}到${max}个字。请核对；确有需要时可点“是”保留。`,
};

const sentences: Record<SpliceErrorCode, string> = {
  'no-such-template': '没有这个模板。',
  unreadable: '模板工作簿打不开，可能已损坏。请换一份完好的 .xlsx 文件。',
  'no-such-sheet': '模板工作簿里没有绑定所说的工作表。',
  'no-sample-row': '模板工作表里没有样行，无法照样填写。',
  'no-such-cell': '模板工作表里没有要填写标题的单元格。',
  'too-many-rows': '人数超过一张工作表能容纳的行数，请分批导出。',
  'text-too-long': '有一格的文字超过 32767 个字，表格软件放不下。请缩短后再导出。',
  table: '表身处或其下方有“表格”对象，增加行会损坏它。请先在模板中转换为普通区域。',
  pivot: '表身处或其下方有数据透视表，增加行会损坏它。请先移到别的工作表。',
  'array-formula': '表身处或其下方有数组公式，无法安全地增加行。请先改为普通公式。',
  'shared-formula': '表身处或其下方有共享公式，无法安全地增加行。请先改为普通公式。',
  'merged-rows': '表身里有跨行合并的单元格，无法按人增加行。请先取消合并。',
  comments: '表身下方有批注，增加行后位置会错。请先删除或移到表身上方。',
  'unknown-content': '模板工作表里有本程序不认识的内容，无法安全地增加行。',
  nobody: '没有可导出的人员。',
  'too-many-sheets': '人数过多，一个工作簿放不下。请按村分批导出，或改为每人一个文件。',
  'too-many-lines': '有一栏的条数超过了表格的行数，而模板不允许加行。请删减后再导出，或换一个可加行的模板。',
  cancelled: '已取消，没有写出文件。',
};

/** The sentence for a refusal, with the place it speaks of. */
export function spliceMessage(error: SpliceError): string {
  const place = error.place === undefined ? '' : `（位置：${error.place}）`;
  return sentences[error.code] + place;
}

/** The text to paste into the mail. */
export const summaryWords = {
  greeting: (unit: string, table: string): string => `${unit}报送${table}，详见附件。`,
  unit: (unit: string): string => `单位：${unit}`,
  people: (n: number): string => `人数：${n} 人`,
  lines: (n: number): string => `条数：${n} 条`,
  asOf: (date: string): string => `参照日期：${date}`,
  passed: '校验结果：通过，未发现错误',
  passedWith: (warnings: number): string => `校验结果：通过，有 ${warnings} 处提醒`,
  failed: (errors: number): string => `校验结果：未通过，错误 ${errors} 处`,
  failedWith: (errors: number, warnings: number): string => `校验结果：未通过，错误 ${errors} 处、提醒 ${warnings} 处`,
  mask: (label: string): string => `敏感信息：${label}`,
  file: (name: string): string => `文件：${name}`,
  leftOut: (items: readonly string[]): string => `未随表导出：${items.join('、')}`,
};

/** What a mask does, in words. */
export const maskLabels: Record<Mask, string> = {
  none: '不遮盖',
  middle8: '遮盖中间 8 位',
  last6: '遮盖后 6 位',
  keepLast4: '只留后 4 位',
  hidden: '全部隐藏',
};
