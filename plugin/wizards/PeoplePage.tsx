import { useDeferredValue, useMemo, useState } from 'react';
import { VirtualList } from '../panels/VirtualList.tsx';
import { useSpeller } from '../people/use-speller.ts';
import { type Candidate, candidates, filterCandidates, villageKey } from './candidates.ts';
import { FIELD } from './focus.ts';
import { WIZARD } from './locale.zh-CN.ts';
import type { WizardControl } from './use-wizard.ts';

const text = WIZARD.choose;

/** Chooses whom a wizard is about: by village, by search, all, or one by one. */
export function PeoplePage({ control }: { readonly control: WizardControl }) {
  const { run, state, records } = control;
  const one = run.definition.people === 'one';
  const [typed, setTyped] = useState('');
  const [village, setVillage] = useState<string | null>(null);
  const wanted = useDeferredValue(typed);
  const all = useMemo(() => candidates(records.store), [records]);
  const villages = useMemo(() => [...new Set(all.map(villageKey))], [all]);
  const spell = useSpeller();
  const { store } = records;
  const shown = useMemo(
    () => filterCandidates(store, all, village, wanted, spell),
    [store, all, village, wanted, spell],
  );
  const chosen = useMemo(() => new Set(state.people), [state.people]);
  const known = useMemo(() => new Set(all.map(({ id }) => id)), [all]);
  const gone = state.people.filter((id) => !known.has(id));
  const choose = (ids: ReadonlySet<string>): void => {
    const inOrder = all.filter(({ id }) => ids.has(id)).map(({ id }) => id);
    control.set(run.choose(state, [...inOrder, ...gone.filter((id) => ids.has(id))]));
  };
  const toggle = ({ id }: Candidate): void => {
    if (one) control.set(run.choose(state, [id]));
    else choose(chosen.has(id) ? without(chosen, [id]) : new Set([...chosen, id]));
  };
  if (all.length === 0) return <p className="mingce-empty">{text.noPeople}</p>;
  return (
    <div className="mingce-wizard-people">
      <input
        type="search"
        className="mingce-wizard-input"
        aria-label={text.search}
        placeholder={text.search}
        title={text.searchHint}
        {...{ [FIELD]: 'search' }}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing || typed.trim() === '') return;
          const [first] = filterCandidates(store, all, village, typed, spell);
          if (!first) return;
          event.stopPropagation();
          if (one || !chosen.has(first.id)) toggle(first);
          setTyped('');
        }}
      />
      <select
        className="mingce-wizard-input"
        aria-label={text.village}
        value={village ?? '*'}
        onChange={(event) => setVillage(event.currentTarget.value === '*' ? null : event.currentTarget.value)}
      >
        <option value="*">{text.allVillages}</option>
        {villages.map((name) => (
          <option key={name} value={name}>
            {name || text.noVillage}
          </option>
        ))}
      </select>
      {gone.length > 0 && (
        <p className="mingce-wizard-warning" role="alert">
          {text.gone(gone.length)}
          <button type="button" className="mingce-fix" onClick={() => choose(without(chosen, gone))}>
            {text.dropGone}
          </button>
        </p>
      )}
      <div className="mingce-total">
        <span role="status">{shown.length === 0 ? text.none : text.chosen(chosen.size)}</span>
        {!one && (
          <span>
            <button
              type="button"
              className="mingce-fix"
              onClick={() => choose(new Set([...chosen, ...shown.map(({ id }) => id)]))}
            >
              {text.takeShown(shown.length)}
            </button>
            <button
              type="button"
              className="mingce-kind"
              disabled={chosen.size === 0}
              onClick={() => choose(new Set())}
            >
              {text.clear}
            </button>
          </span>
        )}
      </div>
      <VirtualList<Candidate>
        items={shown}
        itemHeight={34}
        label={text.list}
        keyOf={({ id }) => id}
        render={(person) => (
          <label className="mingce-wizard-person">
            <input
              type={one ? 'radio' : 'checkbox'}
              name="wizard-person"
              checked={chosen.has(person.id)}
              onChange={() => toggle(person)}
            />
            <b>{person.name || text.nameless}</b>
            <span>{villageKey(person)}</span>
            {person.tail !== '' && <small className="mingce-wizard-tail">{text.tail(person.tail)}</small>}
          </label>
        )}
      />
    </div>
  );
}

function without(ids: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  return new Set([...ids].filter((id) => !gone.includes(id)));
}
