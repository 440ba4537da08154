import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { escapeMarkup } from '../../xml/escape.ts';
import { python } from './foreign.node.ts';

/** A sheet of values from A1 on; blank texts are left out. `formulas`: columns behind them, written for their first row. */
export interface JudgedSheet {
  readonly name: string;
  /** Rows above the first, left empty. */
  readonly firstRow: number;
  readonly rows: readonly (readonly (string | number)[])[];
  readonly formulas: readonly { readonly column: string; readonly formula: string }[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Formulas are shared down their column, as Excel fills them: each is read once, and its references move. */
function sheetXml({ firstRow, rows, formulas }: JudgedSheet): string {
  const last = firstRow + rows.length - 1;
  const lines = rows.map((row, at) => {
    const r = firstRow + at;
    const cells = row.map((value, index) => {
      const ref = `${String.fromCharCode(65 + index)}${r}`;
      if (value === '') return '';
      return typeof value === 'number'
        ? `<c r="${ref}"><v>${value}</v></c>`
        : `<c r="${ref}" t="inlineStr"><is><t>${escapeMarkup(value)}</t></is></c>`;
    });
    const asked = formulas.map(({ column, formula }, index) =>
      at === 0
        ? `<c r="${column}${r}"><f t="shared" ref="${column}${firstRow}:${column}${last}" si="${index}">${escapeMarkup(formula)}</f></c>`
        : `<c r="${column}${r}"><f t="shared" si="${index}"/></c>`,
    );
    return `<row r="${r}">${cells.join('')}${asked.join('')}</row>`;
  });
  return `${HEAD}<worksheet ${MAIN}><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** A plain workbook of these sheets. */
export function judgedBook(sheets: readonly JudgedSheet[]): Uint8Array {
  const part = (index: number): string => `worksheets/sheet${index + 1}.xml`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, i) => `<Relationship Id="r${i + 1}" Type="${RELATIONS}/worksheet" Target="${part(i)}"/>`).join('')}</Relationships>`,
  };
  sheets.forEach((sheet, index) => {
    files[`xl/${part(index)}`] = sheetXml(sheet);
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level: 1 });
}

const WRITE = `
import json, sys, openpyxl
job = json.load(open(sys.argv[1], encoding='utf-8'))
book = openpyxl.load_workbook(sys.argv[2])
for ref, value in job['cells']:
    cell = book[job['sheet']][ref]
    cell.value = value
    if isinstance(value, str): cell.data_type = 's'
book.save(sys.argv[2])
`;

/** Cells typed into a workbook by openpyxl. */
export function typedInto(
  folder: string,
  bytes: Uint8Array,
  sheet: string,
  cells: readonly (readonly [string, string | number])[],
): Uint8Array {
  const [job, book] = [join(folder, 'job.json'), join(folder, 'typed.xlsx')];
  writeFileSync(book, bytes);
  writeFileSync(job, JSON.stringify({ cells, sheet }));
  python(WRITE, job, book);
  return readFileSync(book);
}

/** Workbooks by name, recalculated by one start of LibreOffice; `lines(book, sheet)` reads a sheet's lines as shown. */
export function judged(
  folder: string,
  books: Readonly<Record<string, Uint8Array>>,
): (book: string, sheet: string) => readonly (readonly string[])[] {
  const paths = Object.entries(books).map(([name, bytes]) => {
    const path = join(folder, `${name}.xlsx`);
    writeFileSync(path, bytes);
    return path;
  });
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  // 9: tab, 34: quote, 76: UTF-8; as shown; -1: a file for each sheet.
  const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1';
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...paths], {
    stdio: 'ignore',
  });
  return (book, sheet) =>
    readFileSync(join(folder, `${book}-${sheet}.csv`), 'utf8')
      .split('\n')
      .map((line) => line.split('\t').map((cell) => cell.replace(/^"|"$/g, '')));
}
