import { expect, it } from 'vitest';
import { readTables } from '../read-tables.ts';
import { RECORD } from './records.ts';
import {
  cell,
  label,
  type MadeBook,
  makeStream,
  makeXls,
  record,
  shared,
  strings,
  u16,
  u32,
} from './testing/biff-writer.ts';
import { makeCompound } from './testing/compound-writer.ts';

function codeOf(bytes: Uint8Array): string {
  const result = readTables(bytes);
  return result.ok ? 'ok' : result.error.code;
}

const one = (cells: readonly (readonly number[])[], rest: Partial<MadeBook> = {}): string =>
  codeOf(makeXls({ sheets: [{ name: 'A', cells }], ...rest }));
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

it('sheets that lie in each other cost no more than the file is long', () => {
  const blanks = times(2_000, () => record(0x0201, ...u16(1, 1, 0)));
  const stream = makeStream({ sheets: times(40, () => ({ name: 'A', cells: blanks })) });
  // All places say the first one.
  const view = new DataView(stream.buffer);
  let first: number | undefined;
  for (let at = 20; view.getUint16(at, true) === RECORD.boundSheet; at += 4 + view.getUint16(at + 2, true)) {
    first ??= view.getUint32(at + 4, true);
    view.setUint32(at + 4, first, true);
  }
  const short = stream.slice(0, (first ?? 0) + 24_100);
  expect(codeOf(makeCompound([{ name: 'Workbook', bytes: short }]))).toBe('damaged');
});

it('a place beyond the stream, or where no sheet begins, is damage', () => {
  for (const place of [0x7fffffff, 4])
    expect(one([], { globals: [record(RECORD.boundSheet, ...u32(place), 0, 0, 1, 0, 65)] })).toBe('damaged');
});

it('more sheets, strings, formats, merged cells or letters than a roster has are refused', () => {
  expect(codeOf(makeXls({ sheets: times(5_001, () => ({ name: 'A', cells: [] })) }))).toBe('too-many-cells');
  expect(one([], { globals: [strings(3_000_000, [])] })).toBe('too-many-cells');
  expect(one([], { globals: times(5_000, (n) => record(RECORD.format, ...u16(n, 1), 0, 48)) })).toBe('damaged');
  const areas = record(RECORD.mergedCells, ...u16(1_000), ...times(8_000, () => 0));
  expect(one(times(201, () => areas))).toBe('too-many-cells');
  const letters = times(8_000, () => 65);
  const long = strings(1, [...u16(40_000), 0, ...letters], ...times(4, () => [0, ...letters]));
  expect(one([], { globals: [long] })).toBe('text-too-long');
});

it('lengths that lie are damage, and a style, a font or a column that is not there is none', () => {
  expect(one([], { globals: [strings(1, [...u16(9), 8, ...u16(60_000), 65])] })).toBe('damaged');
  expect(one([], { globals: [strings(1, [...u16(1), 4, ...u32(0xffffffff), 65])] })).toBe('damaged');
  expect(one([record(RECORD.multipleRk, ...u16(0, 0))])).toBe('ok');
  expect(one([record(RECORD.mergedCells, ...u16(9))])).toBe('damaged');
  expect(one([record(RECORD.string, ...u16(2), 0, 65, 65), label(0, 20_000, '远', 999)])).toBe('ok');
  expect(one([shared(0, 0, 0xffffffff)])).toBe('damaged');
  expect(one([cell(RECORD.number, 0, 0, 0, 1, 2)])).toBe('damaged');
  expect(one([record(RECORD.begin)])).toBe('damaged');
});
