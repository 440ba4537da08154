/**
 * What an open project needs and the first screen does not: records and rules, workbooks, the bar and its dialogs. The
 * page fetches it when the first project is made or opened.
 */
export { loadPack } from '../packs.ts';
export { readFile } from '../session/read-file.ts';
export { closeSession, openSession, takeOver } from '../session/session.ts';
export { Workspace } from './Workspace.tsx';
