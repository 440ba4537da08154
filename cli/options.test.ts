import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

const names = { values: ['-o', '--data'], flags: ['--json'] };

test('options and words in any order', () => {
  const read = readOptions(['roster', '--data=a=b.json', '--json', '-o', 'out', '--', '-x'], names);
  if (!read.ok) throw new Error(read.error.code);
  expect(read.value.words).toEqual(['roster', '-x']);
  expect([...read.value.values]).toEqual([
    ['--data', 'a=b.json'],
    ['-o', 'out'],
  ]);
  expect([...read.value.flags]).toEqual(['--json']);
});

test('what is not understood is refused', () => {
  expect(readOptions(['--jsno'], names)).toEqual({ ok: false, error: { code: 'unknown-option', option: '--jsno' } });
  expect(readOptions(['--json=1'], names)).toEqual({
    ok: false,
    error: { code: 'unknown-option', option: '--json=1' },
  });
  expect(readOptions(['-o'], names)).toEqual({ ok: false, error: { code: 'missing-value', option: '-o' } });
});
