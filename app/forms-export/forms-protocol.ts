import type { FormSourceTemplate } from '../../xlsx/form/export-forms.ts';
import type { FormData } from '../../xlsx/form/form-data.ts';
import type { Spliced } from '../../xlsx/splice/refusal.ts';
import type { FormPacking, MadeForms } from './make-forms.ts';

/** What the page tells its worker: what to write, then one person whenever it is asked; `null`: that was everybody. */
export type ToWorker =
  | { readonly kind: 'begin'; readonly source: FormSourceTemplate; readonly packing: FormPacking }
  | { readonly kind: 'form'; readonly data: FormData | null };

/** What the worker says: that it wants the next person, or what came of it. */
export type FromWorker =
  | { readonly kind: 'next' }
  | { readonly kind: 'made'; readonly made: Spliced<MadeForms> }
  | { readonly kind: 'broken'; readonly why: string };
