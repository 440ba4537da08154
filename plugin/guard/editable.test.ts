import { IPermissionService } from '@univerjs/core';
import { WorkbookEditablePermission } from '@univerjs/sheets';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestBed, type TestBed } from '../testing/create-test-bed.node.ts';
import { isEditable } from './editable.ts';

let bed: TestBed;
beforeAll(async () => {
  bed = await createTestBed();
});
afterAll(() => bed.dispose());

test('what a panel wants to change in a workbook that may only be looked at is refused, and said', async () => {
  const t = await bed.open([{ id: 'a', name: '张一' }]);
  const { unitId } = t.table.sheet;
  const permissions = bed.injector.get(IPermissionService);
  const locked: string[] = [];
  const watch = bed.binding.locked$.subscribe((id) => locked.push(id));
  const rename = (name: string) =>
    bed.binding.apply(unitId, [{ op: 'update', entity: 'person', id: 'a', set: { name } }]);
  rename('张二');
  expect([t.store.get('person', 'a')?.['name'], isEditable(permissions, unitId)]).toEqual(['张二', true]);
  permissions.updatePermissionPoint(new WorkbookEditablePermission(unitId).id, false);
  rename('张三');
  expect([t.store.get('person', 'a')?.['name'], isEditable(permissions, unitId)]).toEqual(['张二', false]);
  expect(locked).toEqual([unitId]);
  watch.unsubscribe();
  t.close();
});
