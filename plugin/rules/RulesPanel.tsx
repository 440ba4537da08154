import { ICommandService, UndoCommand } from '@univerjs/core';
import { ILayoutService, useDependency } from '@univerjs/ui';
import { useState } from 'react';
import { rulesPatch } from '../../records/rules-patch.ts';
import type { Json } from '../../records/types.ts';
import { type OwnRule, type RuleChanges, ruleRef } from '../../sheets-templates/rule-changes.ts';
import type { Rule } from '../../sheets-templates/schema.ts';
import { BindingService } from '../binding/binding.service.ts';
import { goToField } from '../commands/go-to-field.ts';
import { PanelSection } from '../panels/PanelSection.tsx';
import { useBench } from '../panels/use-bench.ts';
import { useRecords } from '../panels/use-records.ts';
import { draftsOf } from './kept-drafts.ts';
import { RULES } from './locale.zh-CN.ts';
import { RuleForm } from './RuleForm.tsx';
import { RulesList } from './RulesList.tsx';
import { changeOf, freeId, type ListedRule, listRules, withChange } from './rule-list.ts';
import '../panels/panel.css';
import './rules.css';

/** The rules of the open project: a list with switches, and a form for one of them. */
export function RulesPanel() {
  const commands = useDependency(ICommandService);
  const binding = useDependency(BindingService);
  const layout = useDependency(ILayoutService);
  const open = useBench();
  const records = useRecords(open?.bench);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!open || !records) return null;
  const { store, loaded, unitId } = open.bench;
  const list = listRules(loaded.pack, store.settings);
  const drafts = draftsOf(open.bench);
  const listed = list.rules.find(({ ref }) => ref === chosen);
  const apply = (changes: RuleChanges, settings: Readonly<Record<string, Json>> = {}): void => {
    const [rules] = rulesPatch(changes);
    if (rules?.op === 'settings') binding.apply(unitId, [{ op: 'settings', set: { ...settings, ...rules.set } }]);
  };
  const save = (before: ListedRule, rule: Rule, settings: Readonly<Record<string, Json>>): void => {
    const { official, off, ref } = before;
    if (official) {
      apply(withChange(list.changes, before, changeOf(official, rule, off)), settings);
      return;
    }
    const { id, entity, label = '', field, severity, check, message } = rule;
    const own: OwnRule = { id, entity, label, field, severity, check, message, ...(off ? { off: true } : {}) };
    apply({ ...list.changes, own: list.changes.own.map((one) => (ruleRef(one) === ref ? own : one)) }, settings);
    setChosen(ruleRef(own));
  };
  const add = (): void => {
    const { entity } = open.table.options;
    const own: OwnRule = {
      id: freeId(list.changes),
      entity,
      label: RULES.newName,
      field: 'name',
      severity: 'warning',
      check: '=TRUE',
      message: RULES.newMessage,
    };
    apply({ ...list.changes, own: [...list.changes.own, own] });
    setChosen(ruleRef(own));
  };
  return (
    <PanelSection label={RULES.title} className="mingce-rules" ownKeys>
      {listed ? (
        <RuleForm
          key={`${listed.ref} ${JSON.stringify(listed.rule)}`}
          pack={loaded.pack}
          records={records}
          listed={listed}
          unitId={unitId}
          drafts={drafts}
          onGo={({ entity, field }, record) => {
            goToField(commands, open.bench, { entity, record, field });
            layout.focus();
          }}
          onBack={() => setChosen(null)}
          onSave={(rule, settings) => save(listed, rule, settings)}
          onReset={() => apply(withChange(list.changes, listed, {}))}
          onRemove={() => {
            drafts.delete(listed.ref);
            apply({ ...list.changes, own: list.changes.own.filter((one) => ruleRef(one) !== listed.ref) });
            setChosen(null);
          }}
        />
      ) : (
        <RulesList
          list={list}
          unitId={unitId}
          drafts={drafts}
          onSwitch={(rule, on) => {
            const { off: _, ...rest } = list.changes.changed[rule.ref] ?? {};
            apply(withChange(list.changes, rule, on ? rest : { ...rest, off: true }));
          }}
          onEdit={({ ref }) => setChosen(ref)}
          onAdd={add}
          onResetAll={() => apply({ changed: {}, own: list.changes.own })}
          onUndo={() => void commands.executeCommand(UndoCommand.id)}
        />
      )}
    </PanelSection>
  );
}
