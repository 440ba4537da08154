import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { RecordStore } from '../../records/store.contract.ts';
import { openProject } from '../../records/store.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';
import { MERGE_WORDS } from '../locale/merge.zh-CN.ts';
import { projectMessage, words } from '../locale/zh-CN.ts';

export type ProjectAnswer =
  | { readonly ok: true; readonly loaded: LoadedPack; readonly store: RecordStore }
  | { readonly ok: false; readonly message: string };

const named = z.looseObject({ pack: z.string() });

/** Opens a 数据文件 with the pack that it names; a refusal is a sentence. */
export async function readProjectFile(file: string, packs: readonly LoadedPack[]): Promise<ProjectAnswer> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { ok: false, message: words.unreadable(file) };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, message: words.notJson(file) };
  }
  const pack = named.safeParse(json).data?.pack;
  const loaded = packs.find((candidate) => candidate.pack.id === pack);
  if (pack !== undefined && loaded === undefined) return { ok: false, message: MERGE_WORDS.noProjectPack(file, pack) };
  const [first] = packs;
  const fitting = loaded ?? first;
  if (fitting === undefined) return { ok: false, message: words.unreadable(file) };
  const opened = openProject(fitting.pack, json);
  return opened.ok
    ? { ok: true, loaded: fitting, store: opened.store }
    : { ok: false, message: projectMessage(file, opened.error) };
}
