import { fetchProjectParts } from './shell/fetch-project-parts.ts';
import { projectInHash } from './shell/hash.ts';
import { prepareSpare } from './workspace/spare-sheet.ts';

/** Imported first: what an open project needs is asked for before anything of the page runs; failures show when it is used. */
if (projectInHash() !== null) {
  prepareSpare();
  fetchProjectParts().catch(() => undefined);
}
