import { resolve } from 'node:path';
import { idsUnplaced } from '../../records/in-force.ts';
import { sha256Hex } from '../../records/sha256.ts';
import { openProject } from '../../records/store.ts';
import { quarterlyValues } from '../../reports/quarterly/matrix-values.ts';
import { exportMatrix } from '../../xlsx/export/export-matrix.ts';
import { exportTable } from '../../xlsx/export/export-table.ts';
import { spliceMessage } from '../../xlsx/export/locale/zh-CN.ts';
import { MASKS, type Mask } from '../../xlsx/export/mask.ts';
import { mailSummary, officialFileName, rowsAre } from '../../xlsx/export/summary.ts';
import { sayBrokenRules } from '../broken-rules.ts';
import type { Command, Io } from '../command.ts';
import { FORM_WORDS } from '../locale/forms.zh-CN.ts';
import { projectMessage, words } from '../locale/zh-CN.ts';
import { readOptions } from '../options.ts';
import { type FoundTemplate, findTemplate, usablePacks } from '../packs.ts';
import { type LightDataFile, readDataFile } from '../read-data-file.ts';
import { refuse, refuseCall } from '../refuse.ts';
import { resultFile, writeWhole } from '../write-whole.ts';
import { type ExportCall, exportForms } from './export-forms.ts';

/**
 * `export TEMPLATE --data PROJECT.json -o FILE|FOLDER [--mask none|middle8|last6|keepLast4|hidden] [--json]`: the
 * official workbook with the project's people; `--mask` hides parts of ID numbers and phones (tables only).
 * Of a form, a file has one sheet per person, a folder (or a .zip) one file per person.
 * Mistakes in the data do not stop it: the file is written, they are counted, and the exit code is 1.
 */
export const exportCommand: Command = {
  name: 'export',
  run: async (args, io) => {
    const options = readOptions(args, { values: ['-o', '--data', '--mask'], flags: ['--json'] });
    if (!options.ok) return refuseCall(io, options.error, words.exportUsage);
    const asked = options.value.values.get('--mask') ?? 'none';
    const mask = MASKS.find((known) => known === asked);
    if (mask === undefined) return refuse(io, words.unknownMask(asked, MASKS));
    const [name, ...rest] = options.value.words;
    const data = options.value.values.get('--data');
    const target = options.value.values.get('-o');
    if (name === undefined || rest.length > 0 || data === undefined || target === undefined) {
      return refuseCall(io, undefined, words.exportUsage);
    }
    const packs = await usablePacks(io);
    const found = findTemplate(packs, name);
    if (found === undefined)
      return refuse(
        io,
        words.unknownTemplate(
          name,
          packs.flatMap((p) => [...p.templates.keys()]),
        ),
      );
    return fill(found, { data, target, json: options.value.flags.has('--json'), mask }, io);
  },
};

interface MaskedCall extends ExportCall {
  readonly mask: Mask;
}

async function fill(found: FoundTemplate, call: MaskedCall, io: Io): Promise<number> {
  const data = await readDataFile(call.data, FORM_WORDS.changed).catch(() => undefined);
  if (data === undefined) return refuse(io, words.unreadable(call.data));
  try {
    return await fillFrom(data, found, call, io);
  } finally {
    await data.close();
  }
}

async function fillFrom(
  data: LightDataFile,
  { loaded, template }: FoundTemplate,
  call: MaskedCall,
  io: Io,
): Promise<number> {
  const { mask } = call;
  const parsed = parseJson(data.text);
  if (parsed === undefined) return refuse(io, words.notJson(call.data));
  const project = openProject(loaded.pack, parsed.value);
  if (!project.ok) return refuse(io, projectMessage(call.data, project.error));
  const { store } = project;
  sayBrokenRules(io, call.data, loaded.pack, store.settings);
  const { binding } = template;
  const unplaced = idsUnplaced(store, binding.entity).length;
  if (unplaced > 0) io.err(`${words.unplaced(unplaced)}\n`);
  if (binding.kind === 'form') {
    if (mask !== 'none') return refuse(io, words.noMaskInForms);
    const source = { pack: loaded.pack.id, binding, workbook: template.workbook };
    return exportForms({ loaded, source, store, readPhoto: data.readPhoto }, call, io);
  }
  if (io.terminal) io.err(`${words.working(store.totals.inForce.get(binding.entity) ?? 0)}\n`);
  const made =
    binding.kind === 'matrix'
      ? await exportMatrix(loaded, binding.id, store, quarterlyValues(store))
      : await exportTable(loaded, binding.id, store, { mask });
  if (!made.ok) return refuse(io, spliceMessage(made.error));
  const { bytes, rows, errors, warnings } = made.value;
  const fileName = officialFileName(store.settings, binding.label);
  try {
    const file = await resultFile(call.target, fileName);
    if (resolve(file) === resolve(call.data)) return refuse(io, words.sameFile);
    await writeWhole(file, bytes);
    const sha256 = await sha256Hex(bytes);
    if (call.json) io.out(`${JSON.stringify({ file, rows, errors, warnings, mask, sha256 }, null, 2)}\n`);
    else {
      const counted = rowsAre(loaded, binding.entity);
      const facts = {
        label: binding.label,
        fileName: file.split(/[\\/]/).at(-1) ?? file,
        rows,
        errors,
        warnings,
        counted,
      };
      io.out(`${mailSummary(store.settings, facts)}\n${words.written(file)}\n`);
    }
  } catch (error) {
    return refuse(io, words.unwritable(call.target, error instanceof Error ? error.message : String(error)));
  }
  return errors > 0 ? 1 : 0;
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
