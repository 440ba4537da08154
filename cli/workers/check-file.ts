import type { Settings } from '../../records/types.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import { type CheckedWorkbook, type CheckResult, checkWorkbook } from '../../xlsx/recognise/check-workbook.ts';
import type { ColumnAnswer } from '../../xlsx/recognise/column-answers.ts';
import { zipNatively } from '../../xlsx/zip/native.node.ts';
import { type Received, readReceived } from './read-received.ts';

zipNatively();

type Failed = Extract<CheckResult, { readonly ok: false }>;
/** The file system did not hand the file out. */
type Unreadable = { readonly ok: false; readonly error: { readonly code: 'unreadable' } };

/** One file read and judged. */
export interface FileAnswer {
  readonly file: string;
  /** When the file was last written, `2017-11-30`; '' for one that cannot be read. */
  readonly date: string;
  readonly result: CheckResult | Unreadable;
}

/** The same on its way between threads: the pack, large and known on both sides, by its place in the list. */
export interface WireAnswer {
  readonly file: string;
  readonly date: string;
  readonly result:
    | Failed
    | Unreadable
    | { readonly ok: true; readonly pack: number; readonly checked: Omit<CheckedWorkbook, 'pack'> };
}

/** What a thread needs to know beforehand. */
export interface CheckSetup {
  readonly packs: readonly Pack[];
  readonly settings: Settings;
  /** What a project remembers of senders' columns, where that is to be used. */
  readonly answers?: readonly ColumnAnswer[];
}

export function checkFile(file: string, { packs, settings, answers }: CheckSetup): WireAnswer {
  let received: Received;
  try {
    received = readReceived(file);
  } catch {
    return { file, date: '', result: { ok: false, error: { code: 'unreadable' } } };
  }
  const { bytes, date } = received;
  const result = checkWorkbook(bytes, packs, settings, answers);
  if (!result.ok) return { file, date, result };
  const { pack, ...checked } = result.checked;
  return { file, date, result: { ok: true, pack: packs.indexOf(pack), checked } };
}

/** Puts the pack back in. */
export function unwired({ file, date, result }: WireAnswer, packs: readonly Pack[]): FileAnswer {
  if (!result.ok) return { file, date, result };
  const pack = packs[result.pack];
  if (pack === undefined) throw new RangeError(`no pack ${result.pack}`);
  return { file, date, result: { ok: true, checked: { ...result.checked, pack } } };
}
