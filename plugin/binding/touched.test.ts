import { describe, expect, it } from 'vitest';
import { effectOf } from './touched.ts';

const range = (startRow: number, endRow: number, startColumn: number, endColumn: number) => ({
  startRow,
  endRow,
  startColumn,
  endColumn,
});

describe('effectOf', () => {
  it('names the rows whose bound cells were written, and passes over cells beside the table', () => {
    const cellValue = { 3: { 4: { v: '女' } }, 5: { 20: { v: 'note' } }, 6: null };
    expect(effectOf('sheet.mutation.set-range-values', { cellValue }, 0, 13)).toEqual({ kind: 'values', rows: [3] });
    expect(effectOf('sheet.mutation.set-range-values', { cellValue: { 5: { 20: {} } } }, 0, 13)).toBeNull();
  });

  it('tells inserted rows from removed ones', () => {
    const inserted = effectOf('sheet.mutation.insert-row', { range: range(4, 5, 0, 13) }, 0, 13);
    expect(inserted).toEqual({ kind: 'rows', rows: [4, 5], removed: false });
    const removed = effectOf('sheet.mutation.remove-rows', { range: range(4, 5, 0, 13) }, 0, 13);
    expect(removed).toEqual({ kind: 'rows', rows: [], removed: true });
  });

  it('follows a sort of the whole body row by row, and treats a sort of one column as edits', () => {
    const order = { 3: 5, 5: 3 };
    const whole = effectOf('sheet.mutation.reorder-range', { range: range(3, 5, 1, 13), order }, 0, 13);
    expect(whole).toEqual({
      kind: 'cells',
      rows: [3, 5],
      source: new Map([
        [3, 5],
        [5, 3],
      ]),
    });
    const part = effectOf('sheet.mutation.reorder-range', { range: range(3, 5, 3, 3), order }, 0, 13);
    expect(part).toEqual({ kind: 'cells', rows: [3, 5], source: new Map() });
  });

  it('follows a dragged row, and treats a shifted one as edits', () => {
    const moved = effectOf(
      'sheet.mutation.move-range',
      { fromRange: range(3, 3, 0, 13), toRange: range(9, 9, 0, 13) },
      0,
      13,
    );
    expect(moved).toEqual({ kind: 'cells', rows: [3, 9], source: new Map([[9, 3]]) });
    const shifted = effectOf(
      'sheet.mutation.move-range',
      { fromRange: range(3, 3, 0, 13), toRange: range(9, 9, 1, 14) },
      0,
      13,
    );
    expect(shifted).toEqual({ kind: 'cells', rows: [3, 9], source: new Map() });
  });

  it('passes over looks and sizes, and compares everything after a mutation it does not know', () => {
    for (const id of [
      'set-worksheet-row-height',
      'set-col-hidden',
      'add-worksheet-merge',
      'insert-sheet',
      'set-frozen',
      'set-filter-criteria',
    ]) {
      expect([id, effectOf(`sheet.mutation.${id}`, {}, 0, 13)]).toEqual([id, null]);
    }
    expect(effectOf('sheet.mutation.something-new', {}, 0, 13)).toEqual({ kind: 'all' });
    expect(effectOf('formula.mutation.set-formula-calculation-start', {}, 0, 13)).toBeNull();
  });
});
