// npm start: installs what is missing, builds what has changed, serves the page on loopback and prints its address.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages, root, run } from './install.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4173' }, host: { type: 'string', default: '127.0.0.1' } },
});
const wanted = Number(values.port);
if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65535) {
  console.error(`端口号不对：${values.port}（应为 1–65535 之间的整数）`);
  process.exit(2);
}

installPackages();
if (isStale()) run('npx', ['vite', 'build']);

const { preview } = await import('vite');
const server = await preview({
  root: join(root, 'app'),
  configFile: join(root, 'vite.config.ts'),
  preview: { port: wanted, host: values.host },
});
const address = server.httpServer.address();
const port = typeof address === 'object' && address ? address.port : wanted;
if (port !== wanted) console.log(`端口 ${wanted} 已被占用，改用 ${port}。`);
console.log(`名册已就绪，请在浏览器打开：http://${values.host === '0.0.0.0' ? '127.0.0.1' : values.host}:${port}/`);

/** Whether a source is newer than the built page. */
function isStale() {
  const built = join(root, 'dist/index.html');
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  const skip = new Set(['node_modules', 'dist', 'dist-cli', '.git', 'docs', 'e2e', 'bench', 'test-results']);
  const newer = (folder) =>
    readdirSync(folder, { withFileTypes: true }).some((entry) => {
      if (skip.has(entry.name)) return false;
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newer(path) : statSync(path).mtimeMs > since;
    });
  return newer(root);
}
