import type { Entity, Field, Pack } from '../../sheets-templates/schema.ts';
import type { Wizard, WizardField, WizardStep } from '../../sheets-templates/wizard-schema.ts';
import { newId } from '../new-id.ts';
import type { RecordStore } from '../store.contract.ts';
import type { DataRecord, Issue } from '../types.ts';
import { textOf } from '../value.ts';
import { recordBeside } from './beside.ts';
import { alongWith, offered } from './choices.ts';
import { Conditions } from './conditions.ts';
import { type Draft, draftOf, hasText, type JudgedDraft, judge } from './drafts.ts';
import { lineSlots, recordsOf } from './people-slots.ts';
import { eachKey, isPersonal, ONCE, type Slot } from './slots.ts';
import { beginWizard, type WizardState, withTyped } from './state.ts';

/** A field of a page with what stands in it and what is wrong with it. */
export interface AskedField {
  readonly ask: WizardField;
  readonly spec: Field;
  readonly text: string;
  readonly choices: readonly string[];
  readonly issues: readonly Issue[];
}

export interface AskedDraft {
  readonly draft: JudgedDraft;
  readonly fields: readonly AskedField[];
  /** Issues of fields that this page does not ask for. */
  readonly others: readonly Issue[];
}

/** What a wizard shows at a moment. */
export interface WizardPage {
  readonly step: WizardStep;
  readonly index: number;
  /** Whom it is about; `null`: nobody yet, a new person, or everybody. */
  readonly person: string | null;
  readonly drafts: readonly AskedDraft[];
  readonly beside: { readonly label: string; readonly items: readonly { label: string; text: string }[] } | undefined;
}

const BLANK: DataRecord = { id: '' };

/** One wizard of a pack over a project's records. It holds no state: every step answers the next one. */
export class WizardRun {
  readonly definition: Wizard;
  readonly store: RecordStore;
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #conditions: Conditions;

  constructor(pack: Pack, store: RecordStore, definition: Wizard) {
    this.definition = definition;
    this.store = store;
    this.#entities = new Map(pack.entities.map((entity) => [entity.key, entity]));
    this.#conditions = new Conditions(pack, () => store.settings);
  }

  begin(): WizardState {
    return beginWizard(this.definition.id);
  }

  /** Indexes of the steps that are there, as far as the answers until now say. */
  steps(state: WizardState): readonly number[] {
    return this.definition.steps.flatMap((step, index) => (this.#isThere(state, step) ? [index] : []));
  }

  /** Whom a state is about now. */
  person(state: WizardState): string | null {
    const { people } = this.definition;
    if (people === 'one') return state.people[0] ?? null;
    return people === 'each' ? (state.people[state.at] ?? null) : null;
  }

  page(state: WizardState): WizardPage | undefined {
    const step = this.definition.steps[state.step];
    if (!step) return undefined;
    const person = this.person(state);
    const drafts = judge(
      this.store,
      this.slots(state, state.step, person).map((slot) => this.draft(state, slot)),
      new Map([...this.#entities].map(([key, { fields }]) => [key, fields.map((field) => field.key)])),
    );
    return {
      step,
      index: state.step,
      person: isPersonal(step) ? person : null,
      drafts: drafts.map((draft) => this.#asked(step, draft)),
      beside: this.#beside(step, drafts[0], person),
    };
  }

  /** The records in the making of a step. */
  slots(state: WizardState, index: number, person: string | null): readonly Slot[] {
    const step = this.definition.steps[index];
    if (!step || step.ask === 'people') return [];
    const entity = step.entity ?? this.definition.entity;
    const bare = { entity, values: {}, label: '', added: false };
    if (step.ask === 'once') return [{ ...bare, key: ONCE, person: null, record: null }];
    if (step.ask === 'each') return this.#eachSlot(state, entity, person);
    if (person === null) return [];
    return lineSlots({ store: this.store, conditions: this.#conditions, state, step, index, entity, person });
  }

  /** What a slot would become. Answers that hold for everybody are part of each person's record. */
  draft(state: WizardState, slot: Slot): Draft {
    const typed = state.typed[slot.key] ?? {};
    if (slot.key === ONCE) return draftOf(this.store, slot, { ...this.#initials(slot, 'once'), ...typed });
    const touched = slot.record === null ? hasText(typed) : Object.keys(typed).length > 0;
    if (slot.entity !== this.definition.entity || !touched) {
      return draftOf(this.store, slot, touched ? { ...this.#initials(slot, 'each'), ...typed } : {});
    }
    return draftOf(this.store, slot, { ...this.onceTexts(state), ...this.#initials(slot, 'each'), ...typed });
  }

  /** The answers that hold for everybody, with what stood there to begin with. */
  onceTexts(state: WizardState): Readonly<Record<string, string>> {
    if (!this.#asksOnce) return {};
    return { ...this.#initials({ entity: this.definition.entity }, 'once'), ...state.typed[ONCE] };
  }

  /** The record that a person has already for these answers, if the wizard goes on with such. */
  matching(state: WizardState, person: string): string | null {
    const { match, entity } = this.definition;
    if (match.length === 0) return null;
    const shared = this.draft(state, this.#onceSlot()).record;
    const found = recordsOf(this.store, entity, person).findLast((record) =>
      match.every(
        (field) => this.#conditions.matched(entity, field, record) === this.#conditions.matched(entity, field, shared),
      ),
    );
    return found?.id ?? null;
  }

  /** Types a text into a field; what a list says along with it comes too. */
  type(state: WizardState, slot: Slot, field: string, text: string): WizardState {
    const ask = this.definition.steps[state.step]?.fields.find((candidate) => candidate.field === field);
    return withTyped(state, slot.key, { ...(ask ? alongWith(this.store, ask, text) : {}), [field]: text });
  }

  /** Adds a line to the step. */
  addLine(state: WizardState): WizardState {
    const person = this.person(state);
    if (person === null) return state;
    return { ...state, added: [...state.added, { id: newId(), step: state.step, person }] };
  }

  /** Takes away a line that was added by hand, with what was typed into it. */
  dropLine(state: WizardState, slot: Slot): WizardState {
    const { [slot.key]: _, ...typed } = state.typed;
    return { ...state, typed, added: state.added.filter(({ id }) => !slot.key.endsWith(id)) };
  }

  /** Chooses whom it is about; what was typed for others stays until the end, should they be chosen again. */
  choose(state: WizardState, people: readonly string[]): WizardState {
    return { ...state, people: [...people], at: Math.min(state.at, Math.max(0, people.length - 1)) };
  }

  /** The answers that hold for everybody, in their normal form, as a new record takes them over. */
  #sharedValues(state: WizardState, entity: string): Readonly<Record<string, string>> {
    if (entity !== this.definition.entity || !this.#asksOnce) return {};
    const { id: _, ...shared } = this.draft(state, this.#onceSlot()).record;
    return Object.fromEntries(Object.entries(shared).map(([field, value]) => [field, textOf(value)]));
  }

  get #asksOnce(): boolean {
    return this.definition.steps.some(({ ask }) => ask === 'once');
  }

  #onceSlot(): Slot {
    return {
      key: ONCE,
      entity: this.definition.entity,
      person: null,
      record: null,
      values: {},
      label: '',
      added: false,
    };
  }

  #eachSlot(state: WizardState, entity: string, person: string | null): readonly Slot[] {
    const bare = {
      key: eachKey(entity, person),
      entity,
      values: this.#sharedValues(state, entity),
      label: '',
      added: false,
    };
    if (this.definition.people === 'new') return [{ ...bare, values: state.kept, person: null, record: null }];
    if (person === null) return [];
    if (entity === 'person') return [{ ...bare, person, record: person }];
    const record = entity === this.definition.entity ? this.matching(state, person) : null;
    return [{ ...bare, person, record }];
  }

  /** What stands in fields to begin with, for records that are new. */
  #initials(
    { entity, record }: Pick<Slot, 'entity'> & { record?: string | null },
    ask: WizardStep['ask'],
  ): Record<string, string> {
    if (typeof record === 'string') return {};
    const steps = this.definition.steps.filter(
      (step) => step.ask === ask && (step.entity ?? this.definition.entity) === entity,
    );
    const fields = steps.flatMap(({ fields }) => fields);
    return Object.fromEntries(
      fields.flatMap(({ field, initial }) =>
        initial === undefined ? [] : [[field, this.#conditions.text(entity, initial, BLANK)]],
      ),
    );
  }

  #isThere(state: WizardState, step: WizardStep): boolean {
    if (step.when === undefined) return true;
    const person = this.person(state);
    const entity = step.ask === 'lines' ? 'person' : (step.entity ?? this.definition.entity);
    const [slot] = step.ask === 'once' ? [this.#onceSlot()] : this.#eachSlot(state, entity, person);
    return this.#conditions.holds(entity, step.when, slot ? this.draft(state, slot).record : BLANK);
  }

  #asked(step: WizardStep, draft: JudgedDraft): AskedDraft {
    const { entity } = draft.slot;
    const specs = this.#entities.get(entity)?.fields ?? [];
    const fields = step.fields.flatMap((ask): AskedField[] => {
      const spec = specs.find(({ key }) => key === ask.field);
      if (!spec || !this.#conditions.holds(entity, ask.when, draft.record)) return [];
      const choices = offered(this.store, this.#conditions, entity, ask, spec, draft.record);
      const issues = draft.issues.filter(({ field }) => field === ask.field);
      return [{ ask, spec, text: draft.text(ask.field), choices, issues }];
    });
    const shown = new Set(fields.map(({ ask }) => ask.field));
    return { draft, fields, others: draft.issues.filter(({ field }) => !shown.has(field)) };
  }

  #beside(step: WizardStep, draft: JudgedDraft | undefined, person: string | null): WizardPage['beside'] {
    if (!step.beside || !draft || person === null) return undefined;
    const { entity } = draft.slot;
    const { label, fields } = step.beside;
    const last = recordBeside(this.store, this.#conditions, step, entity, draft.record, person);
    const specs = this.#entities.get(entity)?.fields ?? [];
    const items = last
      ? fields.map((field) => ({
          label: specs.find(({ key }) => key === field)?.label ?? field,
          text: this.store.text(entity, last.id, field),
        }))
      : [];
    return { label, items };
  }
}
