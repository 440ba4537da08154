import type { RecordStore } from '../../store.contract.ts';
import { openProject } from '../../store.ts';
import { pack, settings, villages } from '../../testing/pack.ts';
import type { WizardState } from '../state.ts';
import { WizardRun } from '../wizard-run.ts';

/** A project with three people, one of them moved out, and these further records. */
export function project(records: Readonly<Record<string, readonly object[]>> = {}, asOf = settings.asOf): RecordStore {
  const opened = openProject(pack, {
    pack: pack.id,
    settings: { ...settings, asOf },
    records: {
      village: villages.map((village, order) => ({ id: `v${order}`, ...village, order })),
      person: [
        { id: 'a', name: '张三', township: '南城镇', village: '白虎村' },
        { id: 'b', name: '张三', township: '南城镇', village: '金牛村' },
        { id: 'c', name: '李四', township: '南城镇', village: '白虎村', status: '已移出' },
      ],
      ...records,
    },
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.store;
}

/** A wizard of the pack by its id. */
export function wizard(id: string, store: RecordStore): WizardRun {
  const definition = pack.wizards.find((candidate) => candidate.id === id);
  if (!definition) throw new Error(`no wizard ${id}`);
  return new WizardRun(pack, store, definition);
}

/** Types texts into the fields of the page, in the record in the making at this place. */
export function fillPage(
  run: WizardRun,
  state: WizardState,
  texts: Readonly<Record<string, string>>,
  at = 0,
): WizardState {
  return Object.entries(texts).reduce((now, [field, text]) => {
    const slot = run.page(now)?.drafts[at]?.draft.slot;
    if (!slot) throw new Error(`nothing to type ${field} into`);
    return run.type(now, slot, field, text);
  }, state);
}

/** What stands in the fields of a page. */
export function shown(run: WizardRun, state: WizardState, at = 0): Readonly<Record<string, string>> {
  return Object.fromEntries(run.page(state)?.drafts[at]?.fields.map(({ ask, text }) => [ask.field, text]) ?? []);
}
