import { afterAll, beforeAll, expect, it } from 'vitest';
import { openProject } from '../../records/store.ts';
import { housePack, SETTINGS } from '../../xlsx/export/testing/project.node.ts';
import { createTestBed, type TestBed } from '../testing/create-test-bed.node.ts';
import { placeOf } from './place-of.ts';

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed();
}, 60_000);
afterAll(() => bed.dispose());

it('says on which sheet a problem stands, scores and what only the form has included', async () => {
  const loaded = await housePack();
  const records = {
    village: [{ id: 'v', township: '南城镇', name: '白虎村' }],
    person: [
      { id: 'a', name: '张一', township: '南城镇', village: '白虎村' },
      { id: 'b', name: '李二', township: '南城镇', village: '白虎村' },
    ],
    training: [{ id: 't', person: 'b', mode: '集中培训', time: '2017.05', days: '三天' }],
    review: [{ id: 'r', person: 'b', year: 2017, quarter: 1, level: 'township', score: 120, opinion: '好' }],
  };
  const opened = openProject(loaded.pack, { pack: loaded.pack.id, settings: SETTINGS, records });
  if (!opened.ok) throw new Error(opened.error.code);
  const templates = ['roster', 'record-form', 'training-ledger', 'quarterly-review'];
  const t = await bed.open(opened.store, undefined, [], templates);
  const place = (entity: string, record: string, field: string) => placeOf(t.open.bench, { entity, record, field });
  expect(place('person', 'b', 'phone')).toBe('第 5 行');
  expect(place('person', 'a', 'ethnicity')).toBe('第 4 行');
  expect(place('training', 't', 'days')).toBe('培训台账第 4 行');
  expect(place('review', 'r', 'score')).toBe('季度评议第 7 行');
  expect(place('review', 'r', 'opinion')).toBe('纪实表');
  expect(place('village', 'v', 'name')).toBeNull();
  t.close();
});
