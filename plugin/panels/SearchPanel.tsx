import { ICommandService } from '@univerjs/core';
import { ILayoutService, useDependency } from '@univerjs/ui';
import { useDeferredValue, useMemo, useState } from 'react';
import { goToField } from '../commands/go-to-field.ts';
import { zhCN } from '../locale/zh-CN.ts';
import { type Found, findPeople } from './find-people.ts';
import { PanelTabs } from './PanelTabs.tsx';
import { SearchPersonCommandId } from './panel-ids.tsx';
import { useBench } from './use-bench.ts';
import { useVersion } from './use-version.ts';
import { VirtualList } from './VirtualList.tsx';
import './panel.css';

const text = zhCN.search;

/** Finds a person by name, number, phone or village and goes to the row: Enter takes the first one. */
export function SearchPanel() {
  const commands = useDependency(ICommandService);
  const layout = useDependency(ILayoutService);
  const open = useBench();
  const version = useVersion(open?.bench.unitId ?? null);
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the records, which change in place
  const found = useMemo(
    () => (open ? findPeople(open.bench.store, open.table.options.entity, open.table.map.ids(), wanted) : []),
    [open?.bench, wanted, version],
  );
  if (!open) return null;
  const go = (person: Found | undefined): void => {
    if (!person) return;
    goToField(commands, open.bench, { entity: open.table.options.entity, record: person.id, field: 'name' });
    layout.focus();
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
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') go(found[0]);
          if (event.key === 'Escape') layout.focus();
        }}
      />
      <p className="mingce-hint" role="status">
        {wanted.trim() === '' ? text.hint : text.count(found.length)}
      </p>
      <VirtualList<Found>
        items={found}
        itemHeight={60}
        label={text.title}
        keyOf={({ id }) => id}
        render={(person) => (
          <div className="mingce-problem">
            <button type="button" className="mingce-go" onClick={() => go(person)}>
              <span className="mingce-who">
                <b>{person.name || zhCN.panel.nameless}</b>
                <span>{person.village}</span>
              </span>
              <span className="mingce-message">{person.idNumber}</span>
            </button>
          </div>
        )}
      />
    </section>
  );
}
