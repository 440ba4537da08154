import { expect, test } from 'vitest';
import { findOwner, type Owners } from './find-owner.ts';

/** People of a township: every hundredth shares her name with two others. */
function township(people: number): { owners: Owners; asked: () => number } {
  let asked = 0;
  const names = Array.from({ length: people }, (_, n) => (n % 100 === 0 && n < 300 ? '张三' : `人${n}`));
  const byName = new Map<string, Set<string>>();
  for (const [n, name] of names.entries()) byName.set(name, (byName.get(name) ?? new Set()).add(String(n)));
  const owners: Owners = {
    name: 'name',
    number: 'idNumber',
    with: (_, text) => byName.get(text) ?? new Set(),
    text: (id, field) => {
      asked++;
      return field === 'name' ? (names[Number(id)] ?? '') : `村${id}`;
    },
    inForce: () => true,
  };
  return { owners, asked: () => asked };
}

test('finding somebody asks those of the name alone, however many people there are', () => {
  const questions = [1_000, 20_000].map((people) => {
    const { owners, asked } = township(people);
    const says = new Map([
      ['name', '张三'],
      ['village', '村200'],
    ]);
    expect(findOwner(owners, says)).toBe('200');
    expect(findOwner(owners, new Map([['name', '人7']]))).toBe('7');
    return asked();
  });
  expect(questions[0]).toBeLessThan(10);
  expect(questions[1]).toBe(questions[0]);
});
