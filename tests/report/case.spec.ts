import { addressOf, expect, test } from './report-test.ts';

const scenario = 'scenario/host-must-match.html';
const id = 'host-must-match/1/fetch/https://third.test/x';
/** The page is the scenario's: what follows it names the case there. */
const short = '1/fetch/https://third.test/x';

for (const named of [short, id]) {
  test(`a deep link to ${named} opens its case, and only that`, async ({ page, directory }) => {
    await page.goto(addressOf(directory, `${scenario}#${encodeURIComponent(named)}`));
    await expect(page.locator('details.case[open]')).toHaveCount(1);
    await expect(page.locator(`[id="${short}"]`)).toHaveAttribute('open', '');
    await page.goto(addressOf(directory, `${scenario}#${encodeURIComponent(`${named}@webkit`)}`));
    await expect(page.locator(`[id="${short}@webkit"]`)).toBeVisible();
  });
}

test('a cell opens the evidence of one browser, and the URL names it', async ({ page, directory }) => {
  await page.goto(addressOf(directory, scenario));
  await page.getByRole('link', { name: /leaked new deviation/ }).click();
  await expect(page).toHaveURL(/#1\/fetch\/https:\/\/third\.test\/x@firefox$/);
  await expect(page.locator(`[id="${short}@firefox"]`)).toBeVisible();
});

test('opening a case by hand names it in the URL', async ({ page, directory }) => {
  await page.goto(addressOf(directory, scenario));
  await page.locator('details.case > summary').nth(1).click();
  await expect(page).toHaveURL(/#1%2FXMLHttpRequest/);
});

test('the case shows three answers, the steps, the witnesses and how to see it again', async ({
  page,
  directory,
}) => {
  await page.goto(addressOf(directory, `${scenario}#${encodeURIComponent(id)}`));
  const one = page.locator(`[id="${short}"]`);
  await expect(one.locator('.answer h3')).toHaveText(['Expected', 'Spec', 'chromium', 'firefox', 'webkit']);
  await expect(one.locator('.answer .verdict')).toHaveText([
    'blocked',
    'blocked',
    'blocked',
    'leaked',
    'leaked',
  ]);
  const firefox = page.locator(`[id="${short}@firefox"]`);
  await expect(firefox.getByRole('listitem')).toHaveText([
    /\+0\.1 ms\s*script\s*returns Promise/,
    /\+1\.2 ms\s*network\s*redirect GET https:\/\/api\.test\/start → 302/,
    /\+1\.8 ms\s*violation\s*securitypolicyviolation on document: connect-src 7 more as specified/,
    /\+2\.4 ms\s*script\s*rejects TypeError.*Failed to fetch/,
    /\+2\.9 ms\s*network\s*request \(hop 1\) GET https:\/\/third\.test\/x → 200/,
  ]);
  await one.getByText('Reproduce, or paste into a bug').click();
  await expect(one).toContainText(`npx connect-src serve ${id}`);
  await expect(one).toContainText('fetch("https://third.test/x").then(console.log, console.error);');
});

test('a case leads to its steps, which stand once, and to its document', async ({ page, directory }) => {
  await page.goto(addressOf(directory, `${scenario}#${encodeURIComponent(short)}`));
  await expect(page.locator('details.oracle')).toHaveCount(1);
  const match = page.locator('.steps').getByRole('link', { name: 'CSP#match-hosts' });
  await expect(match).toHaveCount(0);
  await page.locator(`[id="${short}"]`).getByRole('link', { name: 'Why: 2 steps' }).click();
  await expect(match).toBeVisible();
  await expect(match).toHaveAttribute('href', 'https://w3c.github.io/webappsec-csp/#match-hosts');
  await page.locator(`[id="${short}"]`).getByRole('link', { name: 'its document' }).click();
  await expect(page.locator('.document:target')).toContainText("Content-Security-Policy: connect-src 'self'");
  await expect(page.locator('main')).toContainText(
    "npx playwright test --project=webkit --grep ' host-must-match:'",
  );
});

test('what is copied to paste into a bug holds the document and the script', async ({ page, directory }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(addressOf(directory, `${scenario}#${encodeURIComponent(short)}`));
  const one = page.locator(`[id="${short}"]`);
  await one.getByText('Reproduce, or paste into a bug').click();
  await one.getByRole('button', { name: 'Copy' }).click();
  await expect(one.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect((await page.evaluate(() => navigator.clipboard.readText())).split('\n')).toEqual([
    '# Document 1: frame at https://page.test/',
    "Content-Security-Policy: connect-src 'self'",
    '# The server redirects with 302 to https://third.test/x',
    'fetch("https://third.test/x").then(console.log, console.error);',
    '# Expected by the specification: blocked',
    `# To open it in any browser: npx connect-src serve ${id}`,
  ]);
});

test('claims, coverage, changes and history say what the data says', async ({ page, directory }) => {
  await page.goto(addressOf(directory, 'claims.html'));
  await expect(page.getByRole('row', { name: /status 400/ }).getByRole('cell')).toHaveText([
    /refuted/,
    /refuted/,
    /refuted/,
    /not shown/,
  ]);
  await page.goto(addressOf(directory, 'coverage.html'));
  await expect(page.getByRole('table', { name: /fields filled, 14 empty/ })).toBeVisible();
  await page.goto(addressOf(directory, 'changes.html'));
  await expect(page.getByText('firefox new deviation:')).toBeVisible();
  await expect(
    page.getByText('webkit 2.50.1: Synthetic 0, a fixture → Synthetic 1, a fixture'),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'never-ran' })).toBeVisible();
  await expect(page.getByText('without-any-result in chromium')).toBeVisible();
  await expect(page.getByRole('link', { name: 'without-any-result' }), 'it has no page').toHaveCount(0);
  await page.goto(addressOf(directory, 'history.html'));
  await expect(page.getByRole('img', { name: 'Deviations over time, by browser' })).toBeVisible();
});
