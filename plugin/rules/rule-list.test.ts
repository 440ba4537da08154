import { expect, test } from 'vitest';
import { pack, settings } from '../../records/testing/pack.ts';
import { FormulaBook } from '../../sheets-templates/formula-book.ts';
import { fillParameters } from './fill-parameters.ts';
import { changeOf, freeId, listRules, parametersOf, withChange } from './rule-list.ts';

const ref = 'person.age.limit@age';
const listed = (rules?: unknown) => listRules(pack, rules === undefined ? settings : { ...settings, rules });

test('every rule of the pack by table, with what the project changed', () => {
  expect(listed().rules.map((rule) => rule.ref)).toHaveLength(pack.rules.length);
  const list = listed({ changed: { [ref]: { off: true, message: '超龄' } }, own: [] });
  expect(list.rules.find((rule) => rule.ref === ref)).toMatchObject({
    off: true,
    changed: true,
    label: '年龄：超过年龄上限',
    rule: { message: '超龄' },
    official: { severity: 'warning' },
  });
});

test('only what differs from the official text is kept', () => {
  const rule = listed().rules.find((one) => one.ref === ref);
  if (!rule?.official) throw new Error('no rule');
  expect(changeOf(rule.official, rule.official, false)).toEqual({});
  expect(changeOf(rule.official, { ...rule.official, check: '=TRUE' }, true)).toEqual({ off: true, check: '=TRUE' });
  const changes = withChange(listed().changes, rule, { off: true });
  expect(listed(changes).rules.find((one) => one.ref === ref)?.off).toBe(true);
});

test('own rules stand in their table and can be switched off', () => {
  const own = {
    id: 'own.1',
    entity: 'person',
    label: '备注',
    field: 'remark',
    severity: 'info',
    check: '=TRUE',
    message: 'x',
  };
  const list = listed({ own: [own] });
  const rule = list.rules.find(({ official }) => official === undefined);
  if (!rule) throw new Error('no rule');
  expect(rule.label).toBe('备注：备注');
  expect(withChange(list.changes, rule, { off: true }).own).toEqual([{ ...own, off: true }]);
  expect(freeId(list.changes)).toBe('own.2');
});

test('parameters of a formula, and trying other values of them', () => {
  const [entity] = pack.entities;
  if (!entity) throw new Error('no entity');
  const formula = new FormulaBook(pack).arg(entity, '=[年龄] <= {年龄上限}');
  expect(parametersOf(pack, formula).map(({ key }) => key)).toEqual(['ageLimit']);
  expect(fillParameters('=[年龄] <= {年龄上限} & {x}', new Map<string, string | number>([['年龄上限', 40]]))).toBe(
    '=[年龄] <= 40 & {x}',
  );
});
