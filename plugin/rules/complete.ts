import { functionCalled, functionNames } from '../../formulas/functions.ts';
import { aggregateNames } from '../../formulas/language/locale/aggregates.ts';

/** One thing that may be written at the caret. */
export interface Option {
  readonly kind: 'field' | 'parameter' | 'function';
  /** What is listed, and what it says beside it. */
  readonly label: string;
  readonly detail: string;
  /** What is put in place of what was typed, and where the caret goes behind it, from its start. */
  readonly insert: string;
}

/** What may be written now, and which characters it takes the place of. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly options: readonly Option[];
}

/** Names that a formula may use here, in Chinese. */
export interface Words {
  readonly fields: readonly string[];
  readonly parameters: readonly string[];
}

const MOST = 8;
const OPENERS = {
  '[': ['field', ']'],
  '【': ['field', ']'],
  '{': ['parameter', '}'],
  '｛': ['parameter', '}'],
} as const;

const functions: readonly Option[] = [...functionNames, ...aggregateNames].map((name) => ({
  kind: 'function',
  label: name,
  detail: functionCalled(name)?.help ?? '',
  insert: `${name}(`,
}));

/** Whether the caret stands inside a text in quotation marks. */
function inText(before: string): boolean {
  return (before.match(/["“”]/g)?.length ?? 0) % 2 === 1;
}

/** Those that begin with what was typed first, then those that contain it. */
function matching(options: readonly Option[], typed: string): readonly Option[] {
  const wanted = typed.toUpperCase();
  const starts = options.filter(({ label }) => label.toUpperCase().startsWith(wanted));
  const holds = options.filter((option) => !starts.includes(option) && option.label.toUpperCase().includes(wanted));
  return [...starts, ...holds].slice(0, MOST);
}

/** What may be written at the caret of a formula; nothing where nothing was begun. */
export function complete(text: string, caret: number, words: Words): Completion | undefined {
  const before = text.slice(0, caret);
  if (inText(before)) return undefined;
  const bracket = /([[【{｛])([^\][【】{}｛｝]*)$/u.exec(before);
  if (bracket) {
    const [, opener = '[', typed = ''] = bracket;
    const [kind, closer] = OPENERS[opener === '{' || opener === '｛' ? '{' : '['];
    const from = caret - typed.length - 1;
    // What stands behind the caret up to its own closing bracket is what is being rewritten.
    const rest = /^[^\][【】{}｛｝()（）,，"]*[\]】}｝]/u.exec(text.slice(caret))?.[0].length ?? 0;
    const open = kind === 'field' ? '[' : '{';
    const names = kind === 'field' ? words.fields : words.parameters;
    const options = names.map((name): Option => ({ kind, label: name, detail: '', insert: open + name + closer }));
    const found = matching(options, typed);
    return found.length === 0 ? undefined : { from, to: caret + rest, options: found };
  }
  const typed = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(before)?.[0];
  if (typed === undefined) return undefined;
  const fields = words.fields.map((name): Option => ({ kind: 'field', label: name, detail: '', insert: `[${name}]` }));
  const found = matching([...fields, ...functions], typed);
  if (found.length === 0) return undefined;
  const open = /^\s*[(（]/u.test(text.slice(caret));
  // The parenthesis is there already where a name is written anew.
  const options = found.map((option) =>
    open && option.kind === 'function' ? { ...option, insert: option.label } : option,
  );
  return { from: caret - typed.length, to: caret, options };
}
