import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestBed, type TestBed } from '../testing/create-test-bed.node.ts';
import { fuzz } from '../testing/fuzz.node.ts';

/**
 * `MINGCE_FUZZ=500x200` runs more, `MINGCE_FUZZ=101-200x200` only these seeds (scripts/fuzz-sheet.ts goes through many
 * in such pieces); `MINGCE_SEED=17` runs one seed alone.
 */
const [range = '50', steps = '100'] = (process.env['MINGCE_FUZZ'] ?? '50x100').split('x');
const [one, end] = range.split('-').map(Number);
const only = process.env['MINGCE_SEED'];
const first = only ? Number(only) : end === undefined ? 1 : (one ?? 1);
const last = only ? Number(only) : (end ?? one ?? 50);

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed();
});
afterAll(() => bed.dispose());

describe('sheet and records under random operations', () => {
  it(`agree for the seeds ${first} to ${last} of ${steps} operations`, { timeout: 3_600_000 }, async () => {
    const failed: string[] = [];
    for (let seed = first; seed <= last; seed++) {
      try {
        await fuzz(bed, seed, Number(steps));
      } catch (error) {
        failed.push(String(error instanceof Error ? error.message : error).slice(0, 600));
      }
    }
    expect(failed.join('\n')).toBe('');
  });
});
