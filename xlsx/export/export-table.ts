import { idsListed } from '../../records/in-force.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { Settings } from '../../records/types.ts';
import { withProjectRules } from '../../sheets-templates/rule-changes.ts';
import type { Entity, LoadedPack, TableBinding, Template } from '../../sheets-templates/schema.ts';
import type { CellValue } from '../splice/body-rows.ts';
import type { Spliced } from '../splice/refusal.ts';
import { spliceTable } from '../splice/splice-table.ts';
import { columnReaders } from './field-values.ts';
import type { Mask } from './mask.ts';
import { type NativeTarget, nativeDerived } from './native-checks.ts';
import { tablePlace } from './table-place.ts';
import { nativeRules } from './validations.ts';

export interface ExportOptions {
  /** Only these records; the order is the store's all the same. */
  readonly ids?: readonly string[];
  /** For fields whose privacy is `sensitive`. */
  readonly mask?: Mask;
  /** Keys of fields whose column stays empty. */
  readonly omitColumns?: readonly string[];
}

export interface Exported {
  readonly bytes: Uint8Array;
  /** Records in the table. */
  readonly rows: number;
  /** Issues of these records, or of the whole project when all are exported. */
  readonly errors: number;
  readonly warnings: number;
}

/**
 * The official workbook with the records in force, in the store's order, numbered from 1.
 * Errors: see `SpliceErrorCode`; the words are in `xlsx/export/locale/zh-CN.ts`.
 */
export async function exportTable(
  loaded: LoadedPack,
  templateId: string,
  store: RecordStore,
  options: ExportOptions = {},
): Promise<Spliced<Exported>> {
  const found = tableTemplate(loaded, templateId);
  if (!found.ok) return found;
  const { binding, entity, template } = found.value;
  const ids = exportedIds(store, entity, options.ids);
  const mask = options.mask ?? 'none';
  const omitted = new Set(options.omitColumns ?? []);
  const readers = columnReaders(store, entity, binding, mask, omitted);
  const row: CellValue[] = [];
  const hidden = entity.fields.filter(
    (field) => omitted.has(field.key) || (mask !== 'none' && field.privacy === 'sensitive'),
  );
  const filled = await spliceTable(template.workbook, {
    ...tablePlace(loaded, binding, ids),
    rows: ids.length,
    values: (index) => {
      const id = ids[index] ?? '';
      for (let c = 0; c < readers.length; c++) row[c] = readers[c]?.(id, index) ?? '';
      return row;
    },
    texts: new Map(binding.texts.map(({ cell, text }) => [cell, settingsText(text, store.settings)])),
    checks: (lastRow) =>
      nativeRules({
        ...targetOf(loaded, binding, entity, store.settings),
        skip: new Set(hidden.map((field) => field.key)),
        lastRow,
      }),
  });
  if (!filled.ok) return filled;
  return {
    ok: true,
    value: { bytes: filled.value, rows: ids.length, ...issueCount(store, entity, ids, options.ids) },
  };
}

/** The empty official workbook; with settings, its texts follow them. Errors as `exportTable`. */
export async function blankTable(
  loaded: LoadedPack,
  templateId: string,
  settings?: Readonly<Record<string, unknown>>,
): Promise<Spliced<Uint8Array>> {
  const found = tableTemplate(loaded, templateId);
  if (!found.ok) return found;
  const { binding, entity, template } = found.value;
  const target = targetOf(loaded, binding, entity, settings ?? {});
  return spliceTable(template.workbook, {
    ...tablePlace(loaded, binding, []),
    rows: binding.blankRows,
    values: () => [],
    texts: new Map(
      settings === undefined ? [] : binding.texts.map(({ cell, text }) => [cell, settingsText(text, settings)]),
    ),
    checks: (lastRow) => nativeRules({ ...target, lastRow }),
    formulas: selfFilling(target),
  });
}

/** What native formulas are made for: parameters as the project sets them, else as the documents do. */
function targetOf(
  { pack }: LoadedPack,
  binding: TableBinding,
  entity: Entity,
  settings: Readonly<Record<string, unknown>>,
): NativeTarget {
  const values = new Map<string, unknown>([
    ...pack.parameters.map((parameter): [string, unknown] => [parameter.key, parameter.default]),
    ...Object.entries(settings),
  ]);
  const parameter = (key: string): string | number => {
    const value = values.get(key);
    return typeof value === 'string' || typeof value === 'number' ? value : '';
  };
  return {
    pack: withProjectRules(pack, settings),
    entity,
    binding,
    parameter,
    skip: new Set(),
    lastRow: binding.sampleRow,
  };
}

/**
 * Formulas of the blank form's derived columns. Months are texts, and a formula in a text cell turns into text when it
 * is edited; so only choices and numbers fill themselves.
 */
function selfFilling(target: NativeTarget): ReadonlyMap<string, string> {
  const { entity, binding } = target;
  return new Map(
    binding.columns.flatMap(({ column, field: key }): [string, string][] => {
      const field = entity.fields.find((candidate) => candidate.key === key);
      if (field?.derive === undefined || field.type === 'yearMonth') return [];
      const formula = nativeDerived(target, key);
      return formula === undefined ? [] : [[column, formula]];
    }),
  );
}

function tableTemplate(
  loaded: LoadedPack,
  id: string,
): Spliced<{ readonly template: Template; readonly binding: TableBinding; readonly entity: Entity }> {
  const template = loaded.templates.get(id);
  const entity = loaded.pack.entities.find((candidate) => candidate.key === template?.binding.entity);
  if (template?.binding.kind !== 'table' || entity === undefined) {
    return { ok: false, error: { code: 'no-such-template', place: id } };
  }
  return { ok: true, value: { template, binding: template.binding, entity } };
}

/** Records in force, in the store's order; of a ledger those of people who are. */
function exportedIds(
  store: RecordStore,
  { key, parent }: Entity,
  wanted: readonly string[] | undefined,
): readonly string[] {
  const ids = idsListed(store, key, parent ?? null);
  const selected = wanted && new Set(wanted);
  return selected ? ids.filter((id) => selected.has(id)) : ids;
}

/** Of a whole roster everything counts, villages too; a ledger answers for its own lines. */
function issueCount(
  store: RecordStore,
  { key: entity, parent }: Entity,
  ids: readonly string[],
  wanted: readonly string[] | undefined,
) {
  if (wanted === undefined && parent === undefined) {
    store.check(() => true);
    return { errors: store.totals.errors, warnings: store.totals.warnings };
  }
  return store.countIssues(entity, ids);
}

/** `{county}村级后备干部名册` with the project's settings; a setting that is not there leaves nothing. */
export function settingsText(pattern: string, settings: Settings | Readonly<Record<string, unknown>>): string {
  const values = new Map<string, unknown>(Object.entries(settings));
  return pattern.replace(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (_, key: string) => {
    const value = values.get(key);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
}
