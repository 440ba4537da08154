import { useState } from 'react';
import { isoYear } from '../../formulas/calendar.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import type { Patch } from '../../records/types.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import { PROJECT_FORM, ProjectForm } from '../home/ProjectForm.tsx';
import { fill, TEXTS } from '../locale/zh-CN.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { SETTINGS as texts } from './locale.zh-CN.ts';
import { type SettingsEffect, settingsEffect } from './settings-effect.ts';
import { draftOf, factsOf, settingsPatch } from './settings-patch.ts';

export interface ProjectSettingsProps {
  readonly store: RecordStore;
  readonly pack: Pack;
  readonly onApply: (patch: Patch) => void;
  readonly onClose: () => void;
}

/** 名册设置: county, unit, level, reference date, parameters and villages of an open book; what a change does is shown before it is made. */
export function ProjectSettings({ store, pack, onApply, onClose }: ProjectSettingsProps) {
  const parameters = pack.parameters;
  const [facts, setFacts] = useState(() => factsOf(store));
  const [draft, villages] = draftOf(facts, parameters);
  const [asked, setAsked] = useState<{ readonly patch: Patch; readonly effect: SettingsEffect } | null>(null);
  if (asked === null) {
    return (
      <Dialog
        key="form"
        title={texts.title}
        width="large"
        onClose={onClose}
        footer={
          <>
            <button type="button" className="mc-button" onClick={onClose}>
              {TEXTS.dialog.cancel}
            </button>
            <button type="submit" form={PROJECT_FORM} className="mc-button mc-primary">
              {texts.next}
            </button>
          </>
        }
      >
        <ProjectForm
          parameters={parameters}
          initial={draft}
          villages={villages}
          asOfHint={texts.asOfHint}
          onSubmit={(wanted) => {
            const patch = settingsPatch(store, wanted, pack);
            setFacts(wanted);
            setAsked({ patch, effect: settingsEffect(store, patch) });
          }}
        />
      </Dialog>
    );
  }
  const { patch, effect } = asked;
  return (
    <Dialog
      key="effect"
      title={texts.title}
      width="medium"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="mc-button" onClick={() => setAsked(null)}>
            {texts.back}
          </button>
          <button
            type="button"
            className="mc-button mc-primary"
            data-autofocus
            disabled={patch.length === 0}
            onClick={() => onApply(patch)}
          >
            {texts.go}
          </button>
        </>
      }
    >
      <Effect store={store} pack={pack} patch={patch} effect={effect} />
    </Dialog>
  );
}

interface EffectProps extends Pick<ProjectSettingsProps, 'store' | 'pack'> {
  readonly patch: Patch;
  readonly effect: SettingsEffect;
}

function Effect({ store, pack, patch, effect }: EffectProps) {
  if (patch.length === 0) return <p>{texts.same}</p>;
  const labels: Record<string, string> = {
    ...Object.fromEntries(pack.parameters.map(({ key, label }) => [key, label])),
    county: TEXTS.create.county,
    unit: TEXTS.create.unit,
    level: TEXTS.create.level,
    asOf: TEXTS.create.asOf,
  };
  const shown = (key: string, value: unknown): string => {
    if (key === 'level' && (value === 'village' || value === 'township' || value === 'county'))
      return TEXTS.level[value];
    const given = value ?? pack.parameters.find((parameter) => parameter.key === key)?.default;
    return given === undefined || given === null || given === '' ? texts.blank : String(given);
  };
  const set = patch.flatMap((change) => (change.op === 'settings' ? Object.entries(change.set) : []));
  const { ages, years, errors, warnings, villages } = effect;
  const counts = (pattern: string, [before, after]: readonly [number, number]): string =>
    fill(pattern, { before, after });
  return (
    <>
      <h3 className="mc-settings-head">{texts.changes}</h3>
      <ul className="mc-settings-list">
        {set.map(([key, after]) => (
          <li key={key}>
            {fill(texts.from, {
              label: labels[key] ?? key,
              before: shown(key, store.settings[key]),
              after: shown(key, after),
            })}
          </li>
        ))}
        {villages.added + villages.removed > 0 && <li>{fill(texts.villages, villages)}</li>}
      </ul>
      <h3 className="mc-settings-head">{texts.effects}</h3>
      <ul className="mc-settings-list">
        <li>{ages === 0 ? texts.noAges : fill(texts.ages, { n: ages })}</li>
        {years > 0 && <li>{fill(texts.years, { n: years, year: isoYear(store.settings.asOf) })}</li>}
        <li>{counts(texts.errors, errors)}</li>
        <li>{counts(texts.warnings, warnings)}</li>
        {villages.removed > 0 && <li>{texts.removed}</li>}
      </ul>
      <p className="mc-hint">{texts.reopen}</p>
    </>
  );
}
