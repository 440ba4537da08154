import './styles/index.css';
import { fetchProjectParts } from './shell/fetch-project-parts.ts';
import { projectInHash } from './shell/hash.ts';
import { prepareSpare } from './workspace/spare-sheet.ts';

/**
 * The first script of the page. The spreadsheet is by far the largest file, and nothing of an open project can be drawn
 * without it: where the address names a project, it is asked for before the page itself. Failures show when it is used.
 */
if (projectInHash() !== null) {
  prepareSpare();
  fetchProjectParts().catch(() => undefined);
}
void import('./main.tsx');
