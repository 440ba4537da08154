import { useState } from 'react';
import type { Pack } from '../../sheets-templates/schema.ts';
import type { CheckedSheet } from '../../xlsx/recognise/check-workbook.ts';
import type { ColumnAnswer } from '../../xlsx/recognise/column-answers.ts';
import { fill } from '../locale/zh-CN.ts';
import { answerOf, columnItems } from './column-items.ts';
import { MERGE } from './locale.zh-CN.ts';

export interface ColumnsListProps {
  readonly file: string;
  readonly sheet: CheckedSheet;
  readonly pack: Pack;
  /** What was said of this layout another time: proposed, not taken over. */
  readonly remembered: ColumnAnswer | undefined;
  readonly onAnswer: (answer: ColumnAnswer) => void;
}

const words = MERGE.columnsOf;

/** Which column of a sender's table is which field, to look at and to correct. */
export function ColumnsList({ file, sheet, pack, remembered, onAnswer }: ColumnsListProps) {
  const items = columnItems(sheet, remembered);
  const [fields, setFields] = useState(() => items.map(({ field }) => field));
  const known = pack.entities.find(({ key }) => key === sheet.entity)?.fields ?? [];
  const choices = known.filter(({ type }) => type !== 'image');
  return (
    <details open className="mc-merge-list" data-merge="columns">
      <summary>{fill(words.title, { file, sheet: sheet.sheet })}</summary>
      <p className="mc-merge-help">{remembered === undefined ? words.help : words.remembered}</p>
      <ul className="mc-merge-columns">
        {items.map(({ column, header, sample, doubtful }, at) => (
          <li key={column}>
            <label>
              <b>{header === '' ? fill(words.blank, { n: at + 1 }) : header}</b>
              <select
                value={fields[at] ?? ''}
                onChange={({ currentTarget }) =>
                  setFields((now) => now.map((field, n) => (n === at ? currentTarget.value : field)))
                }
              >
                <option value="">{words.own}</option>
                {choices.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </select>
              <small title={sample}>{sample}</small>
              {doubtful && <em className="mc-warning-text">{words.doubtful}</em>}
            </label>
          </li>
        ))}
      </ul>
      <button type="button" className="mc-button" onClick={() => onAnswer(answerOf(sheet, fields))}>
        {words.apply}
      </button>
    </details>
  );
}
