import type { ProjectJson } from '../../records/types.ts';
import { projectSchema } from '../../records/types.ts';
import { READ_ERRORS } from '../../xlsx/locale/zh-CN.ts';
import { type CheckedWorkbook, checkWorkbook } from '../../xlsx/recognise/check-workbook.ts';
import { SHELL } from '../locale/shell-zh-CN.ts';
import { loadPack, packIds } from '../packs.ts';

/** What a file turned out to be: a 数据文件, or a workbook with people in it. */
export type ReadFile =
  | { readonly kind: 'project'; readonly project: ProjectJson }
  | { readonly kind: 'workbook'; readonly checked: CheckedWorkbook; readonly name: string }
  | { readonly kind: 'refused'; readonly what: string };

/**
 * Reads a dropped or chosen file. Nothing in any project changes; a refusal is a sentence that says what the file is
 * and what to do.
 * @param asOf The reference date for the first look at the people.
 */
export async function readFile(file: File, asOf: string): Promise<ReadFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (/\.json$/iu.test(file.name) || bytes[0] === 0x7b) return readProjectFile(bytes);
  const packs = await Promise.all(packIds.map((id) => loadPack(id)));
  const settings = { county: '', unit: '', level: 'township', asOf } as const;
  const answer = checkWorkbook(
    bytes,
    packs.map((p) => p.pack),
    settings,
  );
  if (!answer.ok) return { kind: 'refused', what: READ_ERRORS[answer.error.code] };
  return { kind: 'workbook', checked: answer.checked, name: file.name };
}

function readProjectFile(bytes: Uint8Array): ReadFile {
  try {
    const parsed = projectSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    if (parsed.success && packIds.includes(parsed.data.pack)) return { kind: 'project', project: parsed.data };
    return { kind: 'refused', what: parsed.success ? SHELL.file.unknownPack : SHELL.file.notProject };
  } catch {
    return { kind: 'refused', what: SHELL.file.notProject };
  }
}
