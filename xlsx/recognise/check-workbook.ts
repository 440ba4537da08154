import type { RecordStore } from '../../records/store.contract.ts';
import type { DataRecord, Issue, Settings } from '../../records/types.ts';
import { isJsonObject } from '../../records/value.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import { holdsBlankForm, packForms, type SheetForms } from '../form/read/pack-forms.ts';
import { readTables } from '../read/read-tables.ts';
import type { ReadErrorCode, Workbook } from '../read/types.ts';
import { cellsOf } from './cell-of.ts';
import { checkForms } from './check-forms.ts';
import type { ColumnAnswer } from './column-answers.ts';
import { formulaIssues } from './formula-issues.ts';
import { type Judged, judgeIn } from './judging-store.ts';
import { type PassedSheet, passedSheets } from './passed-sheets.ts';
import { NO_EXTRA, type ReadRow } from './read-rows.ts';
import { type Recognised, type RecognisedSheet, recogniseWorkbook } from './recognise.ts';
import { sequenceIssues } from './sequence.ts';
import { severalIssues } from './several-issues.ts';
import { peopleIn } from './several-people.ts';
import { sheetGroups } from './sheet-groups.ts';
import { struckIssues } from './struck-rows.ts';
import { NamedVillages } from './villages.ts';

/** An issue with its place in the file as received. */
export interface PlacedIssue extends Issue {
  readonly row: number;
  /** `K7`; the row's first known cell where the sheet has no column for the field. */
  readonly cell: string;
  /** The person of the form, for issues of what belongs to them too. */
  readonly owner?: string;
}

/** A record that belongs to a form's person: a training, a review. Its texts by field, and where they stand. */
export interface CheckedChild {
  readonly entity: string;
  /** The sheet that it stands on, where that is another than the person's. */
  readonly sheet?: string;
  readonly row: number;
  readonly record: DataRecord;
  readonly texts: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, string>>;
  /** The record's id in our own export, by the line it stood in. */
  readonly knownId?: string;
}

export interface CheckedRecord {
  readonly row: number;
  readonly record: DataRecord;
  /** Text per field as displayed in the file. */
  readonly texts: Readonly<Record<string, string>>;
  /** The record's id in our own export, by the row it stood in. */
  readonly knownId?: string;
  /** Fields whose cell is blank: the text is that of the block above. */
  readonly lent?: readonly string[];
  /** What the cells of fields say that mean the record before: 同上. */
  readonly dittos?: Readonly<Record<string, string>>;
  /** Of a form, or a table on its side: where each field stands (`name` → `B3`). */
  readonly cells?: Readonly<Record<string, string>>;
  /** Of a form: the fields that it has a place for; of a table they are its columns. */
  readonly stated?: readonly string[];
  /** Of a form: what belongs to the person. */
  readonly children?: readonly CheckedChild[];
}

export interface CheckedSheet extends Omit<RecognisedSheet, 'records'> {
  readonly records: readonly CheckedRecord[];
  readonly issues: readonly PlacedIssue[];
}

export interface CheckedWorkbook {
  readonly pack: Pack;
  readonly sheets: readonly CheckedSheet[];
  /** Sheets that say something and were not read. */
  readonly others: readonly PassedSheet[];
}

export type CheckResult =
  | { readonly ok: true; readonly checked: CheckedWorkbook }
  | {
      readonly ok: false;
      readonly error: { readonly code: ReadErrorCode | 'no-roster' | 'nobody'; readonly part?: string };
    };

/**
 * Reads a received workbook, finds a pack's tables and forms in it (of the pack that explains most of it) and judges
 * their records by that pack's rules, the tables of one file together (see `sheetGroups`), and its forms. `answers`: what the clerk said of layouts.
 * Error codes: those of `readTables`; `no-roster`, and `nobody` where a table or form was found and nobody in it.
 */
export function checkWorkbook(
  bytes: Uint8Array,
  packs: readonly Pack[],
  settings: Settings,
  answers: readonly ColumnAnswer[] = [],
): CheckResult {
  const read = readTables(bytes);
  if (!read.ok) return read;
  let best: Found | undefined;
  let blank = false;
  for (const pack of packs) {
    const recognised = recogniseWorkbook(read.workbook, pack, answers);
    const forms = packForms(bytes, read.workbook, pack, new Set(recognised.others));
    const found = { pack, recognised, forms };
    blank ||= recognised.blank === true;
    if (explained(found) > explained(best)) best = found;
  }
  return best === undefined
    ? {
        ok: false,
        error: { code: blank || packs.some((pack) => holdsBlankForm(read.workbook, pack)) ? 'nobody' : 'no-roster' },
      }
    : judge(best, read.workbook, settings);
}

interface Found {
  readonly pack: Pack;
  readonly recognised: Recognised;
  readonly forms: readonly SheetForms[];
}

function explained(found: Found | undefined): number {
  if (found === undefined) return 0;
  let labels = 0;
  for (const sheet of found.recognised.sheets) labels += sheet.columns.filter((c) => c.field !== undefined).length;
  for (const { forms } of found.forms) for (const { cells } of forms) labels += Object.keys(cells).length;
  return labels;
}

function judge({ pack, recognised, forms }: Found, workbook: Workbook, settings: Settings): CheckResult {
  const judged = new Map(
    sheetGroups(recognised.sheets).flatMap((group) => {
      const sheets = judgeTables(group, pack, settings);
      return group.map((sheet, at): [RecognisedSheet, CheckedSheet | undefined] => [sheet, sheets[at]]);
    }),
  );
  const tables = recognised.sheets.flatMap((sheet) => judged.get(sheet) ?? []);
  const sheets = [...tables, ...checkForms(forms, pack, settings)];
  const known = new Set(sheets.map(({ sheet }) => sheet));
  return { ok: true, checked: { pack, sheets, others: passedSheets(workbook, recognised, known) } };
}

/** Tables that are judged together, in their order. */
function judgeTables(tables: readonly RecognisedSheet[], pack: Pack, settings: Settings): readonly CheckedSheet[] {
  let placed: readonly Placed[] = [];
  const load = (store: RecordStore, judged: Judged): void => {
    const villages = new NamedVillages();
    placed = tables.map((sheet) => place(store, sheet, judged, villages));
    for (const change of villages.changes(store, pack))
      if (change.op === 'insert') judged.add(change.entity, change.record);
  };
  return judgeIn(pack, settings, load, (store) => {
    const villages = villageIssues(store, pack);
    return placed.map((sheet) => ({ ...sheet, issues: issuesOf(store, sheet, villages, pack) }));
  });
}

type Placed = Omit<CheckedSheet, 'issues'>;

function place(store: RecordStore, sheet: RecognisedSheet, judged: Judged, villages: NamedVillages): Placed {
  const records: CheckedRecord[] = [];
  for (const read of sheet.records) {
    const { texts } = read;
    const people = peopleIn(texts);
    // Names below each other would become one name.
    const said = people.length < 2 ? texts : { ...texts, name: people.join('、') };
    const [insert] = store.edit(sheet.entity, null, said);
    if (insert?.op !== 'insert') continue;
    const made = read.extra === NO_EXTRA ? insert.record : { ...insert.record, extra: read.extra };
    const record = read.written === undefined ? made : withOriginal(made, read.written);
    judged.add(sheet.entity, record);
    villages.note(record);
    records.push(checkedRecord(read, record));
  }
  return { ...sheet, records };
}

function checkedRecord({ row, texts, id, lent, dittos, cells }: ReadRow, record: DataRecord): CheckedRecord {
  // Nearly all have nothing more to say: an object made of parts takes many times as long.
  if (id === undefined && lent === undefined && dittos === undefined && cells === undefined)
    return { row, record, texts };
  return {
    row,
    record,
    texts,
    ...(id === undefined ? {} : { knownId: id }),
    ...(lent === undefined ? {} : { lent }),
    ...(dittos === undefined ? {} : { dittos }),
    ...(cells === undefined ? {} : { cells }),
  };
}

/** The texts of the cells stay with the record also where the record got a part of them. */
function withOriginal(record: DataRecord, written: Readonly<Record<string, string>>): DataRecord {
  return { ...record, original: { ...(isJsonObject(record.original) ? record.original : {}), ...written } };
}

/** Issues of villages by `township village`: they are shown at the first person of the village. */
function villageIssues(store: RecordStore, pack: Pack): Map<string, readonly Issue[]> {
  const found = new Map<string, readonly Issue[]>();
  if (!pack.entities.some((entity) => entity.key === 'village')) return found;
  for (const id of store.ids('village')) {
    const issues = store.issuesOf('village', id);
    const village = store.get('village', id);
    if (issues.length > 0) found.set(JSON.stringify([village?.township, village?.name]), issues);
  }
  return found;
}

function issuesOf(
  store: RecordStore,
  sheet: Placed,
  villages: Map<string, readonly Issue[]>,
  pack: Pack,
): PlacedIssue[] {
  const cells = cellsOf(sheet);
  const issues: PlacedIssue[] = [];
  const add = (issue: Issue, row: number, field: string): void => {
    issues.push({ ...issue, field, row, cell: cells.at(row, field) });
  };
  for (const { row, record } of sheet.records) {
    for (const issue of store.issuesOf(sheet.entity, record.id)) add(issue, row, issue.field);
    if (villages.size === 0) continue;
    const key = JSON.stringify([record.township, record.village]);
    for (const issue of villages.get(key) ?? []) add(issue, row, issue.field === 'name' ? 'village' : issue.field);
    villages.delete(key);
  }
  const entity = pack.entities.find((e) => e.key === sheet.entity);
  if (entity)
    for (const { row, issue } of sequenceIssues(entity, sheet.records, (sheet.part ?? 0) > 0))
      add(issue, row, issue.field);
  issues.push(...struckIssues(sheet));
  const several = severalIssues(sheet);
  if (several.rows.size > 0) return [...issues.filter(({ row }) => !several.rows.has(row)), ...several.issues];
  const { issues: formulas, replaced } = formulaIssues(sheet, issues);
  return replaced.size === 0 ? [...issues, ...formulas] : [...issues.filter((i) => !replaced.has(i)), ...formulas];
}
