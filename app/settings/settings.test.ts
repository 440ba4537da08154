import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newProject } from '../../records/store.ts';
import { pack, right, settings, type, villages } from '../../records/testing/pack.ts';
import { readDraft } from '../home/new-project-form.ts';
import { parseVillageList } from '../home/parse-village-list.ts';
import { settingsEffect } from './settings-effect.ts';
import { draftOf, factsOf, settingsPatch } from './settings-patch.ts';

function project() {
  const store = newProject(pack, { ...settings, ageLimit: 30, minimumEducation: '' }, villages);
  type(store, right);
  type(store, { ...right, name: '李四', village: '金牛村', idNumber: '510104198606111504', phone: '13800000002' });
  return store;
}

/** What the form makes of a draft, as its button hands it over. */
function submitted(draft: Parameters<typeof readDraft>[0], list: string) {
  const answer = readDraft(draft, pack.parameters);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return { settings: answer.settings, villages: parseVillageList(list).villages };
}

it('an untouched form changes nothing', () => {
  const store = project();
  expect(settingsPatch(store, submitted(...draftOf(factsOf(store), pack.parameters)), pack)).toEqual([]);
});

it('settings, parameters taken back to their default or cleared, and villages change; villages that stay keep their ids', () => {
  const store = project();
  const [draft, list] = draftOf(factsOf(store), pack.parameters);
  const wanted = { ...draft, county: '洪雅县', asOf: '2018-06-30', parameters: { ageLimit: '35', partyAge: '' } };
  const text = `${list.split('\n').slice(1).reverse().join('\n')}\n南城镇\t新村`;
  const patch = settingsPatch(store, submitted(wanted, text), pack);
  const kept = store.ids('village');
  store.apply(patch, 'test');
  expect(store.settings).toEqual({
    ...settings,
    county: '洪雅县',
    asOf: '2018-06-30',
    partyAge: '',
  });
  const after = store.ids('village').map((id) => store.get('village', id));
  expect(
    after.map((village) => [village?.['name'], village?.['order']]).sort((a, b) => Number(a[1]) - Number(b[1])),
  ).toEqual([
    ['兰沟社区', 1],
    ['金牛村', 2],
    ['新村', 3],
  ]);
  expect(kept).toContain(after.find((village) => village?.['name'] === '金牛村')?.id);
});

it('any form that was sent once changes nothing when it is sent again', () => {
  const part = fc.record({
    asOf: fc.constantFrom('2017-11-30', '2018-06-30'),
    ageLimit: fc.constantFrom('', '30', '35', '40'),
    villages: fc.subarray(['南城镇\t白虎村', '南城镇\t金牛村', '南城镇\t新村'], { minLength: 1 }),
  });
  fc.assert(
    fc.property(part, ({ asOf, ageLimit, villages: lines }) => {
      const store = project();
      const [draft] = draftOf(factsOf(store), pack.parameters);
      const made = submitted({ ...draft, asOf, parameters: { ageLimit } }, lines.join('\n'));
      store.apply(settingsPatch(store, made, pack), 'test');
      expect(settingsPatch(store, made, pack)).toEqual([]);
      expect(settingsPatch(store, submitted(...draftOf(factsOf(store), pack.parameters)), pack)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('says whose age changes and what becomes of the verdicts, and leaves all as it is', () => {
  const store = project();
  const before = store.toJson();
  const [draft, list] = draftOf(factsOf(store), pack.parameters);
  const made = submitted({ ...draft, asOf: '2030-01-01' }, list.replace('南城镇\t金牛村\n', ''));
  const patch = settingsPatch(store, made, pack);
  const effect = settingsEffect(store, patch);
  expect(effect.ages).toBe(2);
  expect(effect.villages).toEqual({ added: 0, removed: 1 });
  expect(store.toJson()).toEqual(before);
  const { errors, warnings } = store.totals;
  store.apply(patch, 'test');
  expect(effect.errors).toEqual([errors, store.totals.errors]);
  expect(effect.warnings).toEqual([warnings, store.totals.warnings]);
  expect(store.issuesOf('person', store.ids('person')[1] ?? '').map(({ rule }) => rule)).toContain('village.unknown');
});

it('a parameter that was cleared switches its rules off', () => {
  const of = (more: object): string[] => {
    const store = newProject(pack, { ...settings, ...more }, []);
    const id = type(store, { ...right, education: '初中' });
    return store.issuesOf('person', id).map(({ rule }) => rule);
  };
  expect(of({})).toContain('education.minimum');
  expect(of({ minimumEducation: '' })).not.toContain('education.minimum');
  expect(of({ minimumEducation: null })).not.toContain('education.minimum');
});

it('records that say no year stay in the year they were of', () => {
  const store = project();
  const person = store.ids('person')[0] ?? '';
  const blank = type(store, { person, quarter: '1', level: 'village', score: '80' }, 'review');
  const told = type(store, { person, year: '2016', quarter: '1', level: 'village', score: '70' }, 'review');
  const [draft, list] = draftOf(factsOf(store), pack.parameters);
  const sameYear = settingsPatch(store, submitted({ ...draft, asOf: '2017-12-31' }, list), pack);
  expect(settingsEffect(store, sameYear).years).toBe(0);
  const patch = settingsPatch(store, submitted({ ...draft, asOf: '2018-03-31' }, list), pack);
  expect(settingsEffect(store, patch).years).toBe(1);
  store.apply(patch, 'test');
  expect([blank, told].map((id) => store.text('review', id, 'year'))).toEqual(['2017', '2016']);
});
