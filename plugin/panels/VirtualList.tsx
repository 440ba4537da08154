import { type ReactNode, useEffect, useRef, useState } from 'react';

export interface VirtualListProps<T> {
  readonly items: readonly T[];
  /** Height of every item in CSS pixels. */
  readonly itemHeight: number;
  readonly label: string;
  readonly keyOf: (item: T) => string;
  readonly render: (item: T) => ReactNode;
  /** The item that is kept in view. */
  readonly shown?: number;
}

const OVERSCAN = 6;

/** A list that puts only the visible items (and a few around) into the page, however many there are. */
export function VirtualList<T>({ items, itemHeight, label, keyOf, render, shown }: VirtualListProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setView({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = box.current;
    if (!element || shown === undefined || shown < 0) return;
    const top = shown * itemHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + itemHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + itemHeight - element.clientHeight;
  }, [shown, itemHeight]);
  const first = Math.max(0, Math.floor(view.top / itemHeight) - OVERSCAN);
  const last = Math.min(items.length, Math.ceil((view.top + view.height) / itemHeight) + OVERSCAN);
  return (
    <div
      ref={box}
      className="mingce-list"
      onScroll={(e) => setView({ top: e.currentTarget.scrollTop, height: e.currentTarget.clientHeight })}
    >
      <ul aria-label={label} style={{ height: items.length * itemHeight }}>
        {items.slice(first, last).map((item, i) => (
          <li
            key={keyOf(item)}
            aria-setsize={items.length}
            aria-posinset={first + i + 1}
            style={{ top: (first + i) * itemHeight, height: itemHeight }}
          >
            {render(item)}
          </li>
        ))}
      </ul>
    </div>
  );
}
