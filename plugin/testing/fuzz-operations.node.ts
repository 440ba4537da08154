import { Direction, type ICellData } from '@univerjs/core';
import {
  DeleteRangeMoveUpCommand,
  InsertRangeMoveDownCommand,
  InsertRowCommand,
  MoveRangeCommand,
  MoveRowsCommand,
  RemoveRowByRangeCommand,
  SetRangeValuesCommand,
} from '@univerjs/sheets';
import { SortRangeCommand, SortType } from '@univerjs/sheets-sort';
import { BlockPaste, takesBlock } from '../paste-block/block-paste.ts';
import { HEAD, ids, LAST, type Maker, type Operation, rangeOf, rowsOf, someBlock } from './fuzz-operation.node.ts';
import { COLUMNS, rowFor, valueFor } from './fuzz-values.ts';
import type { Block } from './plain-grid.ts';
import type { Random } from './random.ts';

const typing: Maker = (random, grid) => {
  const row = random.int(0, grid.length + 1);
  const column = random.int(1, LAST);
  const text = valueFor(column, random);
  return {
    name: `type ${text} at ${row},${column}`,
    keepsIdentity: false,
    plain: (g) => g.set(row, column, text),
    run: (t) =>
      t.run(SetRangeValuesCommand.id, {
        ...ids(t),
        range: rangeOf({ top: row, bottom: row, left: column, right: column }),
        value: { v: text, t: 1 },
      }),
  };
};

/** What the clipboard puts in: texts with another program's look, over whatever stands there; or piece by piece. */
function pasting(
  random: Random,
  name: string,
  at: Block,
  lines: readonly (readonly string[])[],
  keepsIdentity = false,
): Operation {
  const pieces = random.chance(0.4) ? random.int(1, 3) : 0;
  const cellValue: Record<number, Record<number, ICellData>> = {};
  lines.forEach((line, r) => {
    const cells: Record<number, ICellData> = {};
    line.forEach((text, c) => {
      cells[at.left + c] = { v: text === '' ? null : text, p: null, f: null, s: { ff: 'Arial' } };
    });
    cellValue[at.top + r + HEAD] = cells;
  });
  return {
    name: `${name}${pieces > 0 ? ` by ${pieces}` : ''} at ${at.top},${at.left}: ${lines.map((l) => l.join('|')).join(' / ')}`,
    keepsIdentity,
    reaches: (row, column) => lines[row - at.top]?.[column - at.left] !== undefined,
    plain: (g) =>
      lines.forEach((line, r) => {
        line.forEach((text, c) => {
          if (at.left + c > 0) g.set(at.top + r, at.left + c, text);
        });
      }),
    run: async (t) => {
      const block = { row: at.top + HEAD, column: at.left, lines };
      if (pieces > 0 && takesBlock(t.table, block)) {
        const paste = new BlockPaste(t.binding, t.table, block, pieces);
        while (!paste.done) paste.step(0);
        return;
      }
      t.table.beforePaste(lines.map((_, r) => at.top + r + HEAD));
      await t.write(cellValue);
    },
  };
}

const pasteNew: Maker = (random, grid) => {
  const top = random.int(0, grid.length + 1);
  const lines = Array.from({ length: random.int(1, 4) }, () => rowFor(random));
  return pasting(random, 'paste people', { top, bottom: top, left: 0, right: LAST }, lines);
};

const pasteBlock: Maker = (random, grid) => {
  const at = someBlock(random, grid);
  const left = Math.max(1, at.left);
  const lines = Array.from({ length: at.bottom - at.top + 1 }, () =>
    Array.from({ length: at.right - left + 1 }, (_, c) => (random.chance(0.15) ? '' : valueFor(left + c, random))),
  );
  return pasting(random, 'paste block', { ...at, left }, lines);
};

/** The same rows, copied, sorted elsewhere and pasted back over themselves. */
const pasteSorted: Maker = (random, grid) => {
  const top = random.int(0, Math.max(0, grid.length - 1));
  const bottom = Math.min(grid.length - 1, top + random.int(1, 5));
  const rows = Array.from({ length: Math.max(1, bottom - top + 1) }, (_, r) => [...grid.row(top + r)]);
  rows.sort(() => random.next() - 0.5);
  return pasting(random, 'paste back sorted', { top, bottom, left: 0, right: LAST }, rows, true);
};

const copyRows: Maker = (random, grid) => {
  const from = random.int(0, Math.max(0, grid.length - 1));
  const to = random.int(0, grid.length + 2);
  const lines = Array.from({ length: random.int(1, 3) }, (_, r) => [...grid.row(from + r)]);
  return pasting(random, `copy ${from}`, { top: to, bottom: to, left: 0, right: LAST }, lines);
};

const clearing: Maker = (random, grid) => {
  const at = someBlock(random, grid, 3);
  return {
    name: `clear ${JSON.stringify(at)}`,
    keepsIdentity: false,
    plain: (g) => g.clear(at),
    run: (t) => t.clear(rangeOf(at)),
  };
};

const inserting: Maker = (random, grid) => {
  const at = random.int(0, grid.length);
  const count = random.int(1, 3);
  return {
    name: `insert ${count} rows at ${at}`,
    keepsIdentity: true,
    plain: (g) => g.insertRows(at, count),
    run: (t) =>
      t.run(InsertRowCommand.id, {
        ...ids(t),
        direction: random.chance(0.5) ? Direction.UP : Direction.DOWN,
        range: rowsOf(at, at + count - 1),
      }),
  };
};

const removing: Maker = (random, grid) => {
  const top = random.int(0, grid.length);
  const bottom = top + random.int(0, 2);
  return {
    name: `remove rows ${top}…${bottom}`,
    keepsIdentity: true,
    plain: (g) => g.removeRows(top, bottom),
    run: (t) => t.run(RemoveRowByRangeCommand.id, { ...ids(t), range: rowsOf(top, bottom) }),
  };
};

const movingRows: Maker = (random, grid) => {
  const top = random.int(0, grid.length);
  const bottom = top + random.int(0, 2);
  let to = random.int(0, grid.length + 1);
  if (to >= top && to <= bottom + 1) to = bottom + 2;
  return {
    name: `move rows ${top}…${bottom} to ${to}`,
    keepsIdentity: true,
    plain: (g) => g.moveRows(top, bottom, to),
    run: (t) =>
      t.run(MoveRowsCommand.id, {
        ...ids(t),
        range: rowsOf(top, bottom),
        fromRange: rowsOf(top, top),
        toRange: rowsOf(to, to),
      }),
  };
};

const sorting: Maker = (random, grid) => {
  const bottom = Math.max(1, grid.length - 1);
  const column = random.int(1, LAST);
  const part = random.chance(0.15);
  const left = part ? column : random.pick([0, 1]);
  const along = part || random.chance(0.5) ? 0 : 3;
  const right = part ? column : LAST;
  const range = rangeOf({ top: 0, bottom, left, right: right + along });
  const order = new Map<number, number>();
  return {
    name: `sort by ${column} over ${left}…${right}`,
    keepsIdentity: !part,
    plain: (g) => g.reorder(order, Math.max(1, left), right),
    run: async (t) => {
      const stop = t.watch('sheet.mutation.reorder-range', (params) => {
        if (!('order' in params) || typeof params.order !== 'object' || !params.order) return;
        for (const [row, from] of Object.entries(params.order)) order.set(Number(row) - HEAD, Number(from) - HEAD);
      });
      const type = random.chance(0.5) ? SortType.ASC : SortType.DESC;
      const second = { colIndex: part ? column : COLUMNS.name, type: SortType.ASC };
      await t.run(SortRangeCommand.id, {
        ...ids(t),
        range,
        hasTitle: false,
        orderRules: [{ colIndex: column, type }, second],
      });
      stop();
    },
  };
};

const dragging: Maker = (random, grid) => {
  const at = someBlock(random, grid, 3);
  const row = random.int(0, grid.length + 2);
  const whole = at.left === 0;
  const left = whole || random.chance(0.6) ? at.left : random.int(1, LAST - (at.right - at.left));
  const to = { top: row, bottom: row + at.bottom - at.top, left, right: left + at.right - at.left };
  return {
    name: `drag ${JSON.stringify(at)} to ${row},${left}`,
    keepsIdentity: false,
    plain: (g) => g.moveBlock(at, row, left),
    run: (t) => t.run(MoveRangeCommand.id, { fromRange: rangeOf(at), toRange: rangeOf(to) }),
  };
};

const shiftingDown: Maker = (random, grid) => {
  const at = someBlock(random, grid, 2);
  return {
    name: `insert cells ${JSON.stringify(at)}`,
    keepsIdentity: at.left === 0,
    plain: (g) => g.shiftDown({ ...at, left: Math.max(1, at.left) }),
    run: (t) => t.run(InsertRangeMoveDownCommand.id, { range: rangeOf(at) }),
  };
};

const shiftingUp: Maker = (random, grid) => {
  const at = someBlock(random, grid, 2);
  return {
    name: `delete cells ${JSON.stringify(at)}`,
    keepsIdentity: false,
    plain: (g) => g.shiftUp({ ...at, left: Math.max(1, at.left) }),
    run: (t) => t.run(DeleteRangeMoveUpCommand.id, { range: rangeOf(at) }),
  };
};

/** A header right of the table, or a text in one of the clerk's own columns. */
const ownColumn: Maker = (random, grid) => {
  const column = LAST + random.int(1, 3);
  const header = random.chance(0.35);
  const row = header ? -1 : random.int(0, grid.length);
  const text = header ? random.pick(['车牌', '驾照', '备注二', '']) : random.pick(['川Z·1', '0012', 'C1', '']);
  return {
    name: `own column: ${text} at ${row},${column}`,
    keepsIdentity: true,
    plain: () => undefined,
    run: (t) => t.write({ [row + HEAD]: { [column]: { v: text === '' ? null : text, ...(text ? { t: 1 } : {}) } } }),
  };
};

const MAKERS: readonly (readonly [weight: number, make: Maker])[] = [
  [8, typing],
  [3, pasteNew],
  [3, pasteBlock],
  [3, pasteSorted],
  [2, copyRows],
  [3, clearing],
  [2, inserting],
  [2, removing],
  [2, movingRows],
  [3, sorting],
  [3, dragging],
  [1, shiftingDown],
  [1, shiftingUp],
  [3, ownColumn],
];
const ALL = MAKERS.flatMap(([weight, make]) => new Array<Maker>(weight).fill(make));

/** Any operation on a sheet that shows this. */
export const anyOperation: Maker = (random, grid) => random.pick(ALL)(random, grid);
