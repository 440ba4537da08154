import { fill, TEXTS } from '../locale/zh-CN.ts';
import { groupByTownship } from './group-by-township.ts';
import type { VillageList } from './parse-village-list.ts';

export interface VillageListFieldProps {
  readonly text: string;
  readonly list: VillageList;
  readonly onChange: (text: string) => void;
}

const texts = TEXTS.create;

/** Where the list of villages is pasted, and beside it what was understood and which lines were not. */
export function VillageListField({ text, list, onChange }: VillageListFieldProps) {
  const groups = groupByTownship(list.villages);
  const townships = groups.filter(({ township }) => township !== '').length;
  const missed = list.skipped.filter(({ reason }) => reason !== 'header');
  return (
    <div className="mc-villages">
      <div className="mc-field">
        <label htmlFor="mc-new-villages">{texts.villages}</label>
        <textarea
          id="mc-new-villages"
          className="mc-input"
          aria-describedby="mc-new-villages-hint"
          spellCheck={false}
          wrap="off"
          placeholder={texts.villagesExample}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <span id="mc-new-villages-hint" className="mc-hint">
          {texts.villagesHint}
        </span>
      </div>
      <div className="mc-understood" aria-live="polite">
        {list.villages.length === 0 && missed.length === 0 ? (
          <p className="mc-hint">{texts.nothing}</p>
        ) : (
          <p className="mc-understood-sum">
            {townships > 0
              ? fill(texts.understood, { townships, villages: list.villages.length })
              : fill(texts.understoodFlat, { villages: list.villages.length })}
          </p>
        )}
        {groups.map(({ township, names }) => (
          <p key={township} className="mc-understood-group">
            <strong>{township || texts.noTownship}</strong>
            <small>{names.length}</small>
            <span>{names.join('、')}</span>
          </p>
        ))}
        {missed.length > 0 && (
          <div className="mc-missed">
            <strong>{fill(texts.skipped, { n: missed.length })}</strong>
            <ul>
              {missed.map(({ line, text: words, reason }) => (
                <li key={`${line}-${reason}`}>
                  {fill(texts.line, { line })}：{words} <small>{texts.reason[reason]}</small>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}
