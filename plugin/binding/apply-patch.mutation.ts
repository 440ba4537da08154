import { CommandType, type IMutation } from '@univerjs/core';
import type { Patch } from '../../records/types.ts';
import { BindingService } from './binding.service.ts';
import type { CellSite } from './bound-sheet.ts';
import type { Bindings } from './carry-out.ts';
import { APPLY_PATCH } from './steps.ts';

export interface ApplyPatchParams {
  readonly unitId: string;
  readonly patch: Patch;
  /** Per sheet, the bindings that belong to the patch. */
  readonly bind: Readonly<Record<string, Bindings>>;
  /** Where it was made, for a sheet that shows one person at a time. */
  readonly at?: { readonly subUnitId: string; readonly site: CellSite };
}

/** The one mutation that carries patches of records through Univer's undo and redo. */
export const ApplyPatchMutation: IMutation<ApplyPatchParams> = {
  id: APPLY_PATCH,
  type: CommandType.MUTATION,
  handler: (accessor, params) => accessor.get(BindingService).replay(params),
};
