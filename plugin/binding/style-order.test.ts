import { type ICellData, Styles } from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestBed, type TestBed } from '../testing/create-test-bed.node.ts';
import { inUniverOrder } from './style-order.ts';

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed();
}, 60_000);
afterAll(() => bed.dispose());

it('a style written into a cell is found by its JSON, never by comparing it with every other', async () => {
  const t = await bed.open(
    [{ id: 'a', name: '张三', township: '甲镇', village: '乙村' }],
    undefined,
    [],
    ['roster', 'quarterly-review'],
  );
  const { workbook, worksheet } = t.table.sheet;
  const styles = workbook.getStyles();
  const looks = Object.keys(styles.toJSON());
  expect(looks.length).toBeGreaterThan(10);
  const known = new Set(Object.values(styles.toJSON()).map((style) => JSON.stringify(style)));
  const asked: string[] = [];
  styles.search = (data, json) => {
    asked.push(json);
    return Styles.prototype.search.call(styles, data, json);
  };
  const cells: Record<number, ICellData> = {};
  looks.forEach((s, column) => {
    // Beside the table, where no cell has a look yet.
    cells[column + 30] = { v: 'x', s };
  });
  await t.run(SetRangeValuesMutation.id, {
    unitId: workbook.getUnitId(),
    subUnitId: worksheet.getSheetId(),
    cellValue: { 40: cells },
  });
  expect(asked).toHaveLength(looks.length);
  expect(asked.filter((json) => !known.has(json))).toEqual([]);
  t.close();
});

it('nothing of a style goes; of equal ones the first still answers', () => {
  const style = {
    bd: { b: { cl: { rgb: '#000' }, s: 1 }, l: { s: 2, cl: { rgb: '#111' } } },
    vt: 2,
    ff: '仿宋',
    own: 1,
  };
  const ordered = inUniverOrder({ one: style, two: { ...style } });
  expect(ordered).toEqual({ one: style, two: style });
  const [last] = Object.values(ordered);
  expect(JSON.stringify(last).indexOf('"ff"')).toBeLessThan(JSON.stringify(last).indexOf('"bd"'));
  expect(new Styles(ordered).setValue({ ...ordered['two'] })).toBe('one');
});
