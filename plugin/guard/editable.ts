import type { IPermissionService } from '@univerjs/core';
import { WorkbookEditablePermission } from '@univerjs/sheets';

/** Whether a workbook may be changed in this window: the one place where that is kept is Univer's own permission. */
export function isEditable(permissions: IPermissionService, unitId: string): boolean {
  return permissions.getPermissionPoint(new WorkbookEditablePermission(unitId).id)?.value !== false;
}
