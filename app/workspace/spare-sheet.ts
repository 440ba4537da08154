import type { PreparedSheet } from './prepare-sheet.ts';

/** A Univer that waits for its workbook, and the code that puts it in. */
export interface SpareSheet {
  readonly mount: typeof import('./mount-sheet.ts').mountSheet;
  readonly sheet: PreparedSheet;
}

let spare: Promise<SpareSheet> | null = null;

/** Fetches the spreadsheet and starts it while the records are still being read; a failure shows when it is taken. */
export function prepareSpare(): void {
  spare ??= make();
  spare.catch(() => undefined);
}

/** The spreadsheet that was started, or one started now. @throws Error when the page's files cannot be had */
export function takeSpare(): Promise<SpareSheet> {
  const taken = spare ?? make();
  spare = null;
  return taken;
}

async function make(): Promise<SpareSheet> {
  const { mountSheet, prepareSheet } = await import('./mount-sheet.ts');
  return { mount: mountSheet, sheet: prepareSheet() };
}
