import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { roster } from './templates/roster.ts';
import { tableBinding } from './templates/table-binding.ts';
import { tableWorkbook } from './templates/table-workbook.ts';

/** Builds the official workbooks with their bindings into `sheets-templates/`; the results are committed. */
const root = fileURLToPath(new URL('..', import.meta.url));

for (const design of [roster]) {
  const folder = join(root, design.folder);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${design.id}.xlsx`), await tableWorkbook(design));
  await writeFile(join(folder, 'binding.json'), `${JSON.stringify(tableBinding(design), null, 2)}\n`);
  process.stdout.write(`${design.folder}\n`);
}
