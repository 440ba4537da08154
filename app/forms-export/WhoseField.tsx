import type { RecordStore } from '../../records/store.contract.ts';
import { fill } from '../locale/zh-CN.ts';
import { type FormsChoice, inOrder, type Standing } from './choice.ts';
import { FORMS_EXPORT as texts } from './locale.zh-CN.ts';
import type { Everybody, Place, Scope } from './whose.ts';

export interface WhoseFieldProps {
  readonly choice: FormsChoice;
  readonly all: Everybody;
  readonly standing: Standing;
  readonly store: RecordStore;
  readonly entity: string;
  readonly onChange: (change: Partial<FormsChoice>) => void;
}

/** Whose forms: the person in front, the selected rows, a village, a township, or everybody. */
export function WhoseField({ choice, all, standing, store, entity, onChange }: WhoseFieldProps) {
  const { front } = standing;
  const selected = inOrder(standing.selected, all);
  const { scope, village, township } = choice;
  const radio = (own: Scope, label: string) => (
    <label>
      <input type="radio" name="whose" value={own} checked={scope === own} onChange={() => onChange({ scope: own })} />
      {label}
    </label>
  );
  const places = (own: 'village' | 'township', label: string, list: readonly Place[], at: number) => (
    <select
      className="mc-input"
      aria-label={label}
      value={at}
      onChange={(event) => onChange({ scope: own, [own]: Number(event.currentTarget.value) })}
    >
      {list.map((place, index) => (
        <option key={`${place.township} ${place.village}`} value={index}>
          {placeText(own, place)}
        </option>
      ))}
    </select>
  );
  return (
    <fieldset className="mc-field mc-whose">
      <legend>{texts.whose}</legend>
      {front !== null && (
        <>
          {radio('one', texts.one)}
          <output>{store.text(entity, front.person, 'name') || texts.nameless}</output>
        </>
      )}
      {selected.length > 0 && (
        <>
          {radio('selected', texts.selected)}
          <output>
            {selected.length === 1
              ? store.text(entity, selected[0] ?? '', 'name') || texts.nameless
              : fill(texts.people, { n: selected.length })}
          </output>
        </>
      )}
      {radio('village', texts.village)}
      {places('village', texts.village, all.villages, village)}
      {all.townships.length > 1 && (
        <>
          {radio('township', texts.township)}
          {places('township', texts.township, all.townships, township)}
        </>
      )}
      {radio('all', texts.all)}
      <output>{fill(texts.people, { n: all.ids.length })}</output>
    </fieldset>
  );
}

function placeText(kind: 'village' | 'township', { township, village, ids }: Place): string {
  const values = { township: township || texts.blank, village: village || texts.blank, n: ids.length };
  return fill(kind === 'village' ? texts.villageOf : texts.townshipOf, values);
}
