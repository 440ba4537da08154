import { expect, test } from 'vitest';
import { sentenceOf } from './message.ts';

test('a sentence gets its values, what stands in the field, and keeps what is no name', () => {
  const values = new Map<string, () => string | number>([
    ['n', () => 3],
    ['village', () => '白虎村'],
  ]);
  const say = sentenceOf('{village}有 {n} 人（{value}），{village}；{other} {3} {', values);
  expect(say({ id: 'a' }, '张三')).toBe('白虎村有 3 人（张三），白虎村；{other} {3} {');
});

test('a value of a rule called `value` goes before what stands in the field', () => {
  expect(sentenceOf('{value}', new Map([['value', () => '甲']]))({ id: 'a' }, '乙')).toBe('甲');
});

test('what is put in is not read again', () => {
  expect(sentenceOf('{name}', new Map([['name', () => '{value}']]))({ id: 'a' }, '乙')).toBe('{value}');
});
