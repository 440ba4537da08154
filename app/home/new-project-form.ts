import { isIsoDay } from '../../formulas/calendar.ts';
import { type Settings, settingsSchema } from '../../records/types.ts';
import type { Parameter } from '../../sheets-templates/schema.ts';
import { SETTING_KEYS } from '../../sheets-templates/settings-keys.ts';

/** What stands in the form, as typed. `parameters`: texts per key; a key that is not there was not touched. */
export interface NewProjectDraft {
  readonly level: Settings['level'];
  readonly county: string;
  readonly unit: string;
  readonly asOf: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What is wrong with a field. */
export type DraftProblems = Readonly<Record<string, 'county' | 'unit' | 'asOf' | 'number'>>;

/** The parameters that the form asks for: all but the settings that have their own fields. */
export function askedParameters(parameters: readonly Parameter[]): readonly Parameter[] {
  return parameters.filter(({ key }) => !SETTING_KEYS.includes(key));
}

/** A parameter's default as text; blank when the documents set none. */
export function defaultText(parameter: Parameter): string {
  return parameter.default === null ? '' : String(parameter.default);
}

/**
 * The settings that a form means, or what is wrong with it. Only parameters that differ from the pack's default are
 * kept; one that was cleared is `null`, which switches its rules off.
 */
export function readDraft(
  draft: NewProjectDraft,
  parameters: readonly Parameter[],
): { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly problems: DraftProblems } {
  const problems: Record<string, DraftProblems[string]> = {};
  const county = draft.county.trim();
  const unit = draft.unit.trim();
  if (county === '') problems.county = 'county';
  if (unit === '') problems.unit = 'unit';
  if (!isIsoDay(draft.asOf)) problems.asOf = 'asOf';
  const chosen: Record<string, string | number | null> = {};
  for (const parameter of askedParameters(parameters)) {
    const typed = draft.parameters[parameter.key]?.normalize('NFKC').trim();
    if (typed === undefined || typed === defaultText(parameter)) continue;
    if (typed === '') chosen[parameter.key] = null;
    else if (parameter.type !== 'number') chosen[parameter.key] = typed;
    else if (/^\d+(?:\.\d+)?$/u.test(typed)) chosen[parameter.key] = Number(typed);
    else problems[parameter.key] = 'number';
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const settings = settingsSchema.parse({ ...chosen, county, unit, level: draft.level, asOf: draft.asOf });
  return { ok: true, settings };
}
