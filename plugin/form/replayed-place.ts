import type { Replayed } from '../binding/binding.service.ts';
import type { CellSite } from '../binding/bound-sheet.ts';
import type { FormModel } from './form-model.ts';
import { showsField } from './form-problems.ts';

/** The person that an undo or redo happened to, and the cell of it; `null` where it happened to none, or to many. */
export function replayedPlace(model: FormModel, items: readonly Replayed[]): CellSite | null {
  const owners = new Set<string>();
  const sites: CellSite[] = [];
  for (const { patch, at } of items) {
    if (at) {
      owners.add(model.people.ownerOf(at.site.entity, at.site.record) ?? '');
      sites.push(at.site);
    }
    for (const change of patch) {
      if (change.op !== 'update' && change.op !== 'insert') continue;
      const record = change.op === 'insert' ? change.record.id : change.id;
      const keys = Object.keys(change.op === 'insert' ? change.record : change.set);
      owners.add(model.people.ownerOf(change.entity, record) ?? '');
      for (const field of keys) sites.push({ entity: change.entity, record, field });
    }
  }
  owners.delete('');
  const [person] = owners;
  if (owners.size !== 1 || person === undefined) return null;
  const shown = sites.find(
    (site) => showsField(model.people, site) && model.people.ownerOf(site.entity, site.record) === person,
  );
  return shown ?? { entity: model.people.binding.entity, record: person, field: '' };
}
