import { expect, test } from 'vitest';
import { projectRules, type RuleChange, ruleRef } from '../sheets-templates/rule-changes.ts';
import type { Rule } from '../sheets-templates/schema.ts';
import { rulesPatch } from './rules-patch.ts';
import type { RecordStore } from './store.contract.ts';
import { openProject } from './store.ts';
import { pack, settings as SETTINGS } from './testing/pack.ts';

const person = [
  { id: 'a', name: '张三', gender: '男', idNumber: '510104198606111483', education: '初中' },
  { id: 'b', name: '李四', gender: '女', education: '本科', phone: '13800000000' },
  { id: 'c', name: '王五', education: '小学', phone: '13800000000', status: '已移出' },
];

function open(settings: object = {}): RecordStore {
  const opened = openProject(pack, { pack: pack.id, settings: { ...SETTINGS, ...settings }, records: { person } });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.store;
}
const rulesOf = (store: RecordStore, id: string) => store.issuesOf('person', id).map(({ rule }) => rule);
const ruleOf = (id: string): Rule => {
  const rule = pack.rules.find((candidate) => candidate.id === id && candidate.entity === 'person');
  if (!rule) throw new Error(id);
  return rule;
};
const change = (id: string, to: RuleChange) => ({ changed: { [ruleRef(ruleOf(id))]: to }, own: [] });

test('a rule that is off marks nobody, in a project that is opened and in one that is open; undo brings it back', () => {
  const rules = change('education.minimum', { off: true });
  expect(rulesOf(open(), 'a')).toContain('education.minimum');
  expect(rulesOf(open({ rules }), 'a')).not.toContain('education.minimum');
  const store = open();
  const { errors } = store.totals;
  const done = store.apply(rulesPatch(rules), 'panel');
  expect(rulesOf(store, 'a')).not.toContain('education.minimum');
  expect([...(done.judged.get('person') ?? [])]).toContain('a');
  expect(store.totals.errors).toBe(errors - 1);
  store.apply(done.inverse, 'undo');
  expect(rulesOf(store, 'a')).toContain('education.minimum');
  expect(store.totals.errors).toBe(errors);
  expect(store.settings['rules']).toBeUndefined();
});

test('severity, message and formula as the project has them; the file keeps them', () => {
  const rules = change('education.minimum', { severity: 'info', message: '只有{value}', check: '=[学历] <> "初中"' });
  const store = open({ rules });
  const issue = store.issuesOf('person', 'a').find(({ rule }) => rule === 'education.minimum');
  expect(issue).toMatchObject({ severity: 'info', message: '只有初中' });
  expect(store.toJson().settings['rules']).toEqual(rules);
});

test('a rule of one’s own, with a count that nobody else asks for', () => {
  const own = { id: 'own.1', entity: 'person', label: '学历重复', field: 'education', severity: 'warning' as const };
  const rules = { own: [{ ...own, check: '=COUNT.SAME([学历]) < 2', message: '学历“{value}”有多人' }] };
  const store = open({ rules });
  expect(rulesOf(store, 'b')).not.toContain('own.1');
  store.apply(store.edit('person', 'a', { education: '本科' }), 'sheet');
  expect([rulesOf(store, 'a'), rulesOf(store, 'b')].map((ids) => ids.includes('own.1'))).toEqual([true, true]);
});

test('a rule can be tried before it is in force', () => {
  const store = open();
  const base = { entity: 'person', field: 'phone', severity: 'error' as const, message: 'x' };
  const spec = (check: string): Rule => ({ ...base, id: 'own.1', check, severityWhen: [], unless: [], values: {} });
  const marked = (check: string) => {
    const tried = store.tryRule(spec(check));
    return tried.ok ? ['a', 'b', 'c'].filter(tried.value) : tried.error.near;
  };
  expect(marked('=FILLED([联系电话])')).toEqual(['a']);
  expect(marked('=COUNT.SAME([姓名]) < 1')).toEqual(['a', 'b']);
  expect(marked('=[年龄] <= {年龄上限}')).toEqual([]);
  expect(marked('=FILLED([联系电活])')).toBe('联系电话');
  const silenced: Rule = { ...spec('=FALSE'), unless: ['education.minimum'] };
  const tried = store.tryRule(silenced);
  expect(tried.ok && ['a', 'b'].filter(tried.value)).toEqual(['b']);
});

test('changes that cannot be used leave the official rule in force and are named', () => {
  const broken = (rules: unknown) => projectRules(pack, { rules });
  expect(broken('x')).toMatchObject({ rules: pack.rules, problems: [{ code: 'shape' }] });
  expect(broken(change('education.minimum', { check: '=[学厉]' }))).toMatchObject({
    problems: [{ code: 'formula', error: { near: '学历' } }],
  });
  expect(broken({ changed: { 'person.gone@name': { off: true } } }).problems).toEqual([
    { code: 'unknown-rule', ref: 'person.gone@name' },
  ]);
  const own = { id: 'own.1', entity: 'person', label: 'x', field: 'nowhere', severity: 'error', check: '=TRUE' };
  expect(broken({ own: [{ ...own, message: 'x' }] }).problems).toMatchObject([{ code: 'unknown-field' }]);
  expect(rulesOf(open({ rules: change('education.minimum', { check: '=[学厉]' }) }), 'a')).toContain(
    'education.minimum',
  );
});
