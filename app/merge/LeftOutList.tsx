import { fill } from '../locale/zh-CN.ts';
import { MERGE } from './locale.zh-CN.ts';
import type { LeftOutItem } from './merge-view.ts';

/** Rows that stand for nobody in the result, each with its reason. */
export function LeftOutList({ items }: { readonly items: readonly LeftOutItem[] }) {
  if (items.length === 0) return null;
  return (
    <details className="mc-merge-list">
      <summary>{fill(MERGE.leftOut, { n: items.length })}</summary>
      <ul>
        {items.map(({ file, sheet, place, reason, text }) => (
          <li key={JSON.stringify([file, sheet, place])}>
            <b>{fill(MERGE.leftOutAt, { file, sheet, place })}</b> {reason} <span>{text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
