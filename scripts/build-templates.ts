import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ledgers } from './templates/ledgers.ts';
import { QUARTERLY, quarterlyBinding } from './templates/quarterly-review.ts';
import { quarterlyWorkbook } from './templates/quarterly-workbook.ts';
import { recordForm } from './templates/record-form.ts';
import { recordFormBinding } from './templates/record-form-binding.ts';
import { recordFormWorkbook } from './templates/record-form-workbook.ts';
import { roster } from './templates/roster.ts';
import { tableBinding } from './templates/table-binding.ts';
import { tableWorkbook } from './templates/table-workbook.ts';

/** Builds the official workbooks with their bindings into `sheets-templates/`; the results are committed. */
const root = fileURLToPath(new URL('..', import.meta.url));

for (const design of [roster, ...ledgers]) {
  const folder = join(root, design.folder);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${design.id}.xlsx`), await tableWorkbook(design));
  await writeFile(join(folder, 'binding.json'), `${JSON.stringify(tableBinding(design), null, 2)}\n`);
  process.stdout.write(`${design.folder}\n`);
}

const quarterly = join(root, QUARTERLY.folder);
await mkdir(quarterly, { recursive: true });
await writeFile(join(quarterly, `${QUARTERLY.id}.xlsx`), await quarterlyWorkbook());
await writeFile(join(quarterly, 'binding.json'), `${JSON.stringify(quarterlyBinding(), null, 2)}\n`);
process.stdout.write(`${QUARTERLY.folder}\n`);

const folder = join(root, recordForm.folder);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, `${recordForm.id}.xlsx`), await recordFormWorkbook());
await writeFile(join(folder, 'binding.json'), `${JSON.stringify(recordFormBinding(), null, 2)}\n`);
process.stdout.write(`${recordForm.folder}\n`);
