import { createServer, type Server } from 'node:http';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import { launchChromium } from '../../scripts/tools.mjs';

/** A page of one module, served on loopback and opened in a real Chromium, for tests of what only a browser has. */
export interface Harness {
  readonly browser: Browser;
  /** A secure context (`http://127.0.0.1`). */
  readonly secureUrl: string;
  /** The same page without one (`http://insecure.test`). */
  readonly insecureUrl: string;
  close(): Promise<void>;
}

/** Bundles a module as the page's only script. Its exports are at `globalThis.mingce` when the page has loaded. */
async function bundle(entry: string): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    // The test runner's NODE_ENV would choose React's development transform for its production build.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'chrome109',
      lib: { entry, formats: ['es'], fileName: 'entry', cssFileName: 'style' },
    },
  });
  const files = new Map<string, string>();
  for (const result of Array.isArray(built) ? built : [built]) {
    if (!('output' in result)) continue;
    for (const file of result.output) {
      files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source));
    }
  }
  return files;
}

function serve(files: ReadonlyMap<string, string>): Promise<Server> {
  const script = [...files.keys()].find((name) => /\.m?js$/.test(name)) ?? '';
  const style = [...files.keys()].find((name) => name.endsWith('.css'));
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="icon" href="data:,">
${style ? `<link rel="stylesheet" href="${style}">` : ''}<div id="root"></div>
<script type="module">import * as mingce from ${JSON.stringify(script)}; globalThis.mingce = mingce; globalThis.tab = {};</script></html>`;
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const file = files.get(path);
    const type = path.endsWith('.css') ? 'text/css' : file === undefined ? 'text/html' : 'text/javascript';
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(file ?? page);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** Starts it. @param entry absolute path of the module */
export async function startHarness(entry: string): Promise<Harness> {
  const server = await serve(await bundle(entry));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const browser = await launchChromium('--host-resolver-rules=MAP insecure.test 127.0.0.1');
  return {
    browser,
    secureUrl: `http://127.0.0.1:${port}/`,
    insecureUrl: `http://insecure.test:${port}/`,
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
