import type { Arg } from '../formulas/language/expression.ts';
import { walkArg } from '../formulas/language/walk.ts';
import type { Value } from '../formulas/types.ts';
import type { Entity } from '../sheets-templates/schema.ts';
import type { Evaluate } from './compile.ts';
import type { Parameters } from './parameters.ts';

/** Answers that are kept of one formula. */
const MOST = 1024;
/** Remembering pays where at most one question in so many is new. */
const WORTH = 4;

/**
 * The one field of the record that a formula reads, beside settings; `undefined` for a formula that reads more, less, or
 * other records.
 */
export function onlyField(entity: Entity, arg: Arg): string | undefined {
  const fields = new Set<string>();
  let others = 0;
  walkArg(arg, { field: (key) => void fields.add(key), count: () => others++, partner: () => others++ });
  const [key, ...more] = fields;
  if (more.length > 0 || others > 0) return undefined;
  const field = entity.fields.find((one) => one.key === key);
  return field?.owner === undefined ? field?.key : undefined;
}

/**
 * A formula over one field, its answers remembered by the field's text: a hundred thousand people share a few
 * hundred villages, two genders, five educations. Where nearly every text is new (ID numbers), it gives up remembering.
 */
export function remembered(evaluate: Evaluate, field: string, parameters: Parameters): Evaluate {
  const answers = new Map<string, Value>();
  let { settings } = parameters;
  let asked = 0;
  let worth = true;
  return (record) => {
    const text = worth ? record[field] : undefined;
    // A blank may be computed from other fields.
    if (typeof text !== 'string' || text === '') return evaluate(record);
    if (settings !== parameters.settings) {
      settings = parameters.settings;
      answers.clear();
      asked = 0;
    }
    asked++;
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size === MOST) {
      worth = asked >= MOST * WORTH;
      answers.clear();
      asked = 0;
    }
    const answer = evaluate(record);
    answers.set(text, answer);
    return answer;
  };
}
