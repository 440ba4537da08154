import type { RecordStore } from '../../records/store.contract.ts';
import { fill } from '../locale/zh-CN.ts';
import { MERGE } from './locale.zh-CN.ts';

export interface AbsentListProps {
  readonly ids: readonly string[];
  readonly entity: string;
  readonly store: RecordStore;
  readonly removed: ReadonlySet<string>;
  readonly onRemove: (id: string, removed: boolean) => void;
}

/** People of returned villages whom no file names; they stay unless they are ticked. */
export function AbsentList({ ids, entity, store, removed, onRemove }: AbsentListProps) {
  if (ids.length === 0) return null;
  return (
    <details className="mc-merge-list">
      <summary>{fill(MERGE.absent, { n: ids.length })}</summary>
      <p className="mc-merge-help">{MERGE.absentHelp}</p>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={removed.has(id)}
                onChange={(event) => onRemove(id, event.currentTarget.checked)}
              />
              {['village', 'name', 'idNumber'].map((field) => store.text(entity, id, field)).join(' ')}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
