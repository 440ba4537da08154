import { fileURLToPath } from 'node:url';
import { loadPack } from '../../sheets-templates/load.node.ts';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { readWorkbook } from '../read/read-workbook.ts';
import { type Recognised, recogniseWorkbook } from './recognise.ts';

const loaded = await loadPack(fileURLToPath(new URL('../../sheets-templates/village-reserve-cadres', import.meta.url)));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));

/** The official pack. */
export const pack = loaded.value.pack;

/** Rows of texts, from the first row of the sheet on. */
export type Rows = readonly (readonly string[])[];

/** Recognises a workbook made of these sheets. */
export function recognise(
  sheets: Readonly<Record<string, Rows>>,
  tail = '',
  state: readonly string[] = [],
): Recognised {
  const data: Record<string, string> = {};
  for (const [name, rows] of Object.entries(sheets)) data[name] = inlineRows(rows);
  const list = Object.keys(sheets).map(
    (name, n) => `<sheet name="${name}" state="${state[n] ?? 'visible'}" r:id="rId${n + 1}"/>`,
  );
  const workbook = `<workbook xmlns:r="r"><sheets>${list.join('')}</sheets></workbook>`;
  const read = readWorkbook(makeWorkbook({ sheets: data, tail, parts: { 'xl/workbook.xml': workbook } }));
  if (!read.ok) throw new Error(read.error.code);
  return recogniseWorkbook(read.workbook, pack);
}

/** Recognises the only sheet of a workbook. */
export function only(rows: Rows, tail = '', name = 'Sheet1') {
  const [sheet] = recognise({ [name]: rows }, tail).sheets;
  if (sheet === undefined) throw new Error('nothing was recognised');
  return sheet;
}

/** Header → field. */
export function fieldsOf(sheet: ReturnType<typeof only>): Record<string, string | undefined> {
  return Object.fromEntries(sheet.columns.map((column) => [column.header, column.field]));
}

/** The official header. */
export const OFFICIAL = [
  '序号',
  '乡镇',
  '村(社区)',
  '姓名',
  '性别',
  '出生年月',
  '入党时间',
  '年龄',
  '学历',
  '身份',
  '身份证号码',
  '联系电话',
  '结对干部姓名及职务',
  '备注',
];
/** A person without a mistake. */
export const ZHANG = [
  '1',
  '南城镇',
  '白虎村',
  '张强',
  '男',
  '1990.05',
  '',
  '27',
  '本科',
  '村民小组长',
  '511425199005161434',
  '13712345678',
  '周华 组织委员',
  '',
];
/** Another one. */
export const LI = [
  '2',
  '南城镇',
  '白虎村',
  '李芳',
  '女',
  '1991.06',
  '',
  '26',
  '大专',
  '村民小组长',
  '511425199106161421',
  '13712345679',
  '周华 组织委员',
  '',
];
