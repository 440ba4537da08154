import type { DataRecord } from '../../records/types.ts';
import type { Pack, Severity } from '../../sheets-templates/schema.ts';
import { LEFT_OUT, READ_ERRORS } from '../../xlsx/locale/zh-CN.ts';
import type { CheckedSheet, PlacedIssue } from '../../xlsx/recognise/check-workbook.ts';
import { type Normalised, normalisedCells } from '../../xlsx/recognise/normalised.ts';
import { type PassedSheet, passedMessage } from '../../xlsx/recognise/passed-sheets.ts';
import type { LeftOutReason } from '../../xlsx/recognise/row-kind.ts';
import { CHECK_WORDS } from '../locale/check.zh-CN.ts';
import type { FileAnswer } from '../workers/check-file.ts';

/** What `check --json` prints. Rows and cells are those of the file as received; a sheet stands there once. */
export interface CheckReport {
  readonly files: readonly FileReport[];
  readonly summary: Summary;
}

export interface FileReport {
  readonly file: string;
  readonly error?: { readonly code: string; readonly message: string };
  readonly sheets: readonly SheetReport[];
  /** Cells of which the values say something else than stands there. */
  readonly normalised?: readonly (Normalised & { readonly sheet: string })[];
  readonly leftOut?: readonly LeftOutLine[];
  /** Sheets of the workbook that say something and were not read, and why. */
  readonly passed?: readonly (PassedSheet & { readonly message: string })[];
}

export interface SheetReport {
  readonly sheet: string;
  readonly template: string;
  readonly headerRow: number;
  readonly records: readonly { readonly row: number; readonly values: Readonly<Record<string, string>> }[];
  readonly issues: readonly IssueReport[];
}

/** A row below a header that is nobody's. */
export interface LeftOutLine {
  readonly sheet: string;
  readonly row: number;
  readonly reason: LeftOutReason;
  readonly message: string;
  readonly text: string;
}

export interface IssueReport {
  readonly rule: string;
  readonly severity: Severity;
  readonly cell: string;
  readonly row: number;
  readonly field: string;
  readonly message: string;
  readonly value: string;
  readonly fix?: { readonly label: string; readonly values: Readonly<Record<string, string>> };
}

export interface Summary {
  readonly files: number;
  /** Files that could not be read or hold no roster. */
  readonly unreadable: number;
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Who does not ask for the records' texts need not wait for them. */
const NO_VALUES: Readonly<Record<string, string>> = {};

/** One file's part of the report; what is said of every record and row is told, or left blank. */
export function fileReport(file: string, result: FileAnswer['result'], told: boolean): FileReport {
  if (!result.ok) {
    const { code } = result.error;
    const message = code === 'unreadable' ? CHECK_WORDS.unreadableFile : READ_ERRORS[code];
    return { file, error: { code, message }, sheets: [] };
  }
  const { sheets, pack, others } = result.checked;
  return {
    file,
    sheets: wholeSheets(sheets.map((sheet) => sheetReport(sheet, pack, told))),
    ...(told ? { normalised: sheets.flatMap(normalisedOn), leftOut: sheets.flatMap(leftOutOf) } : {}),
    ...(others.length === 0 ? {} : { passed: others.map((sheet) => ({ ...sheet, message: passedMessage(sheet) })) }),
  };
}

function normalisedOn(checked: CheckedSheet): (Normalised & { readonly sheet: string })[] {
  return normalisedCells(checked).map((cell) => ({ sheet: checked.sheet, ...cell }));
}

function leftOutOf({ sheet, leftOut }: CheckedSheet): LeftOutLine[] {
  return leftOut.map(({ row, reason, text }) => ({ sheet, row, reason, message: LEFT_OUT[reason], text }));
}

/** Tables one below the other on a sheet are one sheet; side by side, a row would stand for two people. */
function wholeSheets(parts: readonly SheetReport[]): readonly SheetReport[] {
  const sheets: SheetReport[] = [];
  for (const part of parts) {
    const at = sheets.findIndex(({ sheet, template }) => sheet === part.sheet && template === part.template);
    const before = sheets[at];
    const rows = new Set(before?.records.map(({ row }) => row));
    if (before === undefined || part.records.some(({ row }) => rows.has(row))) {
      sheets.push(part);
      continue;
    }
    const headerRow = Math.min(before.headerRow, part.headerRow);
    sheets[at] = {
      ...before,
      headerRow,
      records: [...before.records, ...part.records],
      issues: [...before.issues, ...part.issues],
    };
  }
  return sheets;
}

function sheetReport(sheet: CheckedSheet, pack: Pack, told: boolean): SheetReport {
  const entity = pack.entities.find((candidate) => candidate.key === sheet.entity);
  // A picture is no text that anybody would compare.
  const keys = (entity?.fields ?? []).filter(({ type }) => type !== 'image').map((field) => field.key);
  return {
    sheet: sheet.sheet,
    template: sheet.template,
    headerRow: sheet.headerRow,
    records: sheet.records.map(({ row, record }) => ({ row, values: told ? valuesOf(record, keys) : NO_VALUES })),
    issues: sheet.issues.map(issueReport),
  };
}

/** @param keys identifiers, as those of fields are */
function valuesOf(record: DataRecord, keys: readonly string[]): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const key of keys) {
    const value = record[key];
    if (typeof value === 'string' && value !== '') values[key] = value;
  }
  return values;
}

function issueReport(issue: PlacedIssue): IssueReport {
  const { rule, severity, cell, row, field, message, value } = issue;
  const values = new Map<string, string>();
  for (const change of issue.fix?.patch ?? []) {
    if (change.op !== 'update' || change.id !== issue.record) continue;
    for (const [key, text] of Object.entries(change.set)) if (typeof text === 'string') values.set(key, text);
  }
  const report = { rule, severity, cell, row, field, message, value };
  if (issue.fix === undefined || values.size === 0) return report;
  return { ...report, fix: { label: issue.fix.label, values: Object.fromEntries(values) } };
}

export function summarise(files: readonly FileReport[]): Summary {
  const count = { error: 0, warning: 0, info: 0 };
  let records = 0;
  for (const { sheets } of files) {
    for (const sheet of sheets) {
      records += sheet.records.length;
      for (const issue of sheet.issues) count[issue.severity]++;
    }
  }
  return {
    files: files.length,
    unreadable: files.filter((file) => file.error !== undefined).length,
    records,
    errors: count.error,
    warnings: count.warning,
    infos: count.info,
  };
}
