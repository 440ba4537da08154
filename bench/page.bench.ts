import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { build, preview } from 'vite';
import { launchChromium } from '../scripts/tools.mjs';

/**
 * Weight and start of the page against a bare Univer page, built with the same options. What the first screen fetches is
 * counted by watching the requests. Goals: at most 200 KB (gzip) over bare Univer before the first paint.
 * Usage: `npx tsx bench/page.bench.ts [rounds]`
 */
const [rounds = 5] = process.argv.slice(2).map(Number);
const root = fileURLToPath(new URL('..', import.meta.url));
const GRID = '[data-u-comp="defined-name"]';

async function serve(folder: string, source: string): Promise<{ url: string; close: () => void }> {
  const server = await preview({
    root: source,
    configFile: false,
    logLevel: 'silent',
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.httpServer.close() };
}

/** Gzipped bytes of the scripts and styles that a page fetches until it is quiet. */
async function weigh(page: Page, url: string, folder: string): Promise<number> {
  const files = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\.(js|css)$/.test(pathname)) files.add(pathname);
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  let bytes = 0;
  for (const file of files) bytes += gzipSync(await readFile(join(folder, file))).byteLength;
  return bytes;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mingce-bench-'));
  const own = join(folder, 'own');
  const bare = join(folder, 'bare');
  const options = { logLevel: 'silent' as const, build: { target: 'chrome109', emptyOutDir: true } };
  await build({
    ...options,
    root: join(root, 'app'),
    publicDir: join(root, 'public'),
    base: './',
    configFile: false,
    build: { ...options.build, outDir: own },
  });
  await build({
    ...options,
    root: join(root, 'bench/bare'),
    base: './',
    configFile: false,
    build: { ...options.build, outDir: bare },
  });
  const servers = [await serve(own, join(root, 'app')), await serve(bare, join(root, 'bench/bare'))];
  const [ownServer, bareServer] = servers;
  if (!ownServer || !bareServer) throw new Error('not served');
  const browser = await launchChromium();
  try {
    const fresh = async (): Promise<Page> =>
      (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
    const first = await weigh(await fresh(), ownServer.url, own);
    const floor = await weigh(await fresh(), bareServer.url, bare);
    const kb = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;
    console.log(
      `before the first paint: ${kb(first)} gzip; a bare Univer page: ${kb(floor)}; over it: ${kb(first - floor)}`,
    );
    const page = await fresh();
    await page.goto(ownServer.url);
    await page.getByRole('button', { name: /试一试/ }).click();
    await page.locator(GRID).waitFor();
    const { hash } = new URL(page.url());
    const times: { own: number[]; bare: number[] } = { own: [], bare: [] };
    for (let round = 0; round < rounds; round++) {
      for (const [name, url] of [
        ['own', ownServer.url + hash],
        ['bare', `${bareServer.url}#rows=60`],
      ] as const) {
        await page.goto('about:blank');
        const start = performance.now();
        await page.goto(url);
        await page.locator(GRID).waitFor();
        times[name].push(performance.now() - start);
      }
    }
    const [mine, theirs] = [median(times.own), median(times.bare)];
    console.log(
      `to a usable grid of 60 rows: ${mine.toFixed(0)} ms; bare: ${theirs.toFixed(0)} ms; ratio ${(mine / theirs).toFixed(2)}`,
    );
    const files = await readdir(join(own, 'assets'));
    console.log(`files in the built page: ${files.length}`);
  } finally {
    await browser.close();
    for (const server of servers) server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
