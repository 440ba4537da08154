import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { preview } from 'vite';
import { launchChromium } from './tools.mjs';

/** `npm run screenshots`: the four states of the page as pictures in docs/, from the built page (npx vite build first). */
const root = fileURLToPath(new URL('..', import.meta.url));
const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const GRID = '[data-u-comp="defined-name"]';

async function shot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(1_200);
  await page.screenshot({ path: `${docs}${name}.png` });
  console.log(`docs/${name}.png`);
}

async function main(): Promise<void> {
  const server = await preview({ configFile: `${root}vite.config.ts`, preview: { port: 4399 }, logLevel: 'silent' });
  const address = server.httpServer.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${address.port}/`);
    await page.getByRole('button', { name: /新建名册/ }).waitFor();
    await shot(page, 'first-screen');
    await page.getByRole('button', { name: /新建名册/ }).click();
    await page.getByLabel('县（市、区）', { exact: true }).last().fill('青神县');
    await page.getByLabel('填报单位').fill('南城镇党委');
    await page.getByLabel('参照日期').fill('2017-11-30');
    await page.locator('button[form="mc-new"]').click();
    await page.locator(GRID).waitFor();
    await shot(page, 'clean');
    await page.getByRole('button', { name: '首页' }).click();
    await page.getByRole('button', { name: /试一试/ }).click();
    await page.locator(GRID).waitFor();
    await shot(page, 'with-problems');
    await page
      .getByRole('button', { name: /问题清单/ })
      .first()
      .click();
    await shot(page, 'panel-open');
  } finally {
    await browser.close();
    server.httpServer.close();
  }
}

await main();
