import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { python } from './foreign.node.ts';

const WRITE = `
import json, sys, openpyxl
job = json.load(open(sys.argv[1], encoding='utf-8'))
book = openpyxl.load_workbook(sys.argv[2]) if job.get('load') else openpyxl.Workbook()
sheet = book[job['sheet']] if job.get('load') else book.active
for ref, value in job['cells']:
    cell = sheet[ref]
    cell.value = value
    if isinstance(value, str) and not value.startswith('='): cell.data_type = 's'
    if isinstance(value, str) and value.startswith('='): cell.number_format = 'General'
book.save(sys.argv[2])
`;

/** Cells written by openpyxl into a new workbook (or `bytes`), recalculated by LibreOffice; the sheet as CSV lines. */
export function judged(
  folder: string,
  cells: readonly (readonly [string, string | number])[],
  existing?: { readonly bytes: Uint8Array; readonly sheet: string },
): readonly (readonly string[])[] {
  const job = join(folder, 'job.json');
  const book = join(folder, 'judged.xlsx');
  if (existing) writeFileSync(book, existing.bytes);
  writeFileSync(job, JSON.stringify({ cells, load: existing !== undefined, sheet: existing?.sheet }));
  python(WRITE, job, book);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true';
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, book], {
    stdio: 'ignore',
  });
  const text = readFileSync(join(folder, 'judged.csv'), 'utf8');
  return text.split('\n').map((line) => line.split('\t').map((cell) => cell.replace(/^"|"$/g, '')));
}
