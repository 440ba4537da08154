import type { Binding, LoadedPack } from '../../sheets-templates/schema.ts';
import { type Snapshot, type SnapshotOptions, toSnapshot } from '../../xlsx/univer/to-snapshot.ts';
import type { SheetRequest } from './sheet-part.ts';

/** The id of the first template's sheet, in every stored layout. */
export const FIRST_ID = 'sheet';

/** A template's workbook as it is shown, by the id that its sheet is to have. */
type Answer = Promise<Snapshot>;

/** What was read before it was needed; handed out once, since whoever takes it writes into it. */
const ahead = new WeakMap<Uint8Array, Map<string, Answer>>();

/**
 * Begins to read the workbooks of templates, in the order of their tabs, while it is still being waited for the records
 * that go into them.
 */
export function readTemplatesAhead(loaded: LoadedPack, templates: readonly string[]): void {
  for (const [at, id] of templates.entries()) {
    const template = loaded.templates.get(id);
    if (!template) continue;
    const { workbook, binding } = template;
    const answer = read(workbook, binding, at === 0 ? FIRST_ID : id, stylePrefix(id, at));
    // It fails again for whoever takes it.
    answer.catch(() => undefined);
    ahead.set(workbook, new Map([[at === 0 ? FIRST_ID : id, answer]]));
  }
}

/** Begins the ids of a template's styles: those of several workbooks in one must not meet. */
export function stylePrefix(template: string, tab: number): string {
  return tab === 0 ? 's' : `${template}-s`;
}

/** The template of a request as it is shown; the caller's own. @throws Error when its workbook cannot be read */
export function templateSnapshot({ workbook, binding, sheetId, stylePrefix: prefix }: SheetRequest): Answer {
  const known = ahead.get(workbook);
  const answer = known?.get(sheetId);
  known?.delete(sheetId);
  return answer ?? read(workbook, binding, sheetId, prefix);
}

async function read(workbook: Uint8Array, binding: Binding, sheetId: string, prefix: string): Answer {
  const answer = await toSnapshot(workbook, { ...optionsOf(binding), sheetId, stylePrefix: prefix });
  if (!answer.ok) throw new Error(`template ${binding.id}: ${answer.error.code}`);
  return answer.value;
}

function optionsOf(binding: Binding): SnapshotOptions {
  const { sheet } = binding;
  if (binding.kind === 'form') return { sheet, extraColumns: 0 };
  const rows = { sheet, headerRow: binding.headerRow, likeRow: binding.sampleRow };
  return binding.kind === 'table' ? rows : { ...rows, extraColumns: 0 };
}
