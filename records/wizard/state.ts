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
});
export type WizardState = z.infer<typeof wizardStateSchema>;

/** The beginning of a wizard. */
export function beginWizard(wizard: string, kept: Readonly<Record<string, string>> = {}): WizardState {
  return { wizard, step: 0, at: 0, people: [], typed: {}, added: [], kept: { ...kept } };
}

/** A state with a text typed into a slot's field. */
export function withTyped(state: WizardState, slot: string, texts: Readonly<Record<string, string>>): WizardState {
  return { ...state, typed: { ...state.typed, [slot]: { ...state.typed[slot], ...texts } } };
}
