import type { Command } from '../command.ts';
import { words } from '../locale/zh-CN.ts';
import { readOptions } from '../options.ts';
import { usablePacks } from '../packs.ts';
import { refuseCall } from '../refuse.ts';

/** `templates [--json]`: what can be filled, with the ids that the other commands take. */
export const templates: Command = {
  run: async (args, io) => {
    const options = readOptions(args, { values: [], flags: ['--json'] });
    if (!options.ok) return refuseCall(io, options.error, words.templatesUsage);
    if (options.value.words.length > 0) return refuseCall(io, undefined, words.templatesUsage);
    const packs = await usablePacks(io);
    const list = packs.flatMap(({ pack, templates: byId }) =>
      [...byId.values()].map(({ binding }) => ({
        id: binding.id,
        pack: pack.id,
        kind: binding.kind,
        label: binding.label,
        version: binding.version,
      })),
    );
    if (options.value.flags.has('--json')) io.out(`${JSON.stringify({ templates: list }, null, 2)}\n`);
    else for (const template of list) io.out(`${template.id}\t${template.label}\t${template.pack}\n`);
    return 0;
  },
};
