import { dirname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { archiveOf } from '../workers/read-received.ts';

/** Links relative to a list, so that they hold when the folder is moved; of another drive, whole ones; of a file in an archive, to the archive. */
export function linksFrom(list: string): (file: string) => string {
  const folder = dirname(resolve(list));
  return (received) => {
    const file = archiveOf(received) ?? received;
    const path = relative(folder, resolve(file));
    if (/^[A-Za-z]:|^\\\\/.test(path)) return pathToFileURL(resolve(file)).href;
    return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  };
}
