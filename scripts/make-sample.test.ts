import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openProject } from '../records/store.ts';
import { type Pack, packSchema } from '../sheets-templates/schema.ts';
import { consequences, makeSample, planted, sampleText } from './make-sample.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const pack: Pack = packSchema.parse({
  ...JSON.parse(read('sheets-templates/village-reserve-cadres/pack.json')),
  templates: [],
});
const file = read('public/samples/village-reserve-cadres.json');

test('the committed sample is what the script makes', () => {
  expect(sampleText(makeSample(pack).toJson())).toBe(file);
});

test('exactly the planted mistakes come out', () => {
  const opened = openProject(pack, JSON.parse(file));
  if (!opened.ok) throw new Error(opened.error.code);
  const found = [...opened.store.issues()].map(({ record, rule }) => `${record} ${rule}`).sort();
  expect(found).toEqual([...planted, ...consequences].map(({ record, rule }) => `${record} ${rule}`).sort());
  expect([...opened.store.totals.inForce].filter(([, n]) => n > 0)).toEqual([
    ['person', 60],
    ['village', 12],
    ['training', 51],
    ['mentoring', 33],
    ['practice', 8],
    ['review', 113],
    ['yearResult', 11],
  ]);
});
