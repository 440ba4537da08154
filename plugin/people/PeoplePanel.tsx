import { ICommandService } from '@univerjs/core';
import { ILayoutService, useDependency } from '@univerjs/ui';
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import { BindingService } from '../binding/binding.service.ts';
import { goToField } from '../commands/go-to-field.ts';
import { formOf } from '../form/form-commands.ts';
import { OpenFormCommandId } from '../form/form-ids.ts';
import { zhCN } from '../locale/zh-CN.ts';
import { PanelTabs } from '../panels/PanelTabs.tsx';
import { SearchPersonCommandId } from '../panels/panel-ids.tsx';
import { useRecords } from '../panels/use-records.ts';
import { VirtualList } from '../panels/VirtualList.tsx';
import { type ListedPerson, matchPeople } from './match-people.ts';
import { useSpeller } from './use-speller.ts';
import '../panels/panel.css';
import './people.css';

const text = zhCN.search;

/**
 * Everybody of the book, narrowed by what is typed. Enter goes to the one that is marked: to the form while a form is
 * in front, else to the row; Ctrl+Enter always to the form. Arrows move the mark.
 */
export function PeoplePanel() {
  const commands = useDependency(ICommandService);
  const layout = useDependency(ILayoutService);
  const binding = useDependency(BindingService);
  const bench = binding.open();
  const table = bench?.tableOf('person');
  const records = useRecords(bench);
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(0);
  const spell = useSpeller();
  const wanted = useDeferredValue(typed);
  const found = useMemo(
    () => (records && table ? matchPeople(records.store, 'person', table.map.ids(), wanted, spell) : []),
    [records, table, wanted, spell],
  );
  if (!bench || !table) return null;
  const form = formOf(bench);
  const at = Math.min(marked, found.length - 1);
  const go = (person: ListedPerson | undefined, toForm: boolean): void => {
    if (!person) return;
    if (form && (toForm || binding.front() === form))
      void commands.executeCommand(OpenFormCommandId, { person: person.id });
    else goToField(commands, bench, { entity: 'person', record: person.id, field: 'name' });
    layout.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(found[at], event.ctrlKey || event.metaKey);
    if (event.key === 'Escape') layout.focus();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setMarked(Math.max(0, Math.min(found.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))));
  };
  return (
    <section className="mingce-panel" aria-label={text.title}>
      <PanelTabs current={SearchPersonCommandId} />
      <input
        type="search"
        className="mingce-search"
        aria-label={text.label}
        placeholder={text.label}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="mingce-hint" role="status">
        {wanted.trim() === '' ? text.hint : text.count(found.length)}
      </p>
      <VirtualList<ListedPerson>
        items={found}
        itemHeight={60}
        label={text.title}
        keyOf={({ id }) => id}
        shown={at}
        render={(person) => (
          <div className={`mingce-problem${person === found[at] ? ' mingce-marked' : ''}`}>
            <button type="button" className="mingce-go" onClick={() => go(person, false)}>
              <span className="mingce-who">
                <b>{person.name || zhCN.panel.nameless}</b>
                <span>{person.village}</span>
              </span>
              <span className="mingce-message">{person.idNumber}</span>
            </button>
            {form && (
              <span className="mingce-fixes">
                <button
                  type="button"
                  className="mingce-fix"
                  aria-label={text.formOf(person.name || zhCN.panel.nameless)}
                  onClick={() => go(person, true)}
                >
                  {text.form}
                </button>
              </span>
            )}
          </div>
        )}
      />
    </section>
  );
}
