import type { Field } from '../../sheets-templates/schema.ts';
import type { SheetRow } from '../read/types.ts';
import { looksLikeIdNumber, looksLikeName, looksLikePhone, squeezed } from './content.ts';
import type { Grid } from './grid.ts';
import type { ColumnHeader, Header } from './header.ts';
import type { RecognisedSheet } from './recognise.ts';
import { type FieldNames, headerScore } from './similarity.ts';

/** A list of a few columns has no more above it than a title, a unit and a date. */
const SEARCHED = 10;
const MOST_COLUMNS = 4;
/** A header that says a field's name, or means it and nothing else. */
const PLAIN = 0.95;
/** Lists of names and telephone numbers that are no answer to anybody who asked for people. */
const OTHER_LIST =
  /签到|签收|签字|签名|领取|发放|参会|参加人员|会议|培训班|值班|通[讯信]录|联系方式|联络|填报|报名|慰问|缴费/;

/**
 * The header of a list of a few columns, as it comes when somebody was asked for the ID numbers: a name and an ID number,
 * a telephone number or a village. Every word of it must be plain; one that is not speaks of another list.
 */
export function plainHeader({ sheet }: Grid, names: readonly FieldNames[]): Header | undefined {
  const telling = new Set(names.filter(({ field }) => tells(field)).map(({ field }) => field.key));
  for (const row of sheet.rows.slice(0, SEARCHED)) {
    if (row.cells.length < 2 || row.cells.length > MOST_COLUMNS) continue;
    const fields = fieldsOf(row, names);
    if (fields === undefined || !fields.has('name') || ![...fields].some((key) => telling.has(key))) continue;
    const columns = row.cells.map(({ column, text }): ColumnHeader => ({ column, levels: [text] }));
    return { top: row.row, bottom: row.row, columns, fields, score: fields.size };
  }
  return undefined;
}

/** The fields that all cells of a row name, each another one; `undefined` where one cell names none. */
function fieldsOf({ cells }: SheetRow, names: readonly FieldNames[]): ReadonlySet<string> | undefined {
  const fields = new Set<string>();
  for (const { text } of cells) {
    const field = names.find((target) => headerScore(text, target, names) >= PLAIN)?.field.key;
    if (field === undefined || fields.has(field)) return undefined;
    fields.add(field);
  }
  return fields;
}

function tells({ key, type }: Field): boolean {
  return type === 'idNumber' || type === 'phone' || key === 'village';
}

/**
 * Is what stands under a plain header a list of people: names, most of them with what the list is about? ID numbers speak
 * for themselves; names with telephone numbers or villages must be several, under a title that speaks of nothing else.
 */
export function isPlainList({ records, columns }: RecognisedSheet, { sheet }: Grid, header: Header): boolean {
  if (!records.every(({ texts }) => looksLikeName(squeezed(texts.name ?? '')))) return false;
  const share = (key: string, right: (text: string) => boolean): number =>
    records.filter(({ texts }) => right(squeezed(texts[key] ?? ''))).length / records.length;
  const known = new Set(columns.map(({ field }) => field));
  if (known.has('idNumber')) return records.length > 0 && share('idNumber', isId) >= 0.5;
  const above = sheet.rows.filter(({ row }) => row < header.top).flatMap(({ cells }) => cells.map(({ text }) => text));
  if (records.length < 2 || [sheet.name, ...above].some((text) => OTHER_LIST.test(text))) return false;
  const phones = known.has('phone') ? share('phone', looksLikePhone) : 0;
  return Math.max(phones, known.has('village') ? share('village', isVillage) : 0) >= 0.8;
}

const isId = (text: string): boolean => text.length >= 15 && looksLikeIdNumber(text);
const isVillage = (text: string): boolean => /^\p{Script=Han}{1,12}(?:村|社区)$/u.test(text);
