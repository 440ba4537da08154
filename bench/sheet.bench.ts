import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { build, preview } from 'vite';
import { launchChromium } from '../scripts/tools.mjs';
import { benchProject } from './people.ts';

/**
 * The sheet against a bare Univer page with as many values, in the same run: an edit until the thread is free again
 * with its verdict drawn (goal ≤ 1.1 ×), heap (≤ 1.3 ×), opening a stored project (≤ 1.2 ×, the bare page's values stored
 * in the browser's database as well), and a paste of 5,000 rows
 * with its longest frozen frame. A sheet is open when a value of its is drawn and the name box is there; that the box
 * is there alone says nothing: the sheet may come long after it, or before. Usage: `npx tsx bench/sheet.bench.ts [rows…]`
 */
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const SIZES = sizes.length > 0 ? sizes : [1_000, 10_000, 100_000];
const EDITS = 15;
const OPENINGS = 5;
const PASTED = 5_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const NAME_BOX = '[data-u-comp="defined-name"] input, input[data-u-comp="defined-name"]';

interface Figures {
  readonly open: Cost;
  readonly edit: Cost;
  readonly heap: number;
  readonly paste: Cost & { readonly longest: number };
}

/** How long it took by the clock, and how long the page's thread worked for it: the latter stands still when others use the machine. */
interface Cost {
  readonly clock: number;
  readonly work: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function serve(source: string, out: string): Promise<{ url: string; close: () => void }> {
  const options = { configFile: false, logLevel: 'silent', root: source, base: './' } as const;
  const publicDir = join(root, 'public');
  await build({ ...options, publicDir, build: { target: 'chrome109', outDir: out, emptyOutDir: true } });
  const server = await preview({ ...options, build: { outDir: out }, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.httpServer.close() };
}

/** Selects a cell by the name box. */
async function go(page: Page, cell: string): Promise<void> {
  const box = page.locator(NAME_BOX).first();
  await box.fill(cell);
  await box.press('Enter');
}

/** Waits until the page has drawn and its thread has nothing left to do. */
const calm = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => done()))),
      ),
  );

/** Notes the moment at which a text of the people is first drawn on a canvas. */
async function watchDrawing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { prototype } = CanvasRenderingContext2D;
    const draw = prototype.fillText;
    prototype.fillText = function (text, ...place) {
      draw.call(this, text, ...place);
      if (!text.startsWith('测试')) return;
      prototype.fillText = draw;
      Reflect.set(window, 'drawn', true);
    };
  });
}

/** Waits until values are drawn and the bars around them are there. */
async function shown(page: Page): Promise<void> {
  await page.waitForFunction(() => Reflect.get(window, 'drawn') === true, undefined, { timeout: 120_000 });
  await page.locator(NAME_BOX).first().waitFor({ timeout: 120_000 });
}

/** Milliseconds from a key until two frames are drawn and the thread is free. */
async function keyCost(page: Page, key: string): Promise<number> {
  // No function in the page has a name: the loader would wrap it in a helper that the page does not know.
  await page.evaluate(() => {
    Reflect.set(window, 'cost', undefined);
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            setTimeout(() => void Reflect.set(window, 'cost', performance.now() - timeStamp)),
          ),
        );
      },
      { capture: true, once: true },
    );
  });
  await page.keyboard.press(key);
  const cost = await page.waitForFunction(() => Reflect.get(window, 'cost'));
  return Number(await cost.jsonValue());
}

/** Milliseconds that the page's thread has worked so far. */
async function worked(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

async function clock(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return cdp;
}

async function edits(page: Page, column: string, first: number): Promise<Cost> {
  const costs: number[] = [];
  const work: number[] = [];
  const cdp = await clock(page);
  for (let round = 0; round < EDITS; round++) {
    await go(page, `${column}${first + round}`);
    await page.keyboard.type(round % 2 === 0 ? '1380000000' : '13900000000');
    await calm(page);
    const before = await worked(cdp);
    costs.push(await keyCost(page, 'Enter'));
    await calm(page);
    work.push((await worked(cdp)) - before);
  }
  return { clock: median(costs), work: median(work) };
}

/** Pastes rows below the last one; long tasks tell how long the page was busy, and how long at a stretch. */
async function paste(page: Page, cell: string, text: string): Promise<Figures['paste']> {
  await go(page, cell);
  await page.evaluate((plain) => navigator.clipboard.writeText(plain), text);
  await page.evaluate(() => {
    const tasks: number[][] = [];
    Reflect.set(window, 'tasks', tasks);
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push([startTime, duration]);
    }).observe({ type: 'longtask' });
    addEventListener('keydown', () => Reflect.set(window, 'began', performance.now()), { capture: true, once: true });
  });
  const cdp = await clock(page);
  const before = await worked(cdp);
  await page.keyboard.press('Control+v');
  // Until nothing has kept the thread for a second.
  for (let last = -1, now = 0; now !== last; ) {
    await page.waitForTimeout(1_000);
    await calm(page);
    last = now;
    now = await page.evaluate(() => Number(Reflect.get(Reflect.get(window, 'tasks'), 'length')));
  }
  const work = (await worked(cdp)) - before;
  const { all, longest } = await page.evaluate(() => {
    const began = Number(Reflect.get(window, 'began'));
    const tasks: number[][] = Reflect.get(window, 'tasks');
    const after = tasks.filter(([start = 0]) => start >= began - 50);
    return {
      all: Math.max(0, ...after.map(([start = 0, duration = 0]) => start + duration - began)),
      longest: Math.max(0, ...after.map(([, duration = 0]) => duration)),
    };
  });
  return { clock: all, work, longest };
}

async function heap(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize;
}

/** Opens a page again and again. */
async function openings(page: Page, url: string): Promise<Cost> {
  const opens: number[] = [];
  const work: number[] = [];
  const cdp = await clock(page);
  await watchDrawing(page);
  for (let round = 0; round < OPENINGS; round++) {
    await page.goto('about:blank');
    const before = await worked(cdp);
    const start = performance.now();
    await page.goto(url);
    await shown(page);
    opens.push(performance.now() - start);
    work.push((await worked(cdp)) - before);
    await calm(page);
  }
  return { clock: median(opens), work: median(work) };
}

async function measure(page: Page, url: string, rows: number, head: number): Promise<Figures> {
  const open = await openings(page, url);
  const edit = await edits(page, 'L', head + 10);
  const size = await heap(page);
  const line = (at: number): string =>
    `第1镇\t第1村\t人${at}\t男\t1990.05\t\t27\t本科\t\t1234567890${at}\t1380000\t某某\t`;
  const pasted = await paste(
    page,
    `B${head + rows + 1}`,
    Array.from({ length: PASTED }, (_, at) => line(at)).join('\n'),
  );
  return { open, edit, heap: size, paste: pasted };
}

/** Puts a project of constructed people into the page's database; answers the address that opens it. */
async function store(page: Page, url: string, rows: number, folder: string): Promise<string> {
  const file = join(folder, `people-${rows}.json`);
  await writeFile(file, JSON.stringify(benchProject(rows)));
  await page.goto(url);
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.locator(NAME_BOX).first().waitFor({ timeout: 120_000 });
  await page.waitForTimeout(2_000);
  return page.url();
}

async function compare(browser: Browser, own: string, bare: string, rows: number, folder: string): Promise<void> {
  const fresh = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    return context.newPage();
  };
  const floorPage = await fresh();
  const floor = await measure(floorPage, `${bare}#rows=${rows}`, rows, 0);
  await floorPage.context().close();
  const storedPage = await fresh();
  const stored = `${bare}#rows=${rows}&stored`;
  await storedPage.goto(stored);
  await storedPage.locator(NAME_BOX).first().waitFor({ timeout: 120_000 });
  await storedPage.waitForTimeout(2_000);
  const load = await openings(storedPage, stored);
  await storedPage.context().close();
  const page = await fresh();
  const mine = await measure(page, await store(page, own, rows, folder), rows, 3);
  await page.context().close();
  const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)} ×`;
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
  const cost = (a: Cost, b: Cost): string =>
    `${a.clock.toFixed(0)} ms, bare ${b.clock.toFixed(0)} ms, ${ratio(a.clock, b.clock)} ` +
    `(work ${a.work.toFixed(0)} / ${b.work.toFixed(0)} ms, ${ratio(a.work, b.work)})`;
  console.log(`${rows} rows
  edit   ${cost(mine.edit, floor.edit)}
  heap   ${mb(mine.heap)}, bare ${mb(floor.heap)}, ${ratio(mine.heap, floor.heap)}
  open   ${cost(mine.open, load)}
         against values made in memory: ${cost(mine.open, floor.open)}
  paste  of ${PASTED}: ${cost(mine.paste, floor.paste)}
         longest stretch ${mine.paste.longest.toFixed(0)} ms, bare ${floor.paste.longest.toFixed(0)} ms`);
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mingce-bench-'));
  const own = await serve(join(root, 'app'), join(folder, 'own'));
  const bare = await serve(join(root, 'bench/bare'), join(folder, 'bare'));
  const browser = await launchChromium();
  try {
    for (const rows of SIZES) await compare(browser, own.url, bare.url, rows, folder);
  } finally {
    await browser.close();
    own.close();
    bare.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
