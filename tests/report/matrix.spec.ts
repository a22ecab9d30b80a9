import { addressOf, expect, test } from './report-test.ts';

test('the overview names browsers, findings and rules', async ({ page, directory }) => {
  await page.goto(addressOf(directory, 'index.html'));
  await expect(page.getByRole('table', { name: /browsers of this run/i })).toContainText('156.0.0.1');
  await expect(page.getByRole('region', { name: 'Security deviations' })).toContainText(
    'A redirect to a host',
  );
  await expect(page.getByRole('region', { name: 'Unsupported' })).toContainText('WebTransport');
  await expect(page.getByRole('region', { name: 'Missing' })).toContainText('shard 2 of 3 is missing');
  await expect(page.getByText('Shard 2 of 3 is missing:')).toBeVisible();
  const headings = await page.locator('.finding-kind h3').allTextContents();
  expect(headings.slice(0, 5)).toEqual([
    'Security deviations',
    'Compatibility deviations',
    'Reporting deviations',
    'Disputed points',
    'Unsupported',
  ]);
  await page
    .getByRole('table', { name: 'Rules by browser' })
    .getByRole('link', { name: /1 security/ })
    .first()
    .click();
  await expect(page).toHaveURL(/matrix\.html\?browser=firefox#rule:hosts$/);
});

test('a deviation says in which versions it was measured', async ({ page, directory }) => {
  await page.goto(addressOf(directory, 'deviations.html'));
  await expect(page.getByRole('article').filter({ hasText: 'webkit-double-event' })).toContainText(
    'Appeared between 2.42 and 2.44; went away between 2.50.1 and 2.54',
  );
  await expect(page.getByRole('article').filter({ hasText: 'webkit-redirect-leak' })).toContainText(
    'First measured in 17 on 2026-01-01; older versions have not been measured',
  );
});

test('a cell has a word and the number of cases; agreement counts browsers', async ({ page, directory }) => {
  await page.goto(addressOf(directory, 'matrix.html'));
  const row = page.getByRole('row', { name: /A host that is not listed/ });
  await expect(row.getByRole('cell')).toHaveText([
    /2 conform/,
    /1 security 1 compatibility 2 new/,
    /1 security/,
    '1 of 3',
  ]);
  const glyph = (mark: string) =>
    row
      .locator(`.mark.${mark}`)
      .first()
      .evaluate((each) => getComputedStyle(each, '::before').content);
  expect([await glyph('conforms'), await glyph('security'), await glyph('compatibility')]).toEqual([
    '"✓" / ""',
    '"▲" / ""',
    '"◆" / ""',
  ]);
});

test('filters live in the URL, and the URL restores them', async ({ page, directory }) => {
  await page.goto(addressOf(directory, 'matrix.html'));
  await page.getByLabel('Finding').selectOption('security');
  await expect(page.locator('tr[data-row]:visible')).toHaveCount(1);
  await expect(page).toHaveURL(/\?finding=security$/);
  await page.getByLabel('Browser').selectOption('chromium');
  await expect(page.locator('tr[data-row]:visible')).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.locator('tr[data-row]:visible')).toHaveCount(6);
  await page.goto(addressOf(directory, 'matrix.html?q=websocket&finding=disputed&browser=firefox'));
  await expect(page.locator('tr[data-row]:visible')).toHaveCount(1);
  await expect(page.getByLabel('Words')).toHaveValue('websocket');
  await expect(page.locator('td[data-browser=webkit]').first()).toBeHidden();
  // A cell must not slide under another browser's heading.
  await expect(page.getByRole('columnheader')).toHaveText([/^Scenario/, /^firefox/, /^Agreement/]);
  await page.getByRole('link', { name: 'mechanism', exact: true }).click();
  await expect(page).toHaveURL(/matrix-by-mechanism\.html\?q=websocket&finding=disputed&browser=firefox$/);
  await expect(page.locator('tr[data-row]:visible')).toHaveCount(1);
});

for (const [by, heading] of [
  ['mechanism', 'XMLHttpRequest'],
  ['context', 'blob-worker'],
  ['deviation', 'A redirect to a host that is not listed is followed before the policy is asked.'],
] as const) {
  test(`the matrix can be grouped by ${by}`, async ({ page, directory }) => {
    await page.goto(addressOf(directory, `matrix-by-${by}.html`));
    await expect(page.getByRole('heading', { level: 2, name: heading, exact: true })).toBeVisible();
  });
}

test('groups of thousands of rows are closed until they are asked for', async ({ page, directory }) => {
  const rows = page.locator('tr[data-row]:visible');
  await page.goto(addressOf(directory, 'matrix-by-mechanism.html'));
  await expect(rows).toHaveCount(0);
  await page.getByRole('heading', { level: 2, name: 'XMLHttpRequest', exact: true }).click();
  await expect(rows).toHaveCount(1);
  // One more is opened by its link; the first stays open.
  await page.goto(addressOf(directory, 'matrix-by-mechanism.html#mechanism:fetch'));
  await expect(rows).toHaveCount(3);
  await page.goto(addressOf(directory, 'matrix-by-mechanism.html?finding=disputed'));
  await expect(rows).toHaveCount(1);
});

test('the header row stays in view', async ({ page, directory }) => {
  await page.setViewportSize({ width: 1280, height: 300 });
  await page.goto(addressOf(directory, 'index.html'));
  await page
    .getByRole('rowheader', { name: 'schemes' })
    .evaluate((row) => row.scrollIntoView({ block: 'start' }));
  await expect(
    page.getByRole('table', { name: 'Rules by browser' }).getByRole('columnheader', { name: 'Rule' }),
  ).toBeInViewport();
});
