import type { Migration } from './types.ts';
import { v1 } from './v1.ts';
import { v2 } from './v2.ts';
import { v3 } from './v3.ts';

/** Every migration, in order. The last one's `to` is the program's version. */
export const MIGRATIONS: readonly Migration[] = [v1, v2, v3];
