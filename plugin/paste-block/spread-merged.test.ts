import { ObjectMatrix } from '@univerjs/core';
import { expect, it } from 'vitest';
import { type PastedCell, spreadMerged } from './spread-merged.ts';

it('puts what was merged down into every row, and leaves blank what was merged across', () => {
  const cells = new ObjectMatrix<PastedCell>({
    0: { 0: { v: '南城镇', rowSpan: 3, colSpan: 1 }, 1: { v: '白虎村', rowSpan: 2 }, 2: { v: '张一', rowSpan: 1 } },
    1: { 0: { s: { bl: 1 } }, 1: {}, 2: { v: '李二' } },
    2: { 0: {}, 1: { v: '金牛村', colSpan: 2 }, 2: {} },
  });
  spreadMerged(cells);
  expect(cells.getMatrix()).toEqual({
    0: { 0: { v: '南城镇' }, 1: { v: '白虎村' }, 2: { v: '张一', rowSpan: 1 } },
    1: { 0: { v: '南城镇' }, 1: { v: '白虎村' }, 2: { v: '李二' } },
    2: { 0: { v: '南城镇' }, 1: { v: '金牛村' }, 2: {} },
  });
});
