import type { FormulaDataModel } from '@univerjs/engine-formula';
import { asTheyAre } from './late-rows.ts';

const known = new WeakSet<FormulaDataModel>();

/**
 * Has the search for formulas, which goes through every cell before anything is drawn and at every calculation, leave
 * rows unwritten that nobody has looked at yet: what is written there are texts of records.
 */
export function scanUnwritten(model: FormulaDataModel): void {
  if (known.has(model)) return;
  known.add(model);
  const scan = model.getFormulaData;
  model.getFormulaData = () => asTheyAre(() => scan.call(model));
}
