import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/mingce');
/** The rooms that a thread's program is made of. */
const ROOMS = ['formulas', 'sheets-templates', 'records', 'xlsx', 'cli/workers'];
const NAME = /^check-[0-9a-f]+\.mjs$/;

/**
 * The program of a checking thread as one plain file, made anew when a source has changed: each thread would else load
 * and translate some hundred files again, which takes longer than a hundred workbooks. `undefined` where it cannot be
 * made (nothing may be written, no bundler): the sources serve as well.
 */
export async function threadFile(cache = CACHE): Promise<string | undefined> {
  const known = knownThreadFile(cache);
  if (known !== undefined) return known;
  try {
    const file = join(cache, fileName());
    const program = await bundled();
    if (program === undefined) return undefined;
    mkdirSync(cache, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, program);
    renameSync(draft, file);
    for (const other of readdirSync(cache)) {
      if (NAME.test(other) && join(cache, other) !== file) rmSync(join(cache, other), { force: true });
    }
    return file;
  } catch {
    return undefined;
  }
}

/** The program, where it was made before. */
export function knownThreadFile(cache = CACHE): string | undefined {
  const file = join(cache, fileName());
  return existsSync(file) ? file : undefined;
}

const fileName = (): string => `check-${fingerprint()}.mjs`;

/** What tells one state of the sources from another: their names, sizes and times, what they lean on, and what runs them. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.version);
  const note = (path: string): void => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (/(?<!\.test)\.(?:ts|json)$/.test(entry.name)) note(path);
    }
  };
  for (const room of ROOMS) visit(join(ROOT, room));
  note(join(ROOT, 'package-lock.json'));
  return hash.digest('hex').slice(0, 16);
}

async function bundled(): Promise<string | undefined> {
  const { build } = await import('vite');
  const made = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: { ssr: join(ROOT, 'cli/workers/check.worker.ts'), target: 'node20', write: false, minify: false },
  });
  if (!('output' in made)) return undefined;
  const [chunk, ...others] = made.output;
  return others.length === 0 && chunk.type === 'chunk' ? chunk.code : undefined;
}
