import { expect, it } from 'vitest';
import { openProject } from '../../records/store.ts';
import { housePack, SETTINGS } from '../../xlsx/export/testing/project.node.ts';
import { readTemplatesAhead, stylePrefix, templateSnapshot } from './template-snapshot.ts';

const TEMPLATES = ['roster', 'record-form', 'quarterly-review'];

it('what is read ahead is what is read when it is needed, and is handed out once', async () => {
  const loaded = await housePack();
  const opened = openProject(loaded.pack, { pack: loaded.pack.id, settings: SETTINGS, records: {} });
  if (!opened.ok) throw new Error(opened.error.code);
  const requests = TEMPLATES.flatMap((id, at) => {
    const template = loaded.templates.get(id);
    const sheetId = at === 0 ? 'sheet' : id;
    const rest = { loaded, store: opened.store, unitId: 'u', sheetId, stylePrefix: stylePrefix(id, at), stored: null };
    return template ? [{ ...template, ...rest }] : [];
  });
  expect(requests).toHaveLength(TEMPLATES.length);
  const needed = await Promise.all(requests.map(templateSnapshot));
  readTemplatesAhead(loaded, TEMPLATES);
  const ahead = await Promise.all(requests.map(templateSnapshot));
  expect(ahead).toEqual(needed);
  // Whoever takes one writes into it.
  for (const { sheets } of ahead) for (const sheet of Object.values(sheets)) sheet.name = 'written over';
  expect(await Promise.all(requests.map(templateSnapshot))).toEqual(needed);
});
