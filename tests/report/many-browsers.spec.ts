import { writeReport } from '../../harness/report/write-report.ts';
import type { Results } from '../../harness/results/schema.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { results } from './fixture.ts';
import { addressOf, expect, test } from './report-test.ts';
import { caseOf, observation, scenarioOf } from './synthetic-cases.ts';

const names = Array.from({ length: 40 }, (_, index) => `chromium-${90 + index}`);

/** One scenario in forty versions of one browser. */
const many: Results = {
  ...results,
  missing: [],
  browsers: names.map((name) => ({
    ...{ name, engine: 'chromium' as const, version: `${name.slice(9)}.0.1.0`, os: 'Linux' },
    ...{ drivenBy: 'Playwright', comparedWith: 'chromium 156.0.1' },
  })),
  scenarios: [scenarioOf('one', 'One scenario', 'a-rule')],
  cases: [
    caseOf(
      'one',
      'fetch',
      'https://third.test/',
      Object.fromEntries(names.map((name) => [name, observation()])),
    ),
  ],
};

for (const [file, table] of [
  ['index.html', 'Rules by browser'],
  ['matrix.html', 'a-rule, by browser'],
  ['scenario/one.html', 'Cases by browser'],
] as const)
  test(`with forty browsers ${file} scrolls its matrix, and not the page`, async ({ page }) => {
    const directory = temporaryDirectory();
    await writeReport(many, directory);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(addressOf(directory, file));
    const group = page.getByRole('group', { name: table });
    const [inner, outer] = await group.evaluate((one) => [one.scrollWidth, one.clientWidth]);
    expect(inner).toBeGreaterThan(outer ?? 0);
    const [whole, window] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(whole).toBeLessThanOrEqual(window ?? 0);
  });

test('the overview says which version the known deviations were recorded with', async ({ page }) => {
  const directory = temporaryDirectory();
  await writeReport(many, directory);
  await page.goto(addressOf(directory, 'index.html'));
  await expect(page.getByRole('table', { name: /browsers of this run/i })).toContainText(
    'compared with what is recorded of chromium 156.0.1',
  );
});

test('a sentence about forty browsers names the first and the last', async ({ page }) => {
  const directory = temporaryDirectory();
  await writeReport(many, directory);
  await page.goto(addressOf(directory, 'index.html'));
  const told = 'opened in 40 browsers of chromium (chromium-90 90.0.1.0 to chromium-129 129.0.1.0), each';
  await expect(page.locator('.lead')).toContainText(told);
  await page.goto(addressOf(directory, 'versions.html'));
  await expect(page.locator('main')).toContainText('(chromium-90 to chromium-129): no other version');
});
