// The command line's programs as plain files, made from the sources by build.mjs: to load and translate some hundred
// files at every call takes longer than a small job. Plain JavaScript, since it runs before anything translates.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// One level below the project's folder, here and where it has been built into a program.
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const BUILT = join(ROOT, 'dist-cli');
/** The rooms that the programs are made of. */
const ROOMS = ['formulas', 'sheets-templates', 'records', 'xlsx', 'reports', 'storage', 'cli'];
const SOURCE = /(?<!\.test)\.(?:ts|mjs|json)$/;

/** What tells one state of the sources from another: their names, sizes and times, what they lean on, and what runs them. */
export function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  const note = (path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (SOURCE.test(entry.name)) note(path);
    }
  };
  for (const room of ROOMS) visit(join(ROOT, room));
  note(join(ROOT, 'package-lock.json'));
  return hash.digest('hex');
}

/**
 * Where a program (`main`, `check.worker`) is; undefined when it was not built, or from other sources than there are now:
 * the sources serve as well.
 */
export function builtProgram(name, folder = BUILT) {
  try {
    const file = join(folder, `${name}.mjs`);
    if (readFileSync(join(folder, 'fingerprint'), 'utf8') !== fingerprint()) return undefined;
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}
