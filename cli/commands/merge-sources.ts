import { createHash } from 'node:crypto';
import type { SourceRow } from '../../records/merge/types.ts';
import type { DataRecord } from '../../records/types.ts';
import { mainTable } from '../../sheets-templates/main-table.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import type { GatheredFiles, PlacedSource } from '../../xlsx/problems/merge-run.ts';
import { cellsOf } from '../../xlsx/recognise/cell-of.ts';
import type { CheckedSheet, CheckedWorkbook } from '../../xlsx/recognise/check-workbook.ts';
import type { PassedSheet } from '../../xlsx/recognise/passed-sheets.ts';
import { sourceRows } from '../../xlsx/recognise/source-rows.ts';
import type { FileAnswer } from '../workers/check-file.ts';

/** Files of the pack that most people are of, the project's if there is one. */
export interface Gathered extends GatheredFiles {
  /** Of the table that most people came in. */
  readonly template: string;
  /** Files whose people are of another pack or entity. */
  readonly others: ReadonlySet<string>;
}

/** What the files hold; `undefined` when no file holds anybody. */
export function gather(answers: readonly FileAnswer[], pack: Pack | undefined): Gathered | undefined {
  const counts = new Map<string, { pack: Pack; template: string; entity: string; people: number }>();
  for (const { result } of answers) {
    if (!result.ok) continue;
    for (const { template, entity, records } of result.checked.sheets) {
      const key = JSON.stringify([result.checked.pack.id, entity]);
      const count = counts.get(key) ?? { pack: result.checked.pack, template, entity, people: 0 };
      count.people += records.length;
      if (isForm(count.pack, count.template)) count.template = template;
      counts.set(key, count);
    }
  }
  const wanted = [...counts.values()].filter((count) => pack === undefined || count.pack.id === pack.id);
  const best = wanted.sort((a, b) => b.people - a.people)[0];
  if (best === undefined) return undefined;
  const others = new Set<string>();
  const sheets = new Map<string, readonly CheckedSheet[]>();
  const passed = new Map<string, readonly PassedSheet[]>();
  const sources: PlacedSource[] = [];
  const name = stableNames();
  for (const { file, date, result } of answers) {
    if (!result.ok) continue;
    const own = result.checked.pack.id === best.pack.id ? ofEntity(result.checked, best.entity) : [];
    if (own.length === 0) others.add(file);
    sheets.set(file, own);
    if (result.checked.others.length > 0) passed.set(file, result.checked.others);
    for (const sheet of own) {
      const cells = cellsOf(sheet);
      for (const row of sourceRows({ file, date }, { ...result.checked, sheets: [sheet] }))
        sources.push({ row: named(row, name), cells });
    }
  }
  // People who came in forms only go into the pack's table all the same.
  const template = best.pack.templates.some((t) => t.id === best.template && t.kind === 'table')
    ? best.template
    : (mainTable(best.pack, best.entity)?.id ?? best.template);
  return { pack: best.pack, template, entity: best.entity, sources, sheets, passed, others };
}

function ofEntity(checked: CheckedWorkbook, entity: string): readonly CheckedSheet[] {
  return checked.sheets.filter((sheet) => sheet.entity === entity);
}

function isForm(pack: Pack, template: string): boolean {
  return pack.templates.some(({ id, kind }) => id === template && kind === 'form');
}

function named(row: SourceRow, name: (record: DataRecord) => DataRecord): SourceRow {
  const record = name(row.record);
  const { children } = row;
  if (children === undefined) return { ...row, record };
  // A line's id follows from whose it is as well: two people often have the same training.
  const own = children.map((child) => {
    const { owner: _, ...kept } = name({ ...child.record, owner: record.id });
    return { ...child, record: kept };
  });
  return { ...row, record, children: own };
}

/** Ids that follow from what the rows say, so that the same files give the same result, byte for byte. */
function stableNames(): (record: DataRecord) => DataRecord {
  const seen = new Map<string, number>();
  return ({ id: _, ...record }) => {
    const text = JSON.stringify(record);
    const nth = (seen.get(text) ?? 0) + 1;
    seen.set(text, nth);
    const hex = createHash('sha256').update(`${nth} ${text}`).digest('hex');
    const id = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)];
    return { ...record, id: id.join('-') };
  };
}
