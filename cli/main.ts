import { fileURLToPath } from 'node:url';
import { words } from './locale/zh-CN.ts';
import { run } from './run.ts';

// Whoever reads what is printed may have seen enough (`… | head`): that is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

/** The exit code is set, not forced: what was written to a pipe must arrive. */
run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  packs: fileURLToPath(new URL('../sheets-templates', import.meta.url)),
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `${words.internal(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
    );
    process.exitCode = 2;
  },
);
