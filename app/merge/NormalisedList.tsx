import type { Pack } from '../../sheets-templates/schema.ts';
import type { Normalised } from '../../xlsx/recognise/normalised.ts';
import { fill } from '../locale/zh-CN.ts';
import { MERGE } from './locale.zh-CN.ts';

export interface NormalisedListProps {
  readonly file: string;
  readonly cells: readonly Normalised[];
  readonly pack: Pack;
}

const MOST = 500;

/** What was brought into its normal form, cell by cell. */
export function NormalisedList({ file, cells, pack }: NormalisedListProps) {
  const labels = new Map(pack.entities.flatMap(({ fields }) => fields.map(({ key, label }) => [key, label] as const)));
  return (
    <details open className="mc-merge-list">
      <summary>{fill(MERGE.normalisedTitle, { file, n: cells.length })}</summary>
      <ul>
        {cells.slice(0, MOST).map(({ row, cell, field, from, to }) => (
          <li key={`${row} ${cell} ${field}`}>
            <b>{cell}</b> {labels.get(field) ?? field} {fill(MERGE.fromTo, { from, to })}
          </li>
        ))}
      </ul>
    </details>
  );
}
