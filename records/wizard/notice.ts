import { parseIsoDay } from '../../formulas/calendar.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import type { WizardNotice } from '../../sheets-templates/wizard-schema.ts';
import type { RecordStore } from '../store.contract.ts';
import { longDate } from './locale.zh-CN.ts';
import { sensitiveTest } from './sensitive.ts';
import type { WizardState } from './state.ts';
import type { WizardRun } from './wizard-run.ts';

/** A public notice, ready to be copied or written into a workbook. */
export interface Notice {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly signature: readonly string[];
  readonly fileName: string;
}

/**
 * A text of the notice looks like an ID number or a phone number, or is one of the people's own. `field`: the column's
 * or answer's label; `person`: the name, where it stands in somebody's row.
 */
export interface NoticeError {
  readonly code: 'sensitive';
  readonly field: string;
  readonly person: string;
}

export type NoticeAnswer =
  | { readonly ok: true; readonly notice: Notice }
  | { readonly ok: false; readonly error: NoticeError };

/**
 * The notice of a wizard about the chosen people, in the order of the records. It never carries an ID number or a phone
 * number: no column may be such a field, and a text that holds one refuses the whole notice.
 */
export function noticeOf(pack: Pack, run: WizardRun, state: WizardState, spec: WizardNotice): NoticeAnswer {
  const { store, definition } = run;
  const values = valuesOf(pack, run, state);
  const say = (text: string): string =>
    text.replace(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (_, key: string) => values.get(key) ?? '');
  const chosen = new Set(state.people);
  const people = store.ids('person').filter((id) => chosen.has(id));
  const notice: Notice = {
    title: say(spec.title),
    paragraphs: spec.paragraphs.map(say),
    header: spec.columns.map(({ label }) => label),
    rows: people.map((id, at) =>
      spec.columns.map(({ field }) => (isSequence(pack, field) ? String(at + 1) : store.text('person', id, field))),
    ),
    signature: spec.signature.map(say),
    fileName: say(spec.fileName),
  };
  const isSensitive = sensitiveTest(people.flatMap((id) => numbersOf(pack, store, id)));
  for (const [key, text] of values) {
    if (isSensitive(text)) return refuse(labelOf(pack, definition.entity, key), '');
  }
  for (const text of [notice.title, ...notice.paragraphs, ...notice.signature, notice.fileName]) {
    if (isSensitive(text)) return refuse(text, '');
  }
  for (const [row, texts] of notice.rows.entries()) {
    for (const [column, text] of texts.entries()) {
      if (isSensitive(text))
        return refuse(notice.header[column] ?? '', store.text('person', people[row] ?? '', 'name'));
    }
  }
  return { ok: true, notice };
}

/** The notice as plain text, the list with tabs between. */
export function noticeText({ title, paragraphs, header, rows, signature }: Notice): string {
  const list = [header, ...rows].map((row) => row.join('\t'));
  return [title, '', ...paragraphs, '', ...list, '', ...signature].join('\n');
}

const refuse = (field: string, person: string): NoticeAnswer => ({
  ok: false,
  error: { code: 'sensitive', field, person },
});

/** What the texts may name: settings, the answers (dates written out), how many people. */
function valuesOf(pack: Pack, run: WizardRun, state: WizardState): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const { county, unit } = run.store.settings;
  values.set('county', county).set('unit', unit).set('n', String(state.people.length));
  const step = run.definition.steps.findIndex(({ ask }) => ask === 'once');
  const [asked] = run.page({ ...state, step })?.drafts ?? [];
  for (const { key, type } of pack.entities.find((e) => e.key === run.definition.entity)?.fields ?? []) {
    const text = asked?.draft.text(key) ?? '';
    const day = type === 'date' ? parseIsoDay(text) : undefined;
    values.set(key, day ? longDate(day.year, day.month, day.day) : text);
  }
  return values;
}

/** The texts of somebody's sensitive fields. */
function numbersOf(pack: Pack, store: RecordStore, id: string): readonly string[] {
  const fields = pack.entities.find(({ key }) => key === 'person')?.fields ?? [];
  return fields.filter(({ privacy }) => privacy === 'sensitive').map(({ key }) => store.text('person', id, key));
}

function isSequence(pack: Pack, field: string): boolean {
  const person = pack.entities.find(({ key }) => key === 'person');
  return person?.fields.find(({ key }) => key === field)?.type === 'sequence';
}

function labelOf(pack: Pack, entity: string, field: string): string {
  return pack.entities.find(({ key }) => key === entity)?.fields.find(({ key }) => key === field)?.label ?? field;
}
