import { type KeyboardEvent, useId, useState } from 'react';
import type { Choice } from '../../records/merge/types.ts';
import { fill } from '../locale/zh-CN.ts';
import { MERGE } from './locale.zh-CN.ts';
import type { ConflictItem } from './merge-view.ts';
import { ValueText } from './ValueText.tsx';

export interface ConflictRowProps {
  readonly item: ConflictItem;
  readonly pictures: ReadonlyMap<string, string>;
  readonly at: number;
  readonly active: boolean;
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: () => void;
  readonly onChoose: (choice: Choice) => void;
}

/** One field of one person: who says what, and a text of one's own. */
export function ConflictRow({ item, pictures, at, active, onKey, onFocus, onChoose }: ConflictRowProps) {
  const { choice, sides } = item;
  const typed = choice !== undefined && 'text' in choice ? choice.text : '';
  const [text, setText] = useState(typed);
  const labelId = useId();
  return (
    <fieldset
      className={`mc-conflict${active ? ' mc-active' : ''}${choice === undefined ? '' : ' mc-settled'}`}
      // The row takes the keys 1, 2, ↑, ↓ and Enter.
      tabIndex={active ? 0 : -1}
      data-at={at}
      aria-labelledby={labelId}
      onKeyDown={onKey}
      onFocus={onFocus}
    >
      <div id={labelId} className="mc-conflict-who">
        <b>{fill(MERGE.conflictOf, { name: item.name, idNumber: item.idNumber })}</b> {item.label}
        {item.villages.length > 0 && (
          <span className="mc-warning-text">{fill(MERGE.twoVillages, { villages: item.villages.join('、') })}</span>
        )}
      </div>
      <div className="mc-conflict-sides">
        {sides.map(({ value, file, place, date }, side) => (
          <button
            key={value}
            type="button"
            tabIndex={-1}
            className="mc-side"
            aria-pressed={choice !== undefined && 'side' in choice && choice.side === side}
            onClick={() => onChoose({ side })}
          >
            <kbd>{side + 1}</kbd>
            <span>
              <ValueText value={value} pictures={pictures} />
            </span>
            <small>{fill(MERGE.side, { file, place, date })}</small>
          </button>
        ))}
        <input
          className="mc-input"
          tabIndex={-1}
          value={text}
          aria-label={`${item.label} ${MERGE.typed}`}
          placeholder={MERGE.typed}
          title={MERGE.typedHint}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.stopPropagation();
            onChoose({ text });
          }}
        />
      </div>
    </fieldset>
  );
}
