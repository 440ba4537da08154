import { expect, it } from 'vitest';
import { readTables } from '../read-tables.ts';
import { label, makeStream, record } from './testing/biff-writer.ts';
import { makeCompound } from './testing/compound-writer.ts';
import { FILE_PASS, locked } from './testing/lock.node.ts';

// More than two pieces of 1,024 bytes, the last of them in part.
const PEOPLE = Array.from({ length: 120 }, (_, n) => `人${n}`);
const CELLS = PEOPLE.map((name, row) => label(row, 0, name));
const read = (stream: Uint8Array) => readTables(makeCompound([{ name: 'Workbook', bytes: stream }]));
const stream = makeStream({ sheets: [{ name: '名册', cells: CELLS }], globals: [FILE_PASS] });

it('a workbook whose structure is protected is opened without asking, as Excel does', () => {
  const result = read(locked(stream, 'VelvetSweatshop'));
  if (!result.ok) throw new Error(result.error.code);
  const [sheet] = result.workbook.sheets;
  expect(sheet?.name).toBe('名册');
  expect(sheet?.rows.map(({ cells }) => cells[0]?.text)).toEqual(PEOPLE);
});

it('one with a password of somebody’s, or another lock, is told to have one', () => {
  const codeOf = (bytes: Uint8Array): string => {
    const result = read(bytes);
    return result.ok ? 'ok' : result.error.code;
  };
  expect(codeOf(locked(stream, '123456'))).toBe('encrypted');
  const other = makeStream({ sheets: [], globals: [record(0x002f, 0, 0, 1, 2, 3, 4)] });
  expect(codeOf(other)).toBe('encrypted');
});
