import { z } from 'zod';
import { type Json, type Settings, settingsSchema } from '../records/types.ts';
import { isJson, isPlain, isRecordOf, withoutUndefined } from './is-json.ts';
import type { Damaged, ExportEntry, Place, ProjectMeta, RecordBlock, RecordRow } from './types.ts';

/** What is read from the database is parsed here, row by row, so that one bad row never takes the others with it. */

const time = z.number().nonnegative();
const json = z.custom<Json>(isJson, 'no JSON');

const metaSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  pack: z.string(),
  settings: settingsSchema,
  extra: z.record(z.string(), json),
  createdAt: time,
  updatedAt: time,
  rev: z.number().int().nonnegative(),
  counts: z.record(z.string(), z.number().int().nonnegative()),
});

const placeRow = z.object({ place: z.object({ sheet: z.string(), cell: z.string() }) });

export const exportRow = z.object({
  at: z.iso.datetime(),
  project: z.string(),
  unit: z.string(),
  template: z.string(),
  fileName: z.string(),
  rows: z.number().int().nonnegative(),
  mask: z.string(),
  sha256: z.string(),
  failed: z.number().int().nonnegative(),
}) satisfies z.ZodType<ExportEntry>;

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Damaged['reason'] };
const ok = <T>(value: T): Parsed<T> => ({ ok: true, value });
const bad = (reason: Damaged['reason']): { readonly ok: false; readonly reason: Damaged['reason'] } => ({
  ok: false,
  reason,
});

/** A project's row; keys of a later version stay in it. */
export function parseMeta(raw: unknown): Parsed<ProjectMeta> {
  const parsed = metaSchema.safeParse(raw);
  return parsed.success ? ok(parsed.data) : bad('bad-settings');
}

/**
 * What can be told of a project whose row no longer parses, so that its people can at least be looked at. Only for
 * read-only use: what is missing is blank, the reference date today's.
 */
export function salvageMeta(id: string, raw: unknown, today: string): ProjectMeta {
  const row = isPlain(raw) ? raw : {};
  const given = isPlain(row.settings) ? row.settings : {};
  const shape = settingsSchema.shape;
  const settings: Settings = {
    county: shape.county.catch('').parse(given.county),
    unit: shape.unit.catch('').parse(given.unit),
    level: shape.level.catch('township').parse(given.level),
    asOf: shape.asOf.catch(today).parse(given.asOf),
  };
  return {
    id,
    name: z.string().catch('').parse(row.name),
    pack: z.string().catch('').parse(row.pack),
    settings,
    extra: {},
    createdAt: time.catch(0).parse(row.createdAt),
    updatedAt: time.catch(0).parse(row.updatedAt),
    rev: z.number().int().nonnegative().catch(0).parse(row.rev),
    counts: {},
  };
}

/** A row of records that are stored together; each of them is yet to be parsed. */
export function parseBlock(raw: unknown): Parsed<Omit<RecordBlock, 'rows'> & { readonly rows: readonly unknown[] }> {
  if (!isPlain(raw)) return bad('not-an-object');
  const { entity, block, rows } = raw;
  if (typeof entity !== 'string' || typeof block !== 'number' || !Number.isSafeInteger(block)) return bad('bad-key');
  return Array.isArray(rows) ? ok({ entity, block, rows }) : bad('bad-data');
}

/** One record of a block. */
export function parseRecord(raw: unknown): Parsed<RecordRow> {
  if (!isPlain(raw)) return bad('not-an-object');
  const { id, rank, data } = raw;
  if (typeof id !== 'string' || id === '') return bad('bad-key');
  if (typeof rank !== 'number' || !Number.isSafeInteger(rank)) return bad('bad-rank');
  if (isPlain(data) && data.id !== id) return bad('bad-key');
  return isRecordOf(data, id) ? ok({ id, rank, data }) : bad('bad-data');
}

/** A sheet's layout; changed in place, keys that are `undefined` are taken out of it. */
export function parseLayout(raw: unknown): Parsed<{ readonly sheet: string; readonly layout: Json }> {
  if (!isPlain(raw)) return bad('bad-layout');
  const { sheet } = raw;
  const layout = withoutUndefined(raw.layout);
  return typeof sheet === 'string' && isJson(layout) ? ok({ sheet, layout }) : bad('bad-layout');
}

/** Where the clerk was; `undefined` (never stored) is null. */
export function parsePlace(raw: unknown): Parsed<Place | null> {
  if (raw === undefined) return ok(null);
  const parsed = placeRow.safeParse(raw);
  return parsed.success ? ok(parsed.data.place) : bad('bad-place');
}
