// Makes the command line's programs when they are older than the sources; `npm ci` calls it. Without them everything works
// as well, only slower: whatever is in the way is no reason to fail.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILT, builtProgram, fingerprint, ROOT } from './built.mjs';

const PROGRAMS = { main: join(ROOT, 'cli/main.ts'), 'check.worker': join(ROOT, 'cli/workers/check.worker.ts') };

/** Builds programs (by their names, the files they begin with) into a folder. Throws where it cannot. */
export async function buildPrograms(folder = BUILT, input = PROGRAMS) {
  const { build } = await import('vite');
  const state = fingerprint();
  rmSync(folder, { recursive: true, force: true });
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      minify: false,
      rollupOptions: {
        input,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'fingerprint'), state);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href && builtProgram('main') === undefined) {
  await buildPrograms().catch((error) => console.error(String(error)));
}
