import { Disposable } from '@univerjs/core';
import { BehaviorSubject } from 'rxjs';
import { z } from 'zod';
import type { Json } from '../../records/types.ts';
import { type WizardState, wizardStateSchema } from '../../records/wizard/state.ts';

/** A file that a wizard made, and what the export log has to say about it. */
export interface WizardFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The wizard's id. */
  readonly template: string;
  readonly rows: number;
}

/** What the page around the sheet does for the wizards of a workbook. */
export interface WizardHost {
  /** Where the wizards were stopped, as `keep` was given it last. */
  readonly stopped: Json | undefined;
  /** Keeps with the project where the wizards are. */
  keep(states: Json): void;
  /** Hands a file over; it carries no sensitive field. */
  save(file: WizardFile): void;
}

const statesSchema = z.record(z.string(), wizardStateSchema);

/** Which wizard is open, and where each of them was stopped. */
export class WizardService extends Disposable {
  readonly current$ = new BehaviorSubject<string | null>(null);
  private host: WizardHost | null = null;
  private states: Readonly<Record<string, WizardState>> = {};

  /** Takes over where the wizards of a workbook were stopped. */
  attach(host: WizardHost): void {
    const read = statesSchema.safeParse(host.stopped ?? {});
    // What an older program left here is no record; a wizard begins anew where it cannot be read.
    this.states = read.success ? read.data : {};
    this.host = host;
  }

  /** Where a wizard was stopped. */
  stopped(wizard: string): WizardState | undefined {
    return this.states[wizard];
  }

  /** Notes where a wizard is; `null` when there is nothing to go on with. */
  note(wizard: string, state: WizardState | null): void {
    const { [wizard]: _, ...others } = this.states;
    this.states = state === null ? others : { ...others, [wizard]: state };
    this.host?.keep(statesSchema.parse(this.states));
  }

  save(file: WizardFile): void {
    this.host?.save(file);
  }

  override dispose(): void {
    super.dispose();
    this.current$.complete();
  }
}
