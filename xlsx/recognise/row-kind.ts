import type { Field } from '../../sheets-templates/schema.ts';
import type { SheetRow } from '../read/types.ts';
import { isBlankWord, isDitto, saysVacant } from './blank.ts';
import { fitOf, looksLikeIdNumber, looksLikeName, looksLikePhone, squeezed, surnameShare } from './content.ts';
import { headingTownship, headingVillage } from './context.ts';
import { isHint } from './hint.ts';

/** Why a row below the header is no record. The words are in `xlsx/locale/zh-CN.ts`. */
export type LeftOutReason = 'blank' | 'header' | 'title' | 'example' | 'total' | 'note' | 'vacant' | 'unclear';

const EXAMPLE =
  /^[([【]?(?:例|举例|样表|模板)(?:[)\]】:：,，、.]|\d|$)|^[([【]?(?:填写|填表|填报)?(?:示例|样例|范例|例如|例子|举例)/;
const TOTAL =
  /^[([]?(?:本页|本表|全镇|全乡|全村|全县|人数)?(?:合计|总计|小计|共计|累计|总数|总人数|汇总)(?:[)\]:：]|[\d人名]|$)|^共\d+[人名个]|^\p{Script=Han}{1,10}(?:村|社区|镇|乡|街道)(?:小计|合计|总计|共计)/u;
const NOTE =
  /^[([【]?(?:注|备注|附注|说明|填表说明|填报说明|填表要求|审核|审批|填表|填报|制表|制单|经办|复核|负责人|联系人|联系方式|联系电话|主要负责人|主管|分管|单位|报送|上报|盖章|签字|签名|日期|时间|电话|领导|党委书记|书记|镇党委|乡党委|统计|抄送|附件|附表|第\d+页)[^:：]{0,12}[)\]】]?[:：]|^(?:注|备注|说明|附注)[\s\d①②③⑴、.(（]|^[*※★☆]|^\d+[.、．].{8,}/;
const SIGNATURE = /(?:审核人?|审批人?|填表人?|制表人?|填报人|负责人|经办人|复核人|盖章|签字|签名)[^:：]{0,6}[:：]/;

const SIGNER = /^(?:填[表报]人|审[核批]人|制表人?|经办人|复核人|(?:单位|主要|分管)?负责人|(?:单位)?盖章)$/;

/** 填表人：张三, 2017年12月1日, 注：…: what stands around a table or form and is no part of it. */
export function isSignature(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return (
    SIGNATURE.test(plain) || NOTE.test(plain) || /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$/.test(plain.replace(/\s/g, ''))
  );
}

export interface OwnText {
  readonly field: Field;
  readonly text: string;
}

/** What is known of a row when its kind is asked for. */
export interface RowFacts {
  readonly row: SheetRow;
  /** Texts of the row's own cells (not what merged cells above lend it). */
  readonly own: readonly OwnText[];
  /** One merged area covers more than half of the table. */
  readonly spanned: boolean;
  /** Is it the header once more? Asked only where it may be. */
  readonly isHeader: () => boolean;
}

/** Fields that say where a person belongs or stand there beforehand; they make no row a person. */
const FRAME = new Set(['township', 'village', 'remark']);

/** A character of every word for an example. */
const EXAMPLE_LETTER = /[例样模]/;

/**
 * Is it plain that this row is a record: an ID number in its column, and no word of an example anywhere? `rowKind` says
 * the same of it, after more questions.
 * @param fields by column
 */
export function isPlainRecord({ cells }: SheetRow, fields: readonly (Field | undefined)[]): boolean {
  let id = false;
  for (const { column, text } of cells) {
    if (EXAMPLE_LETTER.test(text)) return false;
    if (!id && fields[column]?.type === 'idNumber') id = looksLikeIdNumber(squeezed(text));
  }
  return id;
}

/** What kind of row this is: a record, or why not. */
export function rowKind(facts: RowFacts): 'record' | LeftOutReason {
  const { cells } = facts.row;
  if (isExampleRow(cells) || facts.own.some(({ field, text }) => field.key === 'name' && isExample(text))) {
    if (!facts.isHeader()) return 'example';
  }
  if (facts.own.some(({ field, text }) => field.type === 'idNumber' && looksLikeIdNumber(squeezed(text))))
    return 'record';
  if (facts.isHeader() || isNumbering(cells)) return 'header';
  return otherKind(facts);
}

/** The kind of a row without an ID number. */
function otherKind(facts: RowFacts): 'record' | LeftOutReason {
  const texts = facts.row.cells.map((cell) => cell.text.normalize('NFKC').trim()).filter((text) => text !== '');
  const [first = ''] = texts;
  if (texts.length === 0) return 'blank';
  if (texts.slice(0, 4).some((text) => TOTAL.test(text.replace(/\s/g, '')))) return 'total';
  if (texts.some((text) => SIGNATURE.test(text) || SIGNER.test(text.replace(/[\s()[\]]/g, '')))) return 'note';
  // A place alone in its own column says nothing by itself (see `fillHeadings`); anywhere else it stands above its people.
  if (texts.length === 1 && isHeading(first, facts.own.find(({ text }) => text.trim() !== '')?.field.key ?? ''))
    return 'title';
  const { named, filled, typed } = evidenceOf(facts.own);
  if (named && filled >= 2) return 'record';
  if (facts.own.filter(({ text }) => isHint(text)).length >= 2) return 'note';
  if (NOTE.test(first)) return 'note';
  if (facts.spanned || (texts.length === 1 && [...first].length > 12)) return 'title';
  if (filled === 0 && texts.length === 1) return [...first].length > 4 ? 'title' : 'blank';
  if (filled === 0 && facts.own.some(isVacancy)) return 'vacant';
  if (filled === 0) return mayBeSomebody(facts) ? 'unclear' : 'blank';
  return named || (filled >= 3 && typed) ? 'record' : 'unclear';
}

/** Where a name would stand: that there is nobody; in the remark only with the word for whom is missing. */
function isVacancy({ field, text }: OwnText): boolean {
  return saysVacant(text) && (field.key === 'name' || (field.key === 'remark' && text.trim().length > 2));
}

/** Does a name or a telephone number stand where the table holds something else? */
function mayBeSomebody({ row, own }: RowFacts): boolean {
  const placed = new Set(own.flatMap(({ field, text }) => (FRAME.has(field.key) ? [text] : [])));
  return row.cells.some(
    ({ text }) => !placed.has(text) && (surnameShare([text]) === 1 || looksLikePhone(squeezed(text))),
  );
}

/** A place above its people, in a column that holds something else. */
function isHeading(text: string, key: string): boolean {
  if (headingVillage(text) !== '') return key === 'township' || !FRAME.has(key);
  return (key === 'village' || !FRAME.has(key)) && headingTownship(text) !== '';
}

interface Evidence {
  /** A name stands there. */
  readonly named: boolean;
  /** How many of the record's fields hold something that fits. */
  readonly filled: number;
  /** Something is among it that nothing derives: formulas drawn down below the last person give 女, 1900.01 and 117. */
  readonly typed: boolean;
}

function evidenceOf(own: readonly OwnText[]): Evidence {
  let named = false;
  let filled = 0;
  let typed = false;
  for (const { field, text } of own) {
    if (field.type === 'sequence' || FRAME.has(field.key) || isBlankWord(text) || isDitto(text)) continue;
    if (field.key === 'name' && saysVacant(text)) continue;
    if (fitOf(field, [squeezed(text)]) === 0) continue;
    filled++;
    if (field.derive === undefined) typed = true;
    if (field.key === 'name') named = looksLikeName(squeezed(text)) && !/[:：]/.test(text);
  }
  return { named, filled, typed };
}

/** Is the row between header and people one that explains the columns: their numbers, how to fill them in, an example? */
export function explains({ cells }: SheetRow): boolean {
  return isNumbering(cells) || isExampleRow(cells) || cells.filter(({ text }) => isHint(text)).length >= 2;
}

function isExampleRow(cells: SheetRow['cells']): boolean {
  return (
    cells.slice(0, 5).some((cell) => isExample(cell.text)) || cells.some((cell) => /示例|样例|范例/.test(cell.text))
  );
}

/** 甲 乙 丙 1 2 3: the row that numbers the columns below their labels. */
function isNumbering(cells: SheetRow['cells']): boolean {
  const stems = '甲乙丙丁戊己庚辛壬癸';
  let before = 0;
  let stem = -1;
  for (const { text } of cells) {
    const plain = text.normalize('NFKC').replace(/[\s()[\]栏列]/g, '');
    const at = plain.length === 1 ? stems.indexOf(plain) : -1;
    if (at === stem + 1 && before === 0) stem = at;
    else if (plain === String(before + 1)) before++;
    else return false;
  }
  return cells.length >= 4;
}

function isExample(text: string): boolean {
  return EXAMPLE_LETTER.test(text) && EXAMPLE.test(text.normalize('NFKC').replace(/\s/g, ''));
}
