import { expect, it } from 'vitest';
import { newId } from '../../records/new-id.ts';
import { withSeededIds } from './seeded-ids.node.ts';

async function three(seed: number): Promise<string[]> {
  const ids: string[] = [];
  await withSeededIds(seed, async () => {
    ids.push(newId(), newId(), newId());
  });
  return ids;
}

it('gives the same ids for the same seed, others for another, and the real ones afterwards', async () => {
  const ids = await three(7);
  expect(new Set(ids).size).toBe(3);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(await three(7)).toEqual(ids);
  expect(await three(8)).not.toEqual(ids);
  expect(newId()).not.toBe(newId());
});
