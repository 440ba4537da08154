import { close, fsync, openSync, unlinkSync, writeFile } from 'node:fs';
import { mkdir, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const writeOut = promisify(writeFile);

/**
 * Writes a file whole or not at all: under another name first, then renamed. Ctrl-C in between takes the piece away.
 * @throws what the file system throws (no such folder, no permission, disk full)
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await writePieces(file, async (piece) => {
    await piece(bytes);
    return { ok: true };
  });
}

/**
 * The same for a file that is made piece by piece; `fill` hands the pieces over in order and answers whether they are
 * the whole file. When they are not, nothing stays. A piece must not be changed when it is handed over.
 * @throws what the file system throws, and what `fill` throws
 */
export async function writePieces<T extends { readonly ok: boolean }>(
  file: string,
  fill: (piece: (bytes: Uint8Array) => Promise<void>) => Promise<T>,
): Promise<T> {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  const onInterrupt = (): void => {
    try {
      unlinkSync(draft);
    } finally {
      process.exit(130);
    }
  };
  process.once('SIGINT', onInterrupt);
  process.once('SIGTERM', onInterrupt);
  try {
    // Opened at once: were it opened in the background, an interrupt could look for the draft before it is there.
    const draftFile = openSync(draft, 'w');
    let answer: T;
    // One piece is on its way to the disk while the next is being made.
    let written = Promise.resolve();
    try {
      answer = await fill(async (bytes) => {
        await written;
        written = writeOut(draftFile, bytes);
        // Waited for with the next piece or at the end; without this line the failure would be reported as unhandled.
        written.catch(() => undefined);
      });
      await written;
      if (answer.ok) await promisify(fsync)(draftFile);
    } finally {
      await written.catch(() => undefined);
      await promisify(close)(draftFile);
    }
    if (answer.ok) await rename(draft, file);
    else await unlink(draft);
    return answer;
  } catch (error) {
    await unlink(draft).catch(() => undefined);
    throw error;
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

/** Where the result goes: a folder (one that exists, or a name with `/` behind) takes `name`, else it is the file. */
export async function resultFile(target: string, name: string): Promise<string> {
  if (/[\\/]$/.test(target)) {
    await mkdir(target, { recursive: true });
    return join(target, name);
  }
  const known = await stat(target).catch(() => undefined);
  return known?.isDirectory() === true ? join(target, name) : target;
}
