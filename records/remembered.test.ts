import { expect, test } from 'vitest';
import { Parameters } from './parameters.ts';
import { remembered } from './remembered.ts';
import { newProject } from './store.ts';
import { emptyProject, pack, right, settings } from './testing/pack.ts';
import type { DataRecord } from './types.ts';

const person = (name: string): DataRecord => ({ id: 'a', name });

test('an answer is asked for once per text, and again when a setting changes', () => {
  const parameters = new Parameters(pack, settings);
  let asked = 0;
  const read = remembered(
    ({ name }) => {
      asked++;
      return `${name} ${parameters.settings.asOf}`;
    },
    'name',
    parameters,
  );
  expect([read(person('张三')), read(person('李四')), read(person('张三'))]).toEqual([
    '张三 2017-11-30',
    '李四 2017-11-30',
    '张三 2017-11-30',
  ]);
  expect(asked).toBe(2);
  parameters.settings = { ...settings, asOf: '2018-01-31' };
  expect(read(person('张三'))).toBe('张三 2018-01-31');
});

test('a blank is never remembered, since it may be computed; nor are texts that are all different', () => {
  let asked = 0;
  const read = remembered(({ name }) => `${++asked} ${name}`, 'name', new Parameters(pack, settings));
  expect([read(person('')), read(person('')), read({ id: 'b' })]).toEqual(['1 ', '2 ', '3 undefined']);
  for (let n = 0; n < 5000; n++) read(person(`${n}`));
  const before = asked;
  read(person('张三'));
  read(person('张三'));
  expect(asked).toBe(before + 2);
});

test('a normal form that leans on a setting follows it', () => {
  const typed = { ...right, idNumber: '', birthMonth: '18.5' };
  const born = (asOf: string): unknown => {
    const store = newProject(pack, settings, []);
    store.edit('person', null, typed);
    store.apply([{ op: 'settings', set: { asOf } }], 'test');
    const [insert] = store.edit('person', null, typed);
    return insert?.op === 'insert' ? insert.record.birthMonth : undefined;
  };
  expect(born('2019-01-31')).toBe('2018.05');
  expect(born('2017-11-30')).toBe('1918.05');
});

test('the same texts typed again make the same record, whatever was typed between', () => {
  const store = emptyProject();
  const typed = { ...right, gender: ' 女性', name: '张　三', age: '31岁', remark: '无', ethnicity: '汉' };
  const made = (texts: Readonly<Record<string, string>>): unknown => {
    const [insert] = store.edit('person', null, texts);
    return insert?.op === 'insert' ? { ...insert.record, id: '' } : undefined;
  };
  const first = made(typed);
  made({ ...right, gender: '男' });
  made({ name: '李四' });
  expect(made(typed)).toEqual(first);
  expect(Object.keys(Object(first))).not.toContain('age');
  expect(first).toMatchObject({ gender: '女', name: '张三', ethnicity: '汉族', original: { gender: ' 女性' } });
});
