import { ICommandService } from '@univerjs/core';
import { ILayoutService, useDependency } from '@univerjs/ui';
import { useState } from 'react';
import type { Patch } from '../../records/types.ts';
import type { Severity } from '../../sheets-templates/schema.ts';
import { BindingService } from '../binding/binding.service.ts';
import { goToField } from '../commands/go-to-field.ts';
import { useEditable } from '../guard/use-editable.ts';
import { zhCN } from '../locale/zh-CN.ts';
import { ruleNames } from '../rules/rule-names.ts';
import { PanelSection } from './PanelSection.tsx';
import { PanelTabs } from './PanelTabs.tsx';
import { ProblemRow } from './ProblemRow.tsx';
import { TogglePanelCommandId } from './panel-ids.tsx';
import { placeOf } from './place-of.ts';
import { NO_FILTER, type Problem, type ProblemFilter } from './problem-list.ts';
import './panel.css';
import { useBench } from './use-bench.ts';
import { useProblems } from './use-problems.ts';
import { VirtualList } from './VirtualList.tsx';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const text = zhCN.panel;
const keyOf = ({ issue }: Problem): string => `${issue.record}/${issue.rule}/${issue.field}`;

/** The list of everything that is wrong, beside the sheet: counts, filters, a click to the cell, a click to mend. */
export function ProblemsPanel() {
  const binding = useDependency(BindingService);
  const commands = useDependency(ICommandService);
  const layout = useDependency(ILayoutService);
  const bench = useBench()?.bench;
  const [filter, setFilter] = useState<ProblemFilter>(NO_FILTER);
  const [current, setCurrent] = useState<string | null>(null);
  const view = useProblems(bench, filter);
  const editable = useEditable(bench?.unitId ?? '');
  if (!bench) return null;

  const fixable = view.problems.filter((p) => p.issue.fix && p.issue.rule === filter.rule);
  const apply = (patches: readonly Patch[]): void => binding.apply(bench.unitId, patches.flat());
  const names = ruleNames(bench.loaded.pack, bench.store.settings);

  return (
    <PanelSection label={text.title}>
      <PanelTabs current={TogglePanelCommandId} />
      <fieldset className="mingce-counts" aria-label={text.severityFilter}>
        {SEVERITIES.map((severity) => (
          <button
            key={severity}
            type="button"
            className={`mingce-count mingce-${severity}`}
            aria-pressed={filter.severity === severity}
            onClick={() => setFilter({ ...filter, severity: filter.severity === severity ? null : severity })}
          >
            <b>{view.unjudged > 0 ? '…' : view.counts[severity]}</b>
            <span>{zhCN.severity[severity]}</span>
          </button>
        ))}
      </fieldset>
      <div className="mingce-filters">
        <select
          aria-label={text.ruleFilter}
          value={filter.rule ?? ''}
          onChange={(e) => setFilter({ ...filter, rule: e.target.value || null })}
        >
          <option value="">{text.allRules}</option>
          {[...view.rules].map(([rule, n]) => (
            <option key={rule} value={rule}>{`${names.get(rule) ?? rule}（${n}）`}</option>
          ))}
        </select>
        <select
          aria-label={text.villageFilter}
          value={filter.village ?? '*'}
          onChange={(e) => setFilter({ ...filter, village: e.target.value === '*' ? null : e.target.value })}
        >
          <option value="*">{text.allVillages}</option>
          {[...view.villages].map(([village, n]) => (
            <option key={village} value={village}>{`${village || text.noVillage}（${n}）`}</option>
          ))}
        </select>
      </div>
      <div className="mingce-total">
        <span>{view.all === 0 ? '' : text.total(view.problems.length, view.all)}</span>
        {fixable.length > 1 && (
          <button
            type="button"
            className="mingce-fix-all"
            title={editable ? text.fixAllTip : zhCN.readOnly}
            disabled={!editable}
            onClick={() => apply(fixable.flatMap((p) => (p.issue.fix ? [p.issue.fix.patch] : [])))}
          >
            {text.fixAll(fixable.length)}
          </button>
        )}
      </div>
      {view.unjudged > 0 ? (
        <div className="mingce-empty">
          <p>{text.checking}</p>
          <p className="mingce-hint">{text.checkingHint}</p>
        </div>
      ) : view.problems.length === 0 ? (
        <div className="mingce-empty">
          <p>{view.all === 0 ? text.none : text.noneFiltered}</p>
          {view.all === 0 && <p className="mingce-hint">{text.noneHint}</p>}
        </div>
      ) : (
        <VirtualList<Problem>
          items={view.problems}
          itemHeight={76}
          label={text.title}
          keyOf={keyOf}
          render={(p) => (
            <ProblemRow
              problem={p}
              place={placeOf(bench, p.issue)}
              editable={editable}
              current={keyOf(p) === current}
              onGo={() => {
                setCurrent(keyOf(p));
                goToField(commands, bench, p.issue);
                // What is typed next is the correction.
                layout.focus();
              }}
              onFix={() => p.issue.fix && apply([p.issue.fix.patch])}
              onFixKind={() => setFilter({ ...filter, rule: p.issue.rule })}
            />
          )}
        />
      )}
    </PanelSection>
  );
}
