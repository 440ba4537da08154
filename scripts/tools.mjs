// The programs that the tests use beside Node: a browser, Chinese glyphs, and foreign readers of workbooks.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

/** The first of these programs on PATH, or null. */
export function onPath(...names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  return null;
}

/** Chromium's path: CHROMIUM_PATH, PATH, then Playwright's own download; null when there is none. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && existsSync(named)) return named;
  const found = onPath(...BROWSERS);
  if (found) return found;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/** What Chromium is started with: nothing that a test machine lacks, nothing that asks the network. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a Chromium. Throws where there is none. */
export async function launchChromium(...args) {
  const { chromium } = await import('@playwright/test');
  return chromium.launch({ executablePath: await chromiumPath(), args: [...CHROMIUM_ARGS, ...args] });
}

/** Chromium's path. Throws where there is none. */
export async function chromiumPath() {
  const path = await findChromium();
  if (path === null) throw new Error('no Chromium: run npm test, or set CHROMIUM_PATH');
  return path;
}

/** A Python that can read workbooks with openpyxl, or null. Debian's own comes first. */
export function findPython() {
  for (const python of ['/usr/bin/python3', onPath('python3')]) {
    if (python && existsSync(python) && spawnSync(python, ['-c', 'import openpyxl']).status === 0) return python;
  }
  return null;
}

/** Installs from Debian's packages whatever of the test tools is missing; says what to do where it cannot. */
export async function installTools() {
  const missing = [];
  if ((await findChromium()) === null) missing.push('chromium');
  if (spawnSync('fc-list', [':lang=zh']).stdout?.length === 0 || onPath('fc-list') === null)
    missing.push('fonts-noto-cjk', 'fontconfig');
  if (onPath('soffice') === null) missing.push('libreoffice-calc');
  if (findPython() === null) missing.push('python3-openpyxl');
  if (onPath('pdftoppm') === null) missing.push('poppler-utils');
  if (missing.length === 0) return;
  if (onPath('apt-get') === null || process.getuid?.() !== 0) {
    console.error(
      `缺少测试所需的程序：${missing.join(' ')}。请先安装（Debian：apt-get install ${missing.join(' ')}），再运行 npm test。`,
    );
    process.exit(2);
  }
  console.log(`正在安装测试所需的程序：${missing.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  if (status !== 0) process.exit(status ?? 1);
}
