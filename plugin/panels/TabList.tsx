import { type KeyboardEvent, useRef } from 'react';

export interface TabListProps<K extends string> {
  readonly tabs: readonly { readonly key: K; readonly label: string; readonly count: number }[];
  readonly current: K;
  readonly label: string;
  /** Start of the ids of the tabs; `panelOf(id)` is the id of what they show. */
  readonly id: string;
  readonly onChange: (key: K) => void;
}

/** Id of the one area that the tabs of a list take turns in. */
export const panelOf = (id: string): string => `${id}-panel`;
/** Id of a tab, which names the area while it is chosen. */
export const tabOf = (id: string, key: string): string => `${id}-${key}`;

/**
 * Tabs as the WAI-ARIA pattern has them: one stop of the Tab key, arrows (and Home, End) go from tab to tab, and what a
 * tab stands for is shown as it gets the focus.
 */
export function TabList<K extends string>({ tabs, current, label, id, onChange }: TabListProps<K>) {
  const list = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent): void => {
    const to = target(
      event.key,
      tabs.findIndex(({ key }) => key === current),
      tabs.length,
    );
    const tab = to === null ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    onChange(tab.key);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabOf(id, tab.key))}`)?.focus();
  };
  return (
    <div ref={list} className="mingce-tabs" role="tablist" aria-label={label}>
      {tabs.map(({ key, label: name, count }) => (
        <button
          key={key}
          id={tabOf(id, key)}
          type="button"
          role="tab"
          aria-selected={key === current}
          aria-controls={panelOf(id)}
          tabIndex={key === current ? 0 : -1}
          onClick={() => onChange(key)}
          onKeyDown={press}
        >
          {name} <b>{count}</b>
        </button>
      ))}
    </div>
  );
}

/** The place that a key leads to from place `at` of `count`; `null` for other keys. Arrows go round. */
export function target(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
