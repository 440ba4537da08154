import { isJsonObject, textOf } from '../../records/value.ts';
import type { Entity, Pack, Severity } from '../../sheets-templates/schema.ts';
import { sheetNames } from '../package/sheet-names.ts';
import { textUnits } from '../package/text-units.ts';
import { columnName } from '../read/reference.ts';
import type { CheckedRecord, CheckedSheet, PlacedIssue } from '../recognise/check-workbook.ts';
import { fieldNames, headerScores } from '../recognise/similarity.ts';
import { PROBLEM_WORDS } from './locale/zh-CN.ts';
import { type PlainCell, type PlainSheet, sheetPlace } from './plain-sheet.ts';
import { plainWorkbook } from './plain-workbook.ts';

const words = PROBLEM_WORDS.returned;
/** A header that says a field's name, or means it and nothing else. */
const PLAIN = 0.95;
/** The title, then the header. */
const HEADER_ROW = 2;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * 退回单: a sender's own rows as they were sent, mistakes marked in their cells (ground and note), and a sheet that lists
 * them. It reads back like the file it came from.
 */
export function returnWorkbook(sheets: readonly CheckedSheet[], pack: Pack): Promise<Uint8Array> {
  const names = sheetNames([...sheets.map(({ sheet }) => sheet), words.list]);
  const marked = sheets.map((sheet, n) => new ReturnedSheet(sheet, names[n] ?? sheet.sheet, pack));
  const lines = marked.flatMap((sheet) => sheet.lines());
  const numbered = lines.map((line, n): (PlainCell | string)[] => [{ text: n + 1 }, ...line]);
  const top = words.header.map((text): PlainCell => ({ text, look: 'header' }));
  const list = { name: words.list, widths: [6, 18, 18, 10, 16, 24, 56, 8], rows: [top, ...numbered], frozen: 1 };
  return plainWorkbook([...marked.map((sheet) => sheet.part()), list]);
}

/** Columns in characters: as wide as their texts, so that the rows stay legible on paper. */
const NARROWEST = 4;
const WIDEST = 24;

interface Column {
  readonly header: string;
  readonly field: string | undefined;
}

class ReturnedSheet {
  readonly #sheet: CheckedSheet;
  readonly #name: string;
  readonly #columns: readonly Column[];
  readonly #labels: ReadonlyMap<string, string>;
  readonly #byRow = new Map<number, PlacedIssue[]>();

  constructor(sheet: CheckedSheet, name: string, pack: Pack) {
    this.#sheet = sheet;
    this.#name = name;
    const entity = pack.entities.find(({ key }) => key === sheet.entity);
    this.#columns = columnsOf(sheet, entity);
    this.#labels = new Map((entity?.fields ?? []).map(({ key, label }) => [key, label]));
    // What is wrong with a form's lines stands at its person.
    const rows = new Map(sheet.records.map(({ row, record }) => [record.id, row]));
    for (const issue of sheet.issues) {
      const row = rows.get(issue.owner ?? '') ?? issue.row;
      const list = this.#byRow.get(row) ?? [];
      this.#byRow.set(row, [...list, issue]);
    }
  }

  part(): PlainSheet {
    const count = (severity: Severity): number => this.#sheet.issues.filter((i) => i.severity === severity).length;
    const title: PlainCell = { text: words.title(count('error'), count('warning')), look: 'title' };
    const header = this.#columns.map(({ header: text }): PlainCell => ({ text, look: 'header' }));
    const rows = this.#sheet.records.map((record) => this.#row(record));
    const widths = this.#columns.map((_, c) => columnWidth([header, ...rows].map((row) => row[c] ?? '')));
    return { name: this.#name, widths, rows: [[title], header, ...rows], frozen: HEADER_ROW };
  }

  /** One line per issue: where it stands here and in the file as received, and what it says. */
  lines(): (PlainCell | string)[][] {
    return this.#sheet.records.flatMap((record, n) =>
      (this.#byRow.get(record.row) ?? []).map((issue): (PlainCell | string)[] => {
        const cell = `${columnName(this.#columnOf(issue))}${n + HEADER_ROW + 1}`;
        const place: PlainCell = { text: cell, look: 'link', link: { place: sheetPlace(this.#name, cell) } };
        const severity: PlainCell = { text: PROBLEM_WORDS.severity[issue.severity], look: issue.severity };
        const label = this.#labels.get(issue.field) ?? issue.field;
        const original = `${this.#sheet.sheet} ${issue.cell}`;
        return [place, original, textOf(record.record.name), label, issue.value, issue.message, severity];
      }),
    );
  }

  /** The column that an issue is marked in; the name's where the sheet has none for its field. */
  #columnOf(issue: PlacedIssue): number {
    const own = this.#columns.findIndex(({ field }) => field === issue.field);
    return own >= 0
      ? own
      : Math.max(
          0,
          this.#columns.findIndex(({ field }) => field === 'name'),
        );
  }

  #row(record: CheckedRecord): (PlainCell | string)[] {
    const marks = new Map<number, PlacedIssue[]>();
    for (const issue of this.#byRow.get(record.row) ?? []) {
      const column = this.#columnOf(issue);
      marks.set(column, [...(marks.get(column) ?? []), issue]);
    }
    return this.#columns.map((column, c): PlainCell | string => {
      const text = sentText(record, column);
      const issues = (marks.get(c) ?? []).sort((a, b) => RANK[a.severity] - RANK[b.severity]);
      const [worst] = issues;
      if (worst === undefined) return text;
      return { text, look: worst.severity, note: issues.map(({ message }) => message).join('\n') };
    });
  }
}

/**
 * The sender's columns, those of one field as one. Each is called as the sender called it where that alone says the field;
 * a word from below a heading, one that only its cells explained, or that another column says as well gives way to the field's own name. What a title or a
 * row between the people said of them gets a column: those rows are not sent back.
 */
function columnsOf(sheet: CheckedSheet, entity: Entity | undefined): readonly Column[] {
  const names = (entity?.fields ?? []).filter(({ type }) => type !== 'image').map(fieldNames);
  const labels = new Map((entity?.fields ?? []).map(({ key, label }) => [key, label]));
  const fields = new Set<string>();
  const headers = new Set<string>();
  const scoreOf = (header: string, field: string): number => headerScores(header, names).get(field) ?? 0;
  const others = sheet.columns.flatMap(({ header, field }) => (field === undefined ? [header] : []));
  const own = sheet.columns.flatMap(({ column, header, field }): Column[] => {
    if (field !== undefined) {
      if (fields.has(field)) return [];
      const score = scoreOf(header, field);
      const plain = score >= PLAIN && !others.some((other) => scoreOf(other, field) >= score);
      return [{ header: plain ? header : (labels.get(field) ?? header), field: addTo(fields, field) }];
    }
    // Named as the reader named them when it gathered the sender's own columns.
    const first = header === '' ? words.strayColumn(column + 1) : header;
    let name = first;
    for (let n = 2; headers.has(name); n++) name = `${first}${n}`;
    return [{ header: addTo(headers, name), field: undefined }];
  });
  const said = new Set(sheet.records.flatMap(({ texts }) => Object.keys(texts)));
  const lent = [...labels].flatMap(([field, label]): Column[] =>
    said.has(field) && !fields.has(field) ? [{ header: label, field }] : [],
  );
  return [...lent, ...own];
}

function columnWidth(cells: readonly (PlainCell | string)[]): number {
  const units = cells.map((cell) => textUnits(String(typeof cell === 'string' ? cell : cell.text)));
  return Math.min(WIDEST, Math.max(NARROWEST, ...units) + 3);
}

function addTo(set: Set<string>, value: string): string {
  set.add(value);
  return value;
}

function sentText({ texts, record }: CheckedRecord, { header, field }: Column): string {
  if (field !== undefined) return Object.hasOwn(texts, field) ? (texts[field] ?? '') : '';
  return isJsonObject(record.extra) && Object.hasOwn(record.extra, header) ? textOf(record.extra[header]) : '';
}
