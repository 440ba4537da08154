import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { withFolder } from '../xlsx/export/testing/foreign.node.ts';
import { resultFile, writePieces, writeWhole } from './write-whole.ts';

test('a file is replaced whole', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'a.xlsx');
    writeFileSync(file, 'before');
    await writeWhole(file, new TextEncoder().encode('after'));
    expect(readFileSync(file, 'utf8')).toBe('after');
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  });
});

test('a write that fails leaves nothing behind', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'taken');
    mkdirSync(join(file, 'full'), { recursive: true });
    await expect(writeWhole(file, new Uint8Array(3))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

test('pieces become the file in their order, or nothing when they are not the whole', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'a.xlsx');
    const write = (ok: boolean) =>
      writePieces(file, async (piece) => {
        for (const text of ['one ', 'two ', 'three']) await piece(new TextEncoder().encode(text));
        return { ok, text: 'answer' };
      });
    expect(await write(false)).toEqual({ ok: false, text: 'answer' });
    expect(readdirSync(folder)).toEqual([]);
    expect(await write(true)).toEqual({ ok: true, text: 'answer' });
    expect(readFileSync(file, 'utf8')).toBe('one two three');
  });
});

test('the last piece too must have come to the disk: one that does not fit is told, and nothing stays', async () => {
  const script = `
    import { writePieces } from ${JSON.stringify(fileURLToPath(new URL('./write-whole.ts', import.meta.url)))};
    const done = writePieces(process.argv[1], async (piece) => {
      await piece(new Uint8Array(60_000));
      await piece(new Uint8Array(60_000));
      return { ok: true };
    });
    done.then(() => process.exit(0), (error) => process.exit(error.code === 'EFBIG' ? 3 : 4));`;
  await withFolder(async (folder) => {
    const file = join(folder, 'a.xlsx');
    writeFileSync(file, 'before');
    // Files of at most 100 KB, as a full disk would have it; the signal for it is not heeded.
    const limited = `trap '' XFSZ; ulimit -f 200; exec "$@"`;
    const args = ['-c', limited, 'sh', process.execPath, '--import', 'tsx', '--input-type=module', '-e', script, file];
    const child = spawn('sh', args, { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: 'inherit' });
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(code).toBe(3);
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
    expect(readFileSync(file, 'utf8')).toBe('before');
  });
});

test('Ctrl-C while writing leaves the old file and no piece of the new one', async () => {
  const script = `
    import { writeWhole } from ${JSON.stringify(fileURLToPath(new URL('./write-whole.ts', import.meta.url)))};
    const done = writeWhole(process.argv[1], new Uint8Array(400_000_000));
    setImmediate(() => process.kill(process.pid, 'SIGINT'));
    done.then(() => process.exit(0));`;
  await withFolder(async (folder) => {
    const file = join(folder, 'a.xlsx');
    writeFileSync(file, 'before');
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, file], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      stdio: 'inherit',
    });
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(code).toBe(130);
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
    expect(readFileSync(file, 'utf8')).toBe('before');
  });
});

test('a folder takes the given name, a file name stays', async () => {
  await withFolder(async (folder) => {
    expect(await resultFile(folder, 'n.xlsx')).toBe(join(folder, 'n.xlsx'));
    expect(await resultFile(join(folder, 'x.xlsx'), 'n.xlsx')).toBe(join(folder, 'x.xlsx'));
    expect(await resultFile(`${join(folder, 'new')}/`, 'n.xlsx')).toBe(join(folder, 'new', 'n.xlsx'));
    expect(readdirSync(folder)).toEqual(['new']);
  });
});
