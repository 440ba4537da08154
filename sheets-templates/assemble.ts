import type { Result } from '../formulas/result.ts';
import { crossCheck, type PackProblem } from './cross-check.ts';
import { type LoadedPack, packSchema, type Template } from './schema.ts';

/** A pack that cannot be used, with every reason. */
export interface PackError {
  readonly code: 'bad-pack';
  readonly problems: readonly PackProblem[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Puts a pack together: `pack.json`, the bindings of its templates and their workbooks (by the file name that the
 * binding gives, or `TEMPLATE-ID/FILE` where two templates use one name). Checks all of it; never throws.
 */
export function assemblePack(
  packJson: unknown,
  bindings: readonly unknown[],
  workbooks: ReadonlyMap<string, Uint8Array>,
): Result<LoadedPack, PackError> {
  const fail = (problems: readonly PackProblem[]): Result<LoadedPack, PackError> => ({
    ok: false,
    error: { code: 'bad-pack', problems },
  });
  if (!isObject(packJson)) return fail([{ code: 'schema', path: '', detail: 'not an object' }]);
  const own = Array.isArray(packJson.templates) ? packJson.templates : [];
  const parsed = packSchema.safeParse({ ...packJson, templates: [...own, ...bindings] });
  if (!parsed.success) {
    return fail(
      parsed.error.issues.map(({ path, message }) => ({ code: 'schema', path: path.join('.'), detail: message })),
    );
  }
  const pack = parsed.data;
  const problems = [...crossCheck(pack)];
  const templates = new Map<string, Template>();
  for (const [index, binding] of pack.templates.entries()) {
    const workbook = workbooks.get(`${binding.id}/${binding.workbook}`) ?? workbooks.get(binding.workbook);
    if (workbook) templates.set(binding.id, { binding, workbook });
    else problems.push({ code: 'workbook-missing', path: `templates.${index}.workbook`, detail: binding.workbook });
  }
  return problems.length > 0 ? fail(problems) : { ok: true, value: { pack, templates } };
}
