import { expect, test } from 'vitest';
import { openProject } from '../../records/store.ts';
import { housePack, SETTINGS } from '../../xlsx/export/testing/project.node.ts';
import { exportFacts } from './export-facts.ts';

test('the roster answers for the whole book, ledgers and the quarterly table for their own records', async () => {
  const loaded = await housePack();
  const records = {
    person: [
      { id: 'a', name: '张三' },
      { id: 'b', name: '李四', status: '已移出' },
    ],
    training: [
      { id: 't', person: 'a', mode: '以会代训' },
      { id: 'u', personName: '赵六' },
      { id: 'v', person: 'b', mode: '以会代训' },
    ],
    review: [{ id: 'r', person: 'a', quarter: '1', level: 'township', score: 120, grade: '尚可' }],
  };
  const opened = openProject(loaded.pack, { pack: loaded.pack.id, settings: SETTINGS, records });
  if (!opened.ok) throw new Error(opened.error.code);
  const { store } = opened;
  const facts = (id: string) => exportFacts(loaded, store, id);
  expect(facts('roster')).toEqual({
    people: 1,
    lines: false,
    ofLeft: 0,
    errors: store.totals.errors,
    warnings: store.totals.warnings,
  });
  expect(facts('training-ledger')).toEqual({ people: 2, lines: true, ofLeft: 1, errors: 1, warnings: 0 });
  expect(facts('quarterly-review')).toEqual({ people: 1, lines: false, ofLeft: 0, errors: 1, warnings: 1 });
});
