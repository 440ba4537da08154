import { textOf } from '../../records/value.ts';
import { fill } from '../locale/zh-CN.ts';
import { MERGE } from './locale.zh-CN.ts';
import type { FileLine } from './merge-view.ts';

/** Photos of forms that could not be taken, each with its place, what is the matter, and what to do. */
export function PhotoList({ lines }: { readonly lines: readonly FileLine[] }) {
  const items = lines.flatMap(({ file, sheets }) =>
    sheets.flatMap(({ sheet, records, issues }) => {
      const names = new Map(records.map(({ record }) => [record.id, textOf(record.name)]));
      return issues
        .filter(({ rule }) => rule.startsWith('photo.'))
        .map(({ cell, message, owner = '' }) => ({ file, sheet, cell, message, name: names.get(owner) ?? '' }));
    }),
  );
  if (items.length === 0) return null;
  return (
    <section className="mc-merge-list">
      <h3>{fill(MERGE.photos, { n: items.length })}</h3>
      <p className="mc-merge-help">{MERGE.photosHelp}</p>
      <ul>
        {items.map(({ file, sheet, cell, message, name }) => (
          <li key={JSON.stringify([file, sheet, cell])}>
            <b>{fill(MERGE.photoAt, { file, sheet, cell })}</b> {name}
            <span className="mc-warning-text">{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
