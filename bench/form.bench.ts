import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build, preview } from 'vite';
import { launchChromium } from '../scripts/tools.mjs';
import { formFields } from './form-people.ts';

/**
 * 下一人 on the record form against a bare switch between two sheets on the same page, turn and turn about: from the key
 * until the thread is free again with two frames drawn. Goal: at most 2 frames (33 ms) over the switch.
 * Usage: `npx tsx bench/form.bench.ts [people]`
 */
const [people = 2_000] = process.argv.slice(2).map(Number);
const ROUNDS = Number(process.argv[3] ?? 25);
const FRAME = 1000 / 60;
const root = fileURLToPath(new URL('..', import.meta.url));
const NAME_BOX = '[data-u-comp="defined-name"] input, input[data-u-comp="defined-name"]';

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Milliseconds from the next event of this kind until two frames are drawn and the thread is free. */
async function cost(page: Page, event: 'keydown' | 'pointerdown', act: () => Promise<void>): Promise<number> {
  // No function in the page has a name: the loader would wrap it in a helper that the page does not know.
  await page.evaluate((kind) => {
    Reflect.set(window, 'cost', undefined);
    addEventListener(
      kind,
      ({ timeStamp }) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            setTimeout(() => void Reflect.set(window, 'cost', performance.now() - timeStamp)),
          ),
        );
      },
      { capture: true, once: true },
    );
  }, event);
  await act();
  const measured = await page.waitForFunction(() => Reflect.get(window, 'cost'));
  await page.waitForTimeout(150);
  return Number(await measured.jsonValue());
}

async function measure(page: Page): Promise<void> {
  const name = page.getByRole('navigation', { name: '纪实表' }).locator('b');
  const tab = (label: string) => page.getByText(label, { exact: true }).last();
  const box = page.locator(NAME_BOX).first();
  const next: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // Two sheets of the project's own with nothing bound to them, each drawn before.
    bare.push(await cost(page, 'pointerdown', () => tab(round % 2 === 0 ? '工作表1' : '工作表2').click()));
    await tab('纪实表').click();
    await name.waitFor();
    await box.fill('B3');
    await box.press('Enter');
    await page.waitForTimeout(150);
    const before = await name.innerText();
    next.push(await cost(page, 'keydown', () => page.keyboard.press('Alt+PageDown')));
    if ((await name.innerText()) === before) throw new Error(`still ${before}`);
    await tab(round % 2 === 0 ? '工作表1' : '工作表2').click();
    await page.waitForTimeout(150);
  }
  const [mine, floor] = [median(next), median(bare)];
  console.log(
    `${people} people: 下一人 ${mine.toFixed(0)} ms, a bare sheet switch ${floor.toFixed(0)} ms, ` +
      `${(mine / floor).toFixed(2)} ×, ${((mine - floor) / FRAME).toFixed(1)} frames over it`,
  );
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mingce-bench-'));
  const options = { configFile: false, logLevel: 'silent', root: join(root, 'app'), base: './' } as const;
  const outDir = join(folder, 'own');
  await build({
    ...options,
    publicDir: join(root, 'public'),
    build: { target: 'chrome109', outDir, emptyOutDir: true },
  });
  const server = await preview({ ...options, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${address.port}/`);
    const file = join(folder, 'people.json');
    await writeFile(file, JSON.stringify(project()));
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.locator(NAME_BOX).first().waitFor({ timeout: 120_000 });
    await page.waitForTimeout(2_000);
    for (const label of ['工作表1', '工作表2']) {
      // The + of the sheet bar has no name to find it by.
      await page.mouse.click(34, 720);
      await page.getByText(label, { exact: true }).last().waitFor();
      await page.waitForTimeout(500);
    }
    await measure(page);
  } finally {
    await browser.close();
    server.httpServer.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Everybody with a year of records. */
function project(): object {
  const all = Array.from({ length: people }, (_, at) => formFields(at));
  return {
    pack: 'village-reserve-cadres',
    settings: { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' },
    records: {
      person: all.map((fields) => fields.person),
      training: all.flatMap((fields) => fields.training),
      mentoring: all.flatMap((fields) => fields.mentoring),
      practice: all.flatMap((fields) => fields.practice),
      review: all.flatMap((fields) => fields.review),
      yearResult: all.flatMap((fields) => fields.yearResult),
    },
  };
}

await main();
