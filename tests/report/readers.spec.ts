import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { addressOf, expect, openEverything, pagesOf, test } from './report-test.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Pages made by the same code as another one are left to it. */
const repeated = /never-ran|outside|looks-like-400|matrix-by-/;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in ${colorScheme} pages`, async ({ browser, directory }) => {
    test.slow();
    // The report's policy would keep axe out; nothing else in these tests switches it off.
    const context = await browser.newContext({ bypassCSP: true, colorScheme });
    const page = await context.newPage();
    const files = (await pagesOf(directory)).filter((file) => !repeated.test(file));
    for (const file of files) {
      await page.goto(addressOf(directory, file));
      await openEverything(page);
      await page.evaluate(axe);
      const found = await page.evaluate(() =>
        (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      const violations = found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html}`),
      );
      expect(violations, file).toEqual([]);
    }
    await context.close();
  });
}

test('dark and light follow the reader’s choice', async ({ page, directory }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(addressOf(directory, 'index.html'));
  const light = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper()).not.toBe(light);
});

test('no page is wider than a narrow screen', async ({ page, directory }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const file of await pagesOf(directory)) {
    await page.goto(addressOf(directory, file));
    await openEverything(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), file).toBeLessThanOrEqual(320);
  }
});

test('the keyboard reaches the content, the filter, and walks the matrix', async ({ page, directory }) => {
  await page.goto(addressOf(directory, 'matrix.html'));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Words')).toBeFocused();
  await page.keyboard.type('websocket');
  await expect(page.locator('tr[data-row]:visible')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('tr[data-row]:visible')).toHaveCount(6);
  await page.getByRole('link', { name: 'A host that is not listed is not contacted' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('link', { name: /1 security 1 compatibility/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/scenario\/host-must-match\.html\?browser=firefox#cases$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every page reads, and a scenario says where its evidence is', async ({ page, directory }) => {
    await page.goto(addressOf(directory, 'index.html'));
    await expect(page.getByRole('region', { name: 'Security deviations' })).toContainText(
      'A redirect to a host',
    );
    await page.getByRole('link', { name: 'Matrix', exact: true }).click();
    await expect(page.getByRole('search')).toBeHidden();
    await page.getByRole('link', { name: 'A host that is not listed is not contacted' }).click();
    await expect(page.getByRole('link', { name: /leaked new deviation/ })).toBeVisible();
    await expect(page.locator('.document pre').first()).toContainText("connect-src 'self'");
    await expect(page.locator('noscript p')).toBeVisible();
    await page.goto(addressOf(directory, 'ask.html'));
    await expect(page.getByText('npx connect-src explain --help')).toBeVisible();
  });
});
