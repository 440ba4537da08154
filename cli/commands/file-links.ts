import { dirname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Links relative to a list, so that they hold when the folder is moved; of another drive, whole ones. */
export function linksFrom(list: string): (file: string) => string {
  const folder = dirname(resolve(list));
  return (file) => {
    const path = relative(folder, resolve(file));
    if (/^[A-Za-z]:|^\\\\/.test(path)) return pathToFileURL(resolve(file)).href;
    return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  };
}
