import { fill } from '../locale/zh-CN.ts';
import { MERGE } from './locale.zh-CN.ts';
import type { ChangeItem } from './merge-view.ts';
import { ValueText } from './ValueText.tsx';

export interface ChangeListProps {
  readonly items: readonly ChangeItem[];
  readonly pictures: ReadonlyMap<string, string>;
  readonly onTake: (id: string, clears: boolean, taken: boolean) => void;
}

/** Where what was sent differs from the book: taken over in whole or in part. */
export function ChangeList({ items, pictures, onTake }: ChangeListProps) {
  if (items.length === 0) return null;
  return (
    <section className="mc-merge-list">
      <h3>{fill(MERGE.changes, { n: items.length })}</h3>
      <p className="mc-merge-help">{MERGE.changesHelp}</p>
      <ul>
        {items.map(({ id, clears, name, label, from, to, taken }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={taken}
                onChange={(event) => onTake(id, clears, event.currentTarget.checked)}
              />
              <b>{name}</b> {label} “<ValueText value={from} pictures={pictures} />” → “
              <ValueText value={to} pictures={pictures} />”
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
