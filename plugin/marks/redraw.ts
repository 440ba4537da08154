import type { IRenderManagerService } from '@univerjs/engine-render';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { Workbench } from '../binding/workbench.ts';

/** Draws every bound sheet of a workbook anew with its next frame, though no cell of it changed. */
export function redrawSheets(renders: IRenderManagerService, bench: Workbench): void {
  const render = renders.getRenderById(bench.unitId);
  if (!render) return;
  const skeletons = render.with(SheetSkeletonManagerService);
  for (const id of bench.sheets.keys()) skeletons.getSkeletonParam(id)?.skeleton.makeDirty(true);
  render.mainComponent?.makeForceDirty();
}
