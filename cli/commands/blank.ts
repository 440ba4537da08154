import { blankTable } from '../../xlsx/export/export-table.ts';
import { spliceMessage } from '../../xlsx/export/locale/zh-CN.ts';
import type { Spliced } from '../../xlsx/splice/refusal.ts';
import type { Command } from '../command.ts';
import { words } from '../locale/zh-CN.ts';
import { readOptions } from '../options.ts';
import { namedTemplate } from '../packs.ts';
import { refuse, refuseCall } from '../refuse.ts';
import { resultFile, writeWhole } from '../write-whole.ts';

/** `blank TEMPLATE -o FILE [--json]`: the empty official workbook. */
export const blank: Command = {
  run: async (args, io) => {
    const options = readOptions(args, { values: ['-o'], flags: ['--json'] });
    if (!options.ok) return refuseCall(io, options.error, words.blankUsage);
    const [name, ...rest] = options.value.words;
    const target = options.value.values.get('-o');
    if (name === undefined || rest.length > 0 || target === undefined)
      return refuseCall(io, undefined, words.blankUsage);
    const found = await namedTemplate(io, name);
    if (found === undefined) return 2;
    const { binding, workbook } = found.template;
    // Only a table's blank workbook fills itself; a form's and a matrix's is the template.
    const made: Spliced<Uint8Array> =
      binding.kind !== 'table' ? { ok: true, value: workbook } : await blankTable(found.loaded, binding.id);
    if (!made.ok) return refuse(io, spliceMessage(made.error));
    try {
      const file = await resultFile(target, `${binding.label}.xlsx`);
      await writeWhole(file, made.value);
      io.out(options.value.flags.has('--json') ? `${JSON.stringify({ file })}\n` : `${words.written(file)}\n`);
      return 0;
    } catch (error) {
      return refuse(io, words.unwritable(target, error instanceof Error ? error.message : String(error)));
    }
  },
};
