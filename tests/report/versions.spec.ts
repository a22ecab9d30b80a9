import { writeReport } from '../../harness/report/write-report.ts';
import type { Results } from '../../harness/results/schema.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { results } from './fixture.ts';
import { addressOf, expect, test } from './report-test.ts';

test('each deviation and each mechanism has a row of versions, in words too', async ({ page, directory }) => {
  await page.goto(addressOf(directory, 'versions.html'));
  await expect(page.getByText('This timeline is not complete')).toBeVisible();
  await expect(page.locator('main')).toContainText(
    'chromium and firefox: no other version has been measured.',
  );
  const deviations = page.getByRole('table', { name: 'Deviation by version of webkitgtk' });
  await expect(deviations.getByRole('columnheader')).toHaveText([
    'Deviation',
    '2.38.6',
    '2.40',
    '2.42.5',
    '2.44.4',
    '2.46',
    '2.50.1',
  ]);
  const row = deviations.getByRole('row', { name: /The event is fired twice/ });
  await expect(row.getByRole('cell')).toHaveText([
    /not shown/,
    /not measured, taken to be: not shown/,
    /not shown/,
    'shown',
    'not measured',
    /not shown/,
  ]);
  await expect(row).toContainText('appeared between 2.42.5 and 2.44.4; went away between 2.44.4 and 2.50.1');
  const mechanisms = page.getByRole('table', { name: 'Mechanism by version of webkitgtk' });
  await expect(mechanisms.getByRole('row', { name: /^XMLHttpRequest/ })).toContainText('blocked');
  await row.getByRole('link').click();
  await expect(page.locator('.deviation:target')).toContainText('webkit-double-event');
});

test('the rows are filtered by words, finding and product', async ({ page, directory }) => {
  const rows = page.locator('tr[data-row]:visible');
  await page.goto(addressOf(directory, 'versions.html'));
  await expect(rows).toHaveCount(4);
  await page.getByLabel('Words').fill('twice');
  await expect(rows).toHaveCount(1);
  await page.goto(addressOf(directory, 'versions.html?finding=reporting&browser=webkitgtk'));
  await expect(rows).toHaveCount(3);
  await page.goto(addressOf(directory, 'versions.html?browser=another'));
  await expect(page.locator('form output')).toHaveText('4 rows');
});

test('on a phone each cell says which version it is', async ({ page, directory }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(addressOf(directory, 'versions.html'));
  const cells = page.locator('table.versions').first().locator('tbody tr').first().locator('td');
  const label = (cell: Element) => getComputedStyle(cell, '::before').content;
  expect(await cells.first().evaluate(label)).toContain('2.38.6');
  const [first, last] = [await cells.first().boundingBox(), await cells.last().boundingBox()];
  expect(first?.width ?? 0).toBeGreaterThan(30);
  expect((last?.x ?? 999) + (last?.width ?? 0)).toBeLessThanOrEqual(320);
});

test('sixty versions scroll in their table, and the page does not', async ({ page }) => {
  const directory = temporaryDirectory();
  const [timeline] = results.timelines ?? [];
  if (timeline === undefined) throw new Error('the fixture has no timeline');
  const range = Array.from({ length: 60 }, (_, index) => `webkitgtk-2.${index}`);
  const many: Results = {
    ...results,
    timelines: [{ ...timeline, range: [...range, ...timeline.range.slice(-1)] }],
  };
  await writeReport(many, directory);
  await page.setViewportSize({ width: 1200, height: 800 });
  await page.goto(addressOf(directory, 'versions.html'));
  const group = page.getByRole('group', { name: 'Deviation by version of webkitgtk' });
  const [inner, outer] = await group.evaluate((one) => [one.scrollWidth, one.clientWidth]);
  expect(inner).toBeGreaterThan(outer ?? 0);
  const heading = group.getByRole('rowheader').first();
  const before = await heading.boundingBox();
  await group.evaluate((one) => one.scrollTo(600, 0));
  expect((await heading.boundingBox())?.x).toBe(before?.x);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1200);
});

test('results without a timeline say that nothing was measured', async ({ page }) => {
  const directory = temporaryDirectory();
  const { timelines: _, ...without } = results;
  await writeReport(without, directory);
  await page.goto(addressOf(directory, 'versions.html'));
  await expect(page.locator('main')).toContainText(
    'chromium, firefox and webkit: no other version has been measured.',
  );
  await expect(page.getByRole('table')).toHaveCount(0);
});
