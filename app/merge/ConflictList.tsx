import { type KeyboardEvent, type RefObject, useState } from 'react';
import type { Choice } from '../../records/merge/types.ts';
import { fill } from '../locale/zh-CN.ts';
import { ConflictRow } from './ConflictRow.tsx';
import { MERGE } from './locale.zh-CN.ts';
import type { ConflictItem } from './merge-view.ts';

export interface ConflictListProps {
  readonly items: readonly ConflictItem[];
  /** Around the rows, for whoever leads here. */
  readonly list: RefObject<HTMLDivElement | null>;
  readonly pictures: ReadonlyMap<string, string>;
  readonly onChoose: (group: string, field: string, choice: Choice) => void;
}

/**
 * Fields that two senders fill differently, side by side. By keyboard: ↑↓ go, 1 and 2 take a side and go on to the next
 * that is open, Enter begins a text of one's own and ends it.
 */
export function ConflictList({ items, list, pictures, onChoose }: ConflictListProps) {
  const [active, setActive] = useState(0);
  if (items.length === 0) return null;
  const focus = (at: number): void => {
    const to = Math.max(0, Math.min(items.length - 1, at));
    setActive(to);
    focusConflict(list.current, to);
  };
  const choose = (at: number, choice: Choice): void => {
    const item = items[at];
    if (!item) return;
    onChoose(item.group, item.field, choice);
    const rest = [...items.keys()].filter((n) => n !== at && items[n]?.choice === undefined);
    focus(rest.find((n) => n > at) ?? rest[0] ?? at);
  };
  const onKey = (event: KeyboardEvent<HTMLElement>, at: number): void => {
    // Digits typed into the field belong to the text.
    if (event.target instanceof HTMLInputElement || event.nativeEvent.isComposing) return;
    const side = Number(event.key) - 1;
    if (event.key === 'ArrowDown') focus(at + 1);
    else if (event.key === 'ArrowUp') focus(at - 1);
    else if (event.key === 'Enter' && event.target === event.currentTarget)
      event.currentTarget.querySelector('input')?.focus();
    else if (Number.isInteger(side) && items[at]?.sides[side] !== undefined) choose(at, { side });
    else return;
    event.preventDefault();
  };
  const open = items.filter(({ choice }) => choice === undefined).length;
  return (
    <section className="mc-merge-conflicts">
      <h3>{fill(MERGE.conflicts, { open, n: items.length })}</h3>
      <p className="mc-merge-help">{MERGE.conflictHelp}</p>
      <div ref={list}>
        {items.map((item, at) => (
          <ConflictRow
            key={item.id}
            item={item}
            pictures={pictures}
            at={at}
            active={at === active}
            onKey={(event) => onKey(event, at)}
            onFocus={() => setActive(at)}
            onChoose={(choice) => choose(at, choice)}
          />
        ))}
      </div>
    </section>
  );
}

/** Goes to one of the conflicts, by its place in the list. */
export function focusConflict(list: HTMLElement | null, at: number): void {
  list?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus();
}
