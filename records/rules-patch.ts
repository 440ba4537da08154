import { z } from 'zod';
import { RULES_SETTING, type RuleChanges } from '../sheets-templates/rule-changes.ts';
import type { Patch } from './types.ts';

/** The patch that gives a project these changes of its rules; none at all when there are none. */
export function rulesPatch({ changed, own }: RuleChanges): Patch {
  const kept = Object.fromEntries(Object.entries(changed).filter(([, change]) => Object.keys(change).length > 0));
  const none = Object.keys(kept).length === 0 && own.length === 0;
  return [{ op: 'settings', set: { [RULES_SETTING]: none ? null : z.json().parse({ changed: kept, own }) } }];
}
