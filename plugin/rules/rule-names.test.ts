import { expect, test } from 'vitest';
import { pack, settings } from '../../records/testing/pack.ts';
import { ruleNames } from './rule-names.ts';

test('every rule has a name that a clerk can read, with its field where it has only one', () => {
  const own = { id: 'own.1', entity: 'person', label: '要有备注', field: 'remark', severity: 'info', check: '=TRUE' };
  const names = ruleNames(pack, { ...settings, rules: { changed: {}, own: [{ ...own, message: 'x' }] } });
  expect(names.get('idNumber.length')).toBe('身份证号码：不是 18 位');
  expect(names.get('required')).toBe('没有填');
  expect(names.get('own.1')).toBe('备注：要有备注');
  expect([...names.values()].filter((name) => !/[\u4e00-\u9fff]/u.test(name))).toEqual([]);
});
