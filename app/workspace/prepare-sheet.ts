import { PluginService, UniverInstanceType } from '@univerjs/core';
import { createSheet } from './create-sheet.ts';

/** A Univer with its user interface and no workbook yet, drawn into an element that stands nowhere yet. */
export interface PreparedSheet extends ReturnType<typeof createSheet> {
  readonly container: HTMLElement;
}

/** Starts a Univer. It takes as long as reading a project does, and needs nothing of it: both go on at the same time. */
export function prepareSheet(): PreparedSheet {
  // Each project gets an element of its own: Univer draws into it for as long as it lives.
  const container = document.createElement('div');
  container.className = 'mc-sheet-inner';
  const made = createSheet(container);
  // The first workbook would start these.
  made.univer.__getInjector().get(PluginService).startPluginsForType(UniverInstanceType.UNIVER_SHEET);
  return { ...made, container };
}
