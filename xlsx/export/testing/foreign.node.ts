import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs of other makers that judge what is written: openpyxl and LibreOffice. For tests only. */

/** Runs a Python script with openpyxl at hand; it finds its arguments in `sys.argv[1:]` and answers on stdout. */
export function python(script: string, ...args: readonly string[]): string {
  return execFileSync('/usr/bin/python3', ['-c', script, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
}

/** A folder for one test's files, gone afterwards. */
export async function withFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'mingce-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What LibreOffice makes of a workbook: `pdf`, or `csv` of its first sheet. */
export function libreOffice(folder: string, bytes: Uint8Array, kind: 'pdf' | 'csv'): Uint8Array {
  const source = join(folder, 'source.xlsx');
  writeFileSync(source, bytes);
  // 44: comma, 34: quote, 76: UTF-8; formatted as shown.
  const filter = kind === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true' : 'pdf';
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, source], {
    stdio: 'ignore',
  });
  return readFileSync(join(folder, `source.${kind}`));
}

/** The texts of a PDF, page by page. */
export function pdfPages(folder: string, pdf: Uint8Array): string[] {
  const file = join(folder, 'pages.pdf');
  writeFileSync(file, pdf);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}
