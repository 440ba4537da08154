import { type IUndoRedoItem, LocalUndoRedoService } from '@univerjs/core';

/** Steps that can be taken back. */
const DEPTH = 200;

/**
 * Keeps more steps than Univer does. Its stack drops the first one at every push beyond its own capacity; the dropped
 * one is put back here. Used by its method alone, on whatever service there is: the stacks stay Univer's.
 */
export class DeepUndoRedo extends LocalUndoRedoService {
  override pushUndoRedo(item: IUndoRedoItem): void {
    const stack = this._getUndoStack(item.unitID, true);
    const first = stack[0];
    super.pushUndoRedo(item);
    if (first !== undefined && stack[0] !== first) stack.unshift(first);
    if (stack.length > DEPTH) stack.shift();
    this._updateStatus();
  }
}
