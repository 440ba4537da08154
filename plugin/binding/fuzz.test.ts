import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestBed, type TestBed } from '../testing/create-test-bed.node.ts';
import { fuzz } from '../testing/fuzz.node.ts';

/** `MINGCE_FUZZ=500x200` runs more; `MINGCE_SEED=17` runs one seed alone. */
const [seeds = 50, steps = 100] = (process.env['MINGCE_FUZZ'] ?? '50x100').split('x').map(Number);
const only = process.env['MINGCE_SEED'];

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed();
});
afterAll(() => bed.dispose());

describe('sheet and records under random operations', () => {
  it(`agree for ${seeds} seeds of ${steps} operations`, { timeout: 3_600_000 }, async () => {
    const failed: string[] = [];
    for (let seed = only ? Number(only) : 1; seed <= (only ? Number(only) : seeds); seed++) {
      try {
        await fuzz(bed, seed, steps);
      } catch (error) {
        failed.push(String(error instanceof Error ? error.message : error).slice(0, 600));
      }
    }
    expect(failed.join('\n')).toBe('');
  });
});
