import { projectRules } from '../sheets-templates/rule-changes.ts';
import type { Pack } from '../sheets-templates/schema.ts';
import type { Io } from './command.ts';
import { brokenRule } from './locale/rules.zh-CN.ts';

/** Says on stderr which of a project's rule changes cannot be used; the official rule is in force in their place. */
export function sayBrokenRules(io: Io, file: string, pack: Pack, settings: Readonly<Record<string, unknown>>): void {
  for (const problem of projectRules(pack, settings).problems) io.err(`${brokenRule(file, problem)}\n`);
}
