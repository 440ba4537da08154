import type { ISheetLocationBase } from '@univerjs/sheets';
import type { BindingService } from '../binding/binding.service.ts';
import { type Spelling, spellingOf } from './spelling.ts';

/** How a cell writes the month or day that is picked for it; `null` where none can be. */
export function pickedAt(
  binding: BindingService,
  { unitId, subUnitId, row, col }: ISheetLocationBase,
): Spelling | null {
  const bench = binding.bench(unitId);
  const sheet = bench?.sheets.get(subUnitId);
  if (!bench || !sheet || sheet.lockAt(row, col) !== null) return null;
  const asked = sheet.asks(row, col);
  const entity = bench.loaded.pack.entities.find(({ key }) => key === asked?.entity);
  return spellingOf(entity?.fields.find(({ key }) => key === asked?.field));
}
