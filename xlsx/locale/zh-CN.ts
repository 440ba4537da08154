import type { ReadErrorCode } from '../read/types.ts';
import type { LeftOutReason } from '../recognise/row-kind.ts';

/** What a clerk is told when a file cannot be read: what it is, and what to do. */
export const READ_ERRORS: Readonly<Record<ReadErrorCode | 'no-roster' | 'nobody', string>> = {
  empty: '这是一个空文件（0 字节），可能没有下载完整。请重新下载，或请对方重新发送。',
  'not-a-zip':
    '这不是 Excel 工作簿。请用 WPS 或 Excel 打开原文件，点“文件 → 另存为”，类型选“Excel 工作簿（*.xlsx）”，再打开新存的文件。',
  truncated: '文件不完整，可能没有下载或拷贝完。请重新下载，或请对方重新发送。',
  encrypted:
    '文件设有打开密码。请用 WPS 或 Excel 输入密码打开，在“文件 → 文档加密（信息 → 保护工作簿）”里去掉密码后保存，再打开。',
  xls: '这是很早以前的表格文件（Excel 4.0 或更早）。请用 WPS 或 Excel 打开，点“文件 → 另存为”，类型选“Excel 工作簿（*.xlsx）”，再打开新存的文件。',
  xlsb: '这是二进制工作簿（.xlsb）。请用 Excel 打开，点“文件 → 另存为”，类型选“Excel 工作簿（*.xlsx）”，再打开新存的文件。',
  ods: '这是 OpenDocument 文档，但不是表格（演示、绘图等），读不出里面的表。请打开它，把表格复制到 Excel 里，另存为“Excel 工作簿（*.xlsx）”再放进来。',
  'too-large': '文件解压后过大，不像是名册，为安全起见没有打开。请让对方把名册单独复制到一个新工作簿里再发送。',
  damaged: '文件已损坏。请用 WPS 或 Excel 打开（必要时选择修复）并另存为 .xlsx，或请对方重新发送。',
  'unsupported-compression': '文件的压缩方式不受支持。请用 WPS 或 Excel 打开，另存为 .xlsx 后再打开。',
  'no-workbook':
    '这个文件里没有工作簿。如果是压缩包：在“汇总”里可以直接放进 .zip，里面的表会一一打开；压缩包里的压缩包请先解压。',
  'locked-archive': '压缩包设有密码，打不开。请输入密码解压，再放进里面的文件。',
  'other-archive': '这是 .rar 或 .7z 压缩包，打不开。请先解压，再放进里面的文件（.zip 不用解压）。',
  'web-page':
    '这是一个网页，里面没有表格（从系统导出时登录过期，就会得到这样的文件；另存为网页时，表格在旁边的文件夹里）。请重新导出；或用 WPS 或 Excel 打开后，另存为“Excel 工作簿（*.xlsx）”。',
  pdf: '这是 PDF，读不出里面的表。请对方发来填好的 Excel 工作簿（*.xlsx）。',
  word: '这是 Word 文档。请打开它，把表格全部选中、复制，粘贴到名册中，或粘贴到 Excel 里另存为 .xlsx 再放进来。',
  dtd: '文件里带有不允许的定义（DTD），为安全起见没有打开。请用 WPS 或 Excel 打开，另存为 .xlsx 后再打开。',
  'bad-xml': '文件内容有错误，读不下去。请用 WPS 或 Excel 打开（必要时选择修复），另存为 .xlsx 后再打开。',
  'too-many-cells': '表格里的内容过多，不像是名册。请让对方把名册单独复制到一个新工作簿里再发送。',
  'text-too-long': '有单元格的内容超出了表格的限度，不像是名册。请让对方把名册单独复制到一个新工作簿里再发送。',
  nobody: '这是一张空表：有表头，下面没有填人（人员行要有姓名和身份证号码）。请填写后再发送；不用报的不必放进来。',
  'no-roster':
    '没有找到名册，也没有填好的纪实表：没有一张工作表里有“姓名、身份证号码……”这样的表头和人员。请检查是否发错了文件，或把表头改成与名册一致。',
};

/** Of files that were received, those that nobody reads: a table may have been photographed. */
export const picturesPassed = (files: readonly string[]): string =>
  `没有读（图片，读不出里面的表；要报的请填成 Excel 工作簿）：${files.slice(0, 10).join('、')}${files.length > 10 ? ` 等 ${files.length} 个` : ''}`;

/** What stands for a picture in a list of values: its size in KB. */
export const PICTURE_TEXT = '（照片，{size} KB）';

/** Where somebody stands in a table: in a row, or in a column of a table on its side. */
export const LINE_PLACE = {
  row: (row: number): string => `第 ${row} 行`,
  column: (column: string): string => `第 ${column} 列`,
};

/** What the only sheet of a text file is called. */
export const TEXT_SHEET = '文本';
/** What the only sheet of a stream of cells without a workbook around it is called. */
export const BARE_SHEET = '工作表';
/** What the only sheet of a web page is called. */
export const HTML_SHEET = '网页';

/** Why a row under the header was not taken for a person. */
export const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  blank: '空行',
  header: '重复的表头',
  title: '标题',
  example: '示例行',
  total: '合计行',
  note: '说明、签字行',
  vacant: '写明没有人选',
  unclear: '看不出是人员',
};

/** Sheets of a workbook that were not read. */
export const PASSED_SHEET = {
  hidden: (people: number): string => `隐藏的工作表，里面有 ${people} 人，没有读入。要算上的，请取消隐藏后再发送。`,
  other: '里面没有名册，也没有填好的纪实表，没有读入。',
} as const;

/** `cell.noValue`: a formula without its result. */
export const NO_VALUE_TEXT =
  '这一格是公式，文件里没有存它的结果，没有读入。请用 WPS 或 Excel 打开文件，保存一次再发送；或把结果直接填进去。';

/** `row.struck`: somebody crossed out. */
export const STRUCK_TEXT = '这一行画了删除线，仍作为在册人员读入。如果已经退出，请移出，或请对方删去这一行。';

/** `row.several`: several people in one row. */
export const SEVERAL_TEXT = '这一行的格子里写了 {n} 个人（{value}），没有拆开。请分成 {n} 行，一行一人，再发送。';

/** `seq.order`: what stands there and what was expected. */
export const SEQUENCE_TEXT =
  '序号“{value}”与上一行接不上（应为 {expected}）。导出和汇总时会自动重新编号；请留意是否漏了人。';

/** At the lower edge of every printed page. */
export const PAGE_NUMBER = (page: string, pages: string): string => `第 ${page} 页　共 ${pages} 页`;
