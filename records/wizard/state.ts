import { z } from 'zod';

const typed = z.record(z.string(), z.string());

/**
 * Where somebody is in a wizard, as plain JSON: kept with the project, so that a wizard goes on where it was stopped.
 * Nothing of it is a record yet.
 */
export const wizardStateSchema = z.strictObject({
  wizard: z.string(),
  /** The step, and in wizards that go from person to person the place among `people`. */
  step: z.number().int().nonnegative(),
  at: z.number().int().nonnegative(),
  /** Ids of the chosen people, in their order. */
  people: z.array(z.string()),
  /** Texts as typed, per slot (see `slots.ts`) and field. */
  typed: z.record(z.string(), typed),
  /** What the last round leaves to this one, such as the village. */
  kept: typed,
  /** Lines that were added by hand; the id names their slot. */
  added: z.array(z.strictObject({ id: z.string(), step: z.number().int(), person: z.string() })),
  /** The field that was being filled in last, as its place on the page of `step` and `at`. */
  place: z
    .strictObject({ step: z.number().int(), at: z.number().int(), field: z.number().int() })
    .nullable()
    .default(null),
});
export type WizardState = z.infer<typeof wizardStateSchema>;

/** The beginning of a wizard. */
export function beginWizard(wizard: string, kept: Readonly<Record<string, string>> = {}): WizardState {
  return { wizard, step: 0, at: 0, people: [], typed: {}, added: [], kept: { ...kept }, place: null };
}

/** A state in which this field of the page has the cursor. */
export function withPlace(state: WizardState, field: number): WizardState {
  const { step, at, place } = state;
  const stays = place?.step === step && place.at === at && place.field === field;
  return stays ? state : { ...state, place: { step, at, field } };
}

/** The field of this page that had the cursor last; 0 where one was not on it. */
export function placeOn({ step, at, place }: WizardState): number {
  return place?.step === step && place.at === at ? place.field : 0;
}

/** A state with a text typed into a slot's field. */
export function withTyped(state: WizardState, slot: string, texts: Readonly<Record<string, string>>): WizardState {
  return { ...state, typed: { ...state.typed, [slot]: { ...state.typed[slot], ...texts } } };
}
