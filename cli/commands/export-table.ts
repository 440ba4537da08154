import { resolve } from 'node:path';
import { isoYear } from '../../formulas/calendar.ts';
import { sha256Hex } from '../../records/sha256.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import { quarterlyValues } from '../../reports/quarterly/matrix-values.ts';
import type { MatrixBinding } from '../../sheets-templates/matrix-binding.ts';
import type { LoadedPack, TableBinding } from '../../sheets-templates/schema.ts';
import { exportMatrix } from '../../xlsx/export/export-matrix.ts';
import { type Exported, exportTable } from '../../xlsx/export/export-table.ts';
import { maskLabels, spliceMessage } from '../../xlsx/export/locale/zh-CN.ts';
import type { Mask } from '../../xlsx/export/mask.ts';
import { mailSummary, officialFileName, rowsAre } from '../../xlsx/export/summary.ts';
import type { Spliced } from '../../xlsx/splice/refusal.ts';
import type { Io } from '../command.ts';
import { words } from '../locale/zh-CN.ts';
import { refuse } from '../refuse.ts';
import { resultFile, writeWhole } from '../write-whole.ts';
import { type Answer, type ExportChoice, linesOfYear } from './export-choice.ts';
import type { ExportCall } from './export-forms.ts';

/** A call of `export` for a table: with a mask for numbers. */
export interface TableCall extends ExportCall {
  readonly mask: Mask;
}

/** Writes the roster, a ledger or the quarterly table. Answers the exit code. */
export async function exportOneTable(
  loaded: LoadedPack,
  binding: TableBinding | MatrixBinding,
  store: RecordStore,
  call: TableCall,
  io: Io,
): Promise<number> {
  const { mask } = call;
  const { year } = call.choice;
  if (io.terminal) io.err(`${words.working(store.totals.inForce.get(binding.entity) ?? 0)}\n`);
  const made = await make(loaded, binding, store, call);
  if (!made.ok) return refuse(io, made.says);
  const { bytes, rows, errors, warnings } = made.value;
  const own = year === undefined || year === isoYear(store.settings.asOf);
  const fileName = officialFileName(store.settings, own ? binding.label : `${binding.label}-${year}`);
  try {
    const file = await resultFile(call.target, fileName);
    if (resolve(file) === resolve(call.data)) return refuse(io, words.sameFile);
    await writeWhole(file, bytes);
    const sha256 = await sha256Hex(bytes);
    if (call.json) {
      const said = year === undefined ? {} : { year };
      io.out(`${JSON.stringify({ file, rows, errors, warnings, mask, ...said, sha256 }, null, 2)}\n`);
    } else {
      const counted = rowsAre(loaded, binding.entity);
      const facts = {
        label: binding.label,
        fileName: file.split(/[\\/]/).at(-1) ?? file,
        rows,
        errors,
        warnings,
        counted,
        ...(mask === 'none' ? {} : { mask: maskLabels[mask] }),
      };
      io.out(`${mailSummary(store.settings, facts)}\n${words.written(file)}\n`);
    }
  } catch (error) {
    return refuse(io, words.unwritable(call.target, error instanceof Error ? error.message : String(error)));
  }
  return errors > 0 ? 1 : 0;
}

async function make(
  loaded: LoadedPack,
  binding: TableBinding | MatrixBinding,
  store: RecordStore,
  { choice, mask }: { readonly choice: ExportChoice; readonly mask: Mask },
): Promise<Answer<Exported>> {
  const { year } = choice;
  if (binding.kind === 'matrix') {
    const values = quarterlyValues(store, year);
    return said(await exportMatrix(loaded, binding.id, store, values, year));
  }
  if (year === undefined) return said(await exportTable(loaded, binding.id, store, { mask }));
  const lines = linesOfYear(loaded, store, binding.entity, year);
  if (!lines.ok) return lines;
  return said(await exportTable(loaded, binding.id, store, { mask, ids: lines.value }));
}

function said(made: Spliced<Exported>): Answer<Exported> {
  return made.ok ? made : { ok: false, says: spliceMessage(made.error) };
}
