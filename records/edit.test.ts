import { describe, expect, test } from 'vitest';
import { emptyProject, right, type } from './testing/pack.ts';

const ID = '510104198606111483';
const OTHER = '513826199310122435';

describe('typing', () => {
  test('normalises and keeps what was typed', () => {
    const store = emptyProject();
    const id = type(store, {
      name: '张　三',
      birthMonth: '1990年5月',
      phone: '138-0000-0001',
      education: '大学',
      remark: '无',
    });
    expect(store.get('person', id)).toEqual({
      id,
      name: '张三',
      birthMonth: '1990.05',
      phone: '13800000001',
      education: '本科',
      original: { name: '张　三', birthMonth: '1990年5月', phone: '138-0000-0001', education: '大学', remark: '无' },
    });
    store.apply(
      store.edit('person', id, { name: '李四', phone: '', remark: '', birthMonth: '1990.05', education: '本科' }),
      'test',
    );
    expect(store.get('person', id)).toEqual({ id, name: '李四', birthMonth: '1990.05', education: '本科' });
  });

  test('of nothing makes no record, and typing what stands there no change', () => {
    const store = emptyProject();
    expect(store.edit('person', null, { name: '', phone: ' ', seq: '1' })).toEqual([]);
    const id = type(store, right);
    expect(store.edit('person', id, { name: right.name ?? '' })).toEqual([]);
    expect(store.edit('person', id, { seq: '7', id: 'other' })).toEqual([]);
  });

  test('keeps keys that no field claims', () => {
    const store = emptyProject();
    const id = type(store, { name: '张三', 'extra.车牌': ' 川Z1 ', __proto__: 'x', constructor: 'y' });
    expect(store.get('person', id)).toMatchObject({ 'extra.车牌': ' 川Z1 ', constructor: 'y' });
    store.apply(store.edit('person', id, { 'extra.车牌': '' }), 'test');
    expect(store.get('person', id)).not.toHaveProperty(['extra.车牌']);
  });
});

describe('fields that follow the ID number', () => {
  test('are filled while blank, and follow while they were derived', () => {
    const store = emptyProject();
    const id = type(store, { name: '张三', idNumber: ID });
    expect(store.get('person', id)).toMatchObject({ gender: '女', birthMonth: '1986.06' });
    expect(store.text('person', id, 'age')).toBe('31');
    const patch = store.edit('person', id, { idNumber: OTHER });
    expect(patch).toMatchObject([{ op: 'update', set: { idNumber: OTHER, gender: '男', birthMonth: '1993.10' } }]);
  });

  test('stay as typed when a hand typed something else', () => {
    const store = emptyProject();
    const id = type(store, { name: '张三', idNumber: ID, gender: '男' });
    expect(store.get('person', id)).toMatchObject({ gender: '男' });
    store.apply(store.edit('person', id, { idNumber: '511130198406093966' }), 'test');
    expect(store.get('person', id)).toMatchObject({ gender: '男', birthMonth: '1984.06' });
  });

  test('come back when they are cleared, and stay when the number is broken or gone', () => {
    const store = emptyProject();
    const id = type(store, { name: '张三', idNumber: ID });
    expect(store.edit('person', id, { gender: '' })).toEqual([]);
    store.apply(store.edit('person', id, { idNumber: '' }), 'test');
    expect(store.get('person', id)).toMatchObject({ gender: '女', birthMonth: '1986.06' });
  });
});

describe('the age', () => {
  test('is stored only when it was typed and differs', () => {
    const store = emptyProject();
    const id = type(store, { name: '张三', idNumber: ID, age: '31岁' });
    expect(store.get('person', id)).not.toHaveProperty('age');
    expect(store.get('person', id)).not.toHaveProperty('original');
    store.apply(store.edit('person', id, { age: '36' }), 'test');
    expect(store.get('person', id)).toMatchObject({ age: '36' });
    expect(store.text('person', id, 'age')).toBe('36');
    store.apply(store.edit('person', id, { age: '' }), 'test');
    expect(store.text('person', id, 'age')).toBe('31');
  });

  test('gives way once a later number makes it right', () => {
    const store = emptyProject();
    const id = type(store, { name: '张三', age: '31' });
    expect(store.text('person', id, 'age')).toBe('31');
    store.apply(store.edit('person', id, { idNumber: ID }), 'test');
    expect(store.get('person', id)).not.toHaveProperty('age');
  });
});
