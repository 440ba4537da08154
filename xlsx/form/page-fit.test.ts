import { expect, test } from 'vitest';
import { sheetLayout } from '../splice/sheet-layout.ts';
import { parseXml } from '../xml/tree.ts';
import { fitPages, pageFit, type RowNeed } from './page-fit.ts';

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const BREAK = '<rowBreaks count="1" manualBreakCount="1"><brk id="4" man="1"/></rowBreaks>';
/** A4 without margins, and a little less. */
const ROOM = 841.89 * 0.985;

/** Two pages of four rows of 100 points each. */
function fitOf(setup = '<pageSetup paperSize="9" orientation="portrait"/>', properties = '', breaks = BREAK) {
  const rows = Array.from({ length: 8 }, (_, i) => `<row r="${i + 1}" ht="100"/>`).join('');
  const source = `<worksheet xmlns="${NS}">${properties}<sheetData>${rows}</sheetData><pageMargins left="0" right="0" top="0" bottom="0"/>${setup}${breaks}</worksheet>`;
  const parsed = parseXml(source);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return pageFit(sheetLayout('sheet', source, parsed.root));
}

const needs = (rows: Record<number, RowNeed>) =>
  new Map(Object.entries(rows).map(([row, need]) => [Number(row), need]));

function fitted(need: (widening: number) => Map<number, RowNeed>) {
  const fit = fitOf();
  if (fit === undefined) throw new Error('no fit');
  return fitPages(fit, need);
}

test('what fits is left alone', () => {
  const result = fitted(() => needs({ 1: { needed: 400, yields: true } }));
  expect(result).toEqual({ heights: new Map([[1, 400]]), scale: 100, widening: 1, over: false });
});

test('blank room is given up before anything is made smaller', () => {
  const full = { needed: 400, yields: true };
  const result = fitted(() => needs({ 1: full, 2: { needed: 0, yields: true }, 3: { needed: 285, yields: true } }));
  expect(result).toMatchObject({ scale: 100, over: false });
  const { heights } = result;
  expect([heights.get(1), heights.get(3)]).toEqual([400, 285]);
  expect(400 + (heights.get(2) ?? 0) + 285 + 100).toBeLessThanOrEqual(ROOM);
  // The other page has room enough.
  expect([...heights.keys()].every((row) => row < 5)).toBe(true);
});

test('then all is smaller, in columns wider by as much', () => {
  const result = fitted((widening) => {
    const text = { needed: 400 / widening, yields: true };
    return needs({ 6: text, 7: text });
  });
  expect(result.over).toBe(false);
  expect(result.scale).toBeLessThan(100);
  expect(result.widening).toBeCloseTo(100 / result.scale, 6);
  const page = 200 + (result.heights.get(6) ?? 0) + (result.heights.get(7) ?? 0);
  expect((page * result.scale) / 100).toBeLessThanOrEqual(ROOM);
  // Not smaller than it must be.
  const larger = result.scale + 2;
  expect(((200 + 8 * larger) * larger) / 100).toBeGreaterThan(ROOM);
});

test('no row is higher than programs show, and half the size is the smallest', () => {
  const high = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [i + 1, { needed: 9999, yields: false }]));
  const result = fitted(() => needs(high));
  expect(result).toMatchObject({ scale: 50, over: false });
  expect(new Set(result.heights.values())).toEqual(new Set([409]));
  const onePage = fitOf(undefined, '', '');
  if (onePage === undefined) throw new Error('no fit');
  expect(fitPages(onePage, () => needs(high))).toMatchObject({ scale: 50, over: true });
});

test('a sheet that fits itself, or another paper, is left to itself', () => {
  expect(fitOf('<pageSetup paperSize="8"/>')).toBeUndefined();
  expect(fitOf('<pageSetup paperSize="9"/>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')).toBeUndefined();
});
