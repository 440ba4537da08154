import { expect, it } from 'vitest';
import { sequenceIssues } from './sequence.ts';

const entity = {
  key: 'person',
  label: '人',
  fields: [{ key: 'seq', label: '序号', aliases: [], type: 'sequence' as const, privacy: 'none' as const }],
};
const rows = (...numbers: string[]) =>
  numbers.map((seq, i) => ({ row: i + 4, record: { id: `p${i}` }, texts: { seq } }));
const breaks = (...numbers: string[]) => sequenceIssues(entity, rows(...numbers)).map(({ row }) => row);

it('names the row where the running number breaks off, once, and nothing where it runs or is left blank', () => {
  expect(breaks('1', '2', '3')).toEqual([]);
  expect(breaks('1', '２', '4', '5', '6')).toEqual([6]);
  expect(breaks('1', '2', '2', '3')).toEqual([6]);
  expect(breaks('2', '3')).toEqual([4]);
  expect(breaks('', '', '')).toEqual([]);
  expect(breaks('1', '', '3')).toEqual([]);
  expect(sequenceIssues(entity, rows('1', '3'))[0]?.issue).toMatchObject({
    rule: 'seq.order',
    severity: 'info',
    field: 'seq',
    value: '3',
    message: expect.stringContaining('应为 2'),
  });
});
