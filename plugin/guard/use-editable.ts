import { IPermissionService } from '@univerjs/core';
import { useDependency } from '@univerjs/ui';
import { useEffect, useState } from 'react';
import { isEditable } from './editable.ts';

/** Whether the workbook may be changed in this window, live. */
export function useEditable(unitId: string): boolean {
  const permissions = useDependency(IPermissionService);
  const [, setTurn] = useState(0);
  useEffect(() => {
    const watch = permissions.permissionPointUpdate$.subscribe(() => setTurn((turn) => turn + 1));
    return () => watch.unsubscribe();
  }, [permissions]);
  return isEditable(permissions, unitId);
}
