import { expect, test } from 'vitest';
import { splitStacked } from './stacked.ts';

test('as many lines in every column are as many records', () => {
  expect(splitStacked({ mentor: '李四\n王五', content: '走访\n', opinion: '' }, 'mentor')).toEqual([
    { mentor: '李四', content: '走访' },
    { mentor: '王五', content: '' },
  ]);
});

test('a text of several lines beside one mentor is one record, and so are two mentors of one thing', () => {
  for (const values of [
    { mentor: '李四', content: '走访\n慰问', opinion: '好\n很好' },
    { mentor: '李四\n王五', content: '走访' },
    { mentor: '李四\n王五' },
  ])
    expect(splitStacked(values, 'mentor')).toEqual([values]);
});
