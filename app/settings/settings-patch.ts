import { isoYear } from '../../formulas/calendar.ts';
import { newId } from '../../records/new-id.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { Change, Json, Patch, Settings } from '../../records/types.ts';
import { textOf } from '../../records/value.ts';
import type { Pack, Parameter } from '../../sheets-templates/schema.ts';
import { askedParameters, type NewProjectDraft } from '../home/new-project-form.ts';
import type { ProjectFacts } from '../home/ProjectForm.tsx';
import type { ListedVillage } from '../home/parse-village-list.ts';

const VILLAGE = 'village';

/** What a project says of itself, for the form. */
export const factsOf = (store: RecordStore): ProjectFacts => ({ settings: store.settings, villages: listed(store) });

/** What the form shows: settings as typed, villages one a line. */
export function draftOf(
  { settings, villages }: ProjectFacts,
  parameters: readonly Parameter[],
): [NewProjectDraft, string] {
  const { county, unit, level, asOf, ...others } = settings;
  const typed = askedParameters(parameters).flatMap(({ key }) => {
    const value = others[key];
    // What was never set stands in the form by its default.
    return value === undefined ? [] : [[key, value === null ? '' : String(value)] as const];
  });
  return [{ level, county, unit, asOf, parameters: Object.fromEntries(typed) }, villages.map(lineOf).join('\n')];
}

/** What changes from a project as it is to what the form says; villages keep their ids. Empty when nothing does. */
export function settingsPatch(store: RecordStore, { settings, villages }: ProjectFacts, pack: Pack): Patch {
  const set = changedSettings(store.settings, settings, pack.parameters);
  return [
    ...(Object.keys(set).length > 0 ? [{ op: 'settings', set } as const] : []),
    ...('asOf' in set ? yearsWritten(store, settings.asOf, pack) : []),
    ...villageChanges(store, villages),
  ];
}

/** A year that is left out is that of the reference date: when that changes, it is written down, and the record stays in it. */
function yearsWritten(store: RecordStore, asOf: string, { entities }: Pack): Change[] {
  const year = isoYear(store.settings.asOf);
  if (year === isoYear(asOf)) return [];
  const dated = entities.filter(({ fields }) => fields.some(({ key }) => key === 'year'));
  return dated.flatMap(({ key: entity }) =>
    store.ids(entity).flatMap((id): Change[] => {
      const blank = textOf(store.get(entity, id)?.['year']) === '';
      return blank ? [{ op: 'update', entity, id, set: { year: String(year) } }] : [];
    }),
  );
}

function changedSettings(now: Settings, wanted: Settings, parameters: readonly Parameter[]): Record<string, Json> {
  const set: Record<string, Json> = {};
  const keys = ['county', 'unit', 'level', 'asOf', ...askedParameters(parameters).map(({ key }) => key)];
  for (const key of keys) {
    const [before, after] = [plainValue(now[key]), plainValue(wanted[key])];
    // Without a value of its own a parameter has its default: `null` takes the value out.
    if (before !== after) set[key] = after ?? null;
  }
  return set;
}

/** A setting as a patch has it: one that was cleared is blank, which switches its rules off. */
function plainValue(value: unknown): string | number | undefined {
  if (value === null) return '';
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function villageChanges(store: RecordStore, villages: ProjectFacts['villages']): Patch {
  const left = new Map(listed(store).map((village) => [lineOf(village), village]));
  const changes: Change[] = [];
  for (const [at, { township, name }] of villages.entries()) {
    const line = lineOf({ township, name });
    const known = left.get(line);
    const order = at + 1;
    left.delete(line);
    if (known === undefined)
      changes.push({ op: 'insert', entity: VILLAGE, record: { id: newId(), township, name, order } });
    else if (known.order !== order) changes.push({ op: 'update', entity: VILLAGE, id: known.id, set: { order } });
  }
  for (const { id } of left.values()) changes.push({ op: 'remove', entity: VILLAGE, id });
  return changes;
}

interface StoredVillage extends ListedVillage {
  readonly id: string;
  readonly order: number;
}

/** The villages of the list, in its order. */
function listed(store: RecordStore): StoredVillage[] {
  const villages = store.ids(VILLAGE).map((id) => ({
    id,
    township: store.text(VILLAGE, id, 'township'),
    name: store.text(VILLAGE, id, 'name'),
    order: Number(store.get(VILLAGE, id)?.['order'] ?? 0),
  }));
  return villages.sort((a, b) => a.order - b.order);
}

/** A village as the list writes it, which tells it from every other. */
const lineOf = ({ township, name }: ListedVillage): string => `${township}\t${name}`;
