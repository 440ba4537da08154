import type { RecordStore } from '../../records/store.contract.ts';
import { newProject } from '../../records/store.ts';
import type { DataRecord, Settings } from '../../records/types.ts';
import type { Pack } from '../../sheets-templates/schema.ts';

/** A store that stands ready for the next file; compiling a pack's rules takes longer than judging a small file. */
interface Ready {
  readonly settings: Settings;
  readonly store: RecordStore;
}

const ready = new WeakMap<Pack, Ready>();
/** A store that held more records is not kept: its maps have grown. */
const WORTH_CLEARING = 2_000;
const NOTHING: ReadonlyMap<string, readonly DataRecord[]> = new Map();

/** Records that are to be judged together, by entity. */
export class Judged {
  readonly records = new Map<string, DataRecord[]>();
  count = 0;

  add(entity: string, record: DataRecord): void {
    this.count++;
    const list = this.records.get(entity);
    if (list === undefined) this.records.set(entity, [record]);
    else list.push(record);
  }
}

/**
 * Judges records in an empty store: `load` names the records, `read` takes out what the rules say. The store is empty
 * again afterwards, and is used for the next file of the same pack and settings.
 */
export function judgeIn<T>(
  pack: Pack,
  settings: Settings,
  load: (store: RecordStore, judged: Judged) => void,
  read: (store: RecordStore) => T,
): T {
  const known = ready.get(pack);
  // While it is in use nobody else gets it; should judging throw, it is not used again.
  ready.delete(pack);
  const store = known?.settings === settings ? known.store : newProject(pack, settings, []);
  const judged = new Judged();
  load(store, judged);
  store.reload(judged.records);
  const answer = read(store);
  if (judged.count <= WORTH_CLEARING) {
    store.reload(NOTHING);
    ready.set(pack, { settings, store });
  }
  return answer;
}
