import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** npm run bench [NAME…]: every bench of this folder, or those named, one after the other in processes of their own. */
const folder = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const all = readdirSync(folder).filter((file) => file.endsWith('.bench.ts'));
const chosen = wanted.length === 0 ? all : all.filter((file) => wanted.includes(file.replace('.bench.ts', '')));
if (chosen.length === 0) {
  console.error(`no such bench; there are: ${all.map((file) => file.replace('.bench.ts', '')).join(' ')}`);
  process.exit(2);
}
let failed = 0;
for (const file of chosen) {
  console.log(`\n── ${file.replace('.bench.ts', '')} ──`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', folder + file], { stdio: 'inherit' });
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
