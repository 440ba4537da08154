import type { Fix, Issue } from './types.ts';

/** The ways to mend an issue by one click: the fix, or those of which a person chooses one. */
export function fixesOf({ fix, choices }: Issue): readonly Fix[] {
  return fix ? [fix] : (choices ?? []);
}
