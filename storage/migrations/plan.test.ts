import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from './all.ts';
import { latestVersion, stepsFrom } from './plan.ts';

const step = (to: number) => ({ to, up: () => {} });

describe('the list of migrations', () => {
  it('leads to its length, without gaps', () => {
    expect(latestVersion(MIGRATIONS)).toBe(MIGRATIONS.length);
    expect(() => latestVersion([step(1), step(3)])).toThrow('migration 2 leads to version 3');
    expect(() => latestVersion([step(2), step(1)])).toThrow();
  });

  it('runs from the stored version up', () => {
    const list = [step(1), step(2), step(3)];
    expect(stepsFrom(list, 0).map((s) => s.to)).toEqual([1, 2, 3]);
    expect(stepsFrom(list, 1).map((s) => s.to)).toEqual([2, 3]);
    expect(stepsFrom(list, 3)).toEqual([]);
  });
});
