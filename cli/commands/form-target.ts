import { mkdir, stat } from 'node:fs/promises';

/** How forms are handed out: one workbook, a ZIP archive with a workbook per person, or those in a folder. */
export type FormTarget = 'book' | 'archive' | 'folder';

/**
 * What a target means: a folder that exists, ends in `/` or has no ending gets one file per person; `.zip` is an
 * archive of them; anything else is one workbook. A folder that is missing is made.
 * @throws what the file system throws
 */
export async function formTarget(target: string): Promise<FormTarget> {
  const known = await stat(target).catch(() => undefined);
  if (known?.isDirectory() === true) return 'folder';
  const name = target.split(/[\\/]/).at(-1) ?? '';
  if (name === '' || (known === undefined && !/.\.[^.]+$/.test(name))) {
    await mkdir(target, { recursive: true });
    return 'folder';
  }
  return /\.zip$/i.test(name) ? 'archive' : 'book';
}
