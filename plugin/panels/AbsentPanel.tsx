import { useDependency } from '@univerjs/ui';
import { useId, useMemo, useState } from 'react';
import { BindingService } from '../binding/binding.service.ts';
import { bringBack } from '../binding/bring-back.ts';
import { useEditable } from '../guard/use-editable.ts';
import { zhCN } from '../locale/zh-CN.ts';
import { type Absent, listAbsent } from './absent.ts';
import { PanelSection } from './PanelSection.tsx';
import { PanelTabs } from './PanelTabs.tsx';
import { ToggleAbsentCommandId } from './panel-ids.tsx';
import { panelOf, TabList, tabOf } from './TabList.tsx';
import { useBench } from './use-bench.ts';
import { useRecords } from './use-records.ts';
import { VirtualList } from './VirtualList.tsx';
import './panel.css';

const text = zhCN.absent;
const TABS = ['lost', 'left'] as const;

/** 未在表中 and 已移出: whoever is kept without a row, and the button that puts them back. */
export function AbsentPanel() {
  const binding = useDependency(BindingService);
  const open = useBench();
  const records = useRecords(open?.bench);
  const entity = open?.table.options.entity;
  const id = useId();
  const [tab, setTab] = useState<(typeof TABS)[number]>('lost');
  const lists = useMemo(
    () => (records && entity ? listAbsent(records.store, entity, text.lost) : { lost: [], left: [] }),
    [records, entity],
  );
  const editable = useEditable(open?.bench.unitId ?? '');
  if (!open) return null;
  const { store, unitId } = open.bench;
  const back = (people: readonly Absent[]): void => {
    const ids = people.map((person) => person.id);
    binding.apply(unitId, bringBack(store, open.table.options.entity, ids));
  };
  const shown = lists[tab];
  return (
    <PanelSection label={text.title}>
      <PanelTabs current={ToggleAbsentCommandId} />
      <TabList
        id={id}
        label={text.title}
        current={tab}
        tabs={TABS.map((key) => ({ key, label: text[key], count: lists[key].length }))}
        onChange={setTab}
      />
      <div id={panelOf(id)} className="mingce-tab-panel" role="tabpanel" aria-labelledby={tabOf(id, tab)}>
        <p className="mingce-hint">{tab === 'lost' ? text.lostHint : text.leftHint}</p>
        {shown.length === 0 ? (
          <div className="mingce-empty">
            <p>{text.none}</p>
          </div>
        ) : (
          <>
            {tab === 'lost' && shown.length > 1 && (
              <div className="mingce-total">
                <button type="button" className="mingce-fix-all" disabled={!editable} onClick={() => back(shown)}>
                  {text.backAll(shown.length)}
                </button>
              </div>
            )}
            <VirtualList<Absent>
              items={shown}
              itemHeight={60}
              label={text[tab]}
              keyOf={({ id }) => id}
              render={(person) => (
                <div className="mingce-problem mingce-info">
                  <div className="mingce-go">
                    <span className="mingce-who">
                      <b>{person.name || zhCN.panel.nameless}</b>
                      <span>{person.village}</span>
                    </span>
                    <span className="mingce-message">{`${person.status} ${person.date}`}</span>
                  </div>
                  <span className="mingce-fixes">
                    <button
                      type="button"
                      className="mingce-fix"
                      aria-label={text.backOne(person.name || zhCN.panel.nameless)}
                      disabled={!editable}
                      onClick={() => back([person])}
                    >
                      {text.back}
                    </button>
                  </span>
                </div>
              )}
            />
          </>
        )}
      </div>
    </PanelSection>
  );
}
