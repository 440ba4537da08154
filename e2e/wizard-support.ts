import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a wizard from the menu; its panel. */
export async function openWizard(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: '办理', exact: true }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
  const panel = page.getByRole('region', { name, exact: true });
  await expect(panel).toBeVisible();
  return panel;
}

/** What has the focus, as its field's key. */
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-wizard-field') ?? document.activeElement?.textContent);

/** Types into the fields one after the other, each left by Enter; blank ones are passed. */
export async function fillByKeys(page: Page, fields: readonly (readonly [key: string, text: string])[]): Promise<void> {
  for (const [key, text] of fields) {
    await expect.poll(() => focused(page)).toBe(key);
    if (text !== '') await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}
