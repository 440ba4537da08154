import { loadPacks } from '../sheets-templates/load.node.ts';
import type { LoadedPack, Template } from '../sheets-templates/schema.ts';
import type { Io } from './command.ts';
import { words } from './locale/zh-CN.ts';
import { refuse } from './refuse.ts';

export interface FoundTemplate {
  readonly loaded: LoadedPack;
  readonly template: Template;
}

/** All usable packs; broken ones are named on `err`, since a missing template would else be a riddle. */
export async function usablePacks(io: Io): Promise<readonly LoadedPack[]> {
  const { packs, failed } = await loadPacks(io.packs);
  for (const { folder, error } of failed) {
    const [first] = error.problems;
    io.err(`${words.brokenPack(folder, `${first?.path ?? ''} ${first?.detail ?? ''}`.trim())}\n`);
  }
  return [...packs.values()];
}

/** The template that a call names, among all usable packs; `undefined` after saying which there are. */
export async function namedTemplate(io: Io, name: string): Promise<FoundTemplate | undefined> {
  const packs = await usablePacks(io);
  const found = findTemplate(packs, name);
  if (found === undefined)
    refuse(
      io,
      words.unknownTemplate(
        name,
        packs.flatMap((pack) => [...pack.templates.keys()]),
      ),
    );
  return found;
}

/** A template by its id; `PACK/TEMPLATE` where two packs use one id. */
function findTemplate(packs: readonly LoadedPack[], name: string): FoundTemplate | undefined {
  const slash = name.indexOf('/');
  const [packId, id] = slash < 0 ? [undefined, name] : [name.slice(0, slash), name.slice(slash + 1)];
  for (const loaded of packs) {
    const template = loaded.templates.get(id);
    if (template !== undefined && (packId === undefined || packId === loaded.pack.id)) return { loaded, template };
  }
  return undefined;
}
