import { idsOfLeft, idsUnplaced } from '../../records/in-force.ts';
import { openProject } from '../../records/store.ts';
import { MASKS } from '../../xlsx/export/mask.ts';
import { ownerKeys } from '../../xlsx/form/form-facts.ts';
import { zipNatively } from '../../xlsx/zip/native.node.ts';
import { sayBrokenRules } from '../broken-rules.ts';
import type { Command, Io } from '../command.ts';
import { FORM_WORDS } from '../locale/forms.zh-CN.ts';
import { projectMessage, words } from '../locale/zh-CN.ts';
import { readOptions } from '../options.ts';
import { type FoundTemplate, namedTemplate } from '../packs.ts';
import { type LightDataFile, readDataFile } from '../read-data-file.ts';
import { refuse, refuseCall } from '../refuse.ts';
import { CHOICE_OPTIONS, readChoice } from './export-choice.ts';
import type { TableCall } from './export-table.ts';

zipNatively();

/**
 * `export TEMPLATE --data PROJECT.json -o FILE|FOLDER [--mask none|middle8|last6|keepLast4|hidden] [--year YYYY]
 * [--township T] [--village V] [--person NAME|ID] [--json]`: the official workbook with the project's people; `--mask`
 * hides parts of ID numbers and phones (tables only). Of a form, a file has one sheet per person, a folder (or a .zip) one
 * file per person; `--township`, `--village` and `--person` choose whose. `--year`: of forms, ledgers and the quarterly
 * table.
 * Mistakes in the data do not stop it: the file is written, they are counted, and the exit code is 1.
 */
export const exportCommand: Command = {
  run: async (args, io) => {
    const options = readOptions(args, { values: ['-o', '--data', '--mask', ...CHOICE_OPTIONS], flags: ['--json'] });
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
    const found = await namedTemplate(io, name);
    if (found === undefined) return 2;
    const choice = readChoice(options.value.values, found.template.binding);
    if (!choice.ok) return refuse(io, choice.says);
    return fill(found, { data, target, json: options.value.flags.has('--json'), mask, choice: choice.value }, io);
  },
};

async function fill(found: FoundTemplate, call: TableCall, io: Io): Promise<number> {
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
  call: TableCall,
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
  const owner = ownerKeys(loaded).get(binding.entity) ?? null;
  const ofLeft = idsOfLeft(store, binding.entity, owner).length;
  if (ofLeft > 0) io.err(`${words.ofLeft(ofLeft)}\n`);
  if (binding.kind === 'form') {
    if (mask !== 'none') return refuse(io, words.noMaskInForms);
    const source = { pack: loaded.pack.id, binding, workbook: template.workbook };
    const { exportForms } = await import('./export-forms.ts');
    return exportForms({ loaded, source, store, readPhoto: data.readPhoto }, call, io);
  }
  const { exportOneTable } = await import('./export-table.ts');
  return exportOneTable(loaded, binding, store, call, io);
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
