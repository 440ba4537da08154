import type { RecordStore } from '../../records/store.contract.ts';
import { newProject } from '../../records/store.ts';
import type { Patch, Settings } from '../../records/types.ts';
import type { Pack } from '../../sheets-templates/schema.ts';

/** A store that stands ready for the next file; compiling a pack's rules takes longer than judging a small file. */
interface Ready {
  readonly settings: Settings;
  readonly store: RecordStore;
}

const ready = new WeakMap<Pack, Ready>();
/** Beyond this, taking everything out again costs more than a new store. */
const WORTH_CLEARING = 2_000;

/**
 * Judges records in an empty store: `load` answers the records as one patch, `read` takes out what the rules say. The
 * store is empty again afterwards, and is used for the next file of the same pack and settings.
 */
export function judgeIn<T>(
  pack: Pack,
  settings: Settings,
  load: (store: RecordStore) => Patch,
  read: (store: RecordStore) => T,
): T {
  const known = ready.get(pack);
  // While it is in use nobody else gets it; should judging throw, it is not used again.
  ready.delete(pack);
  const store = known?.settings === settings ? known.store : newProject(pack, settings, []);
  const patch = load(store);
  const { inverse } = store.apply(patch, 'load');
  const answer = read(store);
  if (patch.length <= WORTH_CLEARING) {
    store.apply(inverse, 'undo');
    ready.set(pack, { settings, store });
  }
  return answer;
}
