import { addressOf, expect, test } from './report-test.ts';

const scenario = 'scenario/host-must-match.html';
const id = 'host-must-match/1/fetch/https://third.test/x';

test('a deep link opens its case, and only that', async ({ page, directory }) => {
  await page.goto(addressOf(directory, `${scenario}#${encodeURIComponent(id)}`));
  await expect(page.locator('details.case[open]')).toHaveCount(1);
  await expect(page.locator(`[id="${id}"]`)).toHaveAttribute('open', '');
});

test('a cell opens the evidence of one browser, and the URL names it', async ({ page, directory }) => {
  await page.goto(addressOf(directory, scenario));
  await page.getByRole('link', { name: /leaked new deviation/ }).click();
  await expect(page).toHaveURL(/#host-must-match\/1\/fetch\/https:\/\/third\.test\/x@firefox$/);
  await expect(page.locator(`[id="${id}@firefox"]`)).toBeVisible();
});

test('opening a case by hand names it in the URL', async ({ page, directory }) => {
  await page.goto(addressOf(directory, scenario));
  await page.locator('details.case > summary').nth(1).click();
  await expect(page).toHaveURL(/#host-must-match%2F1%2FXMLHttpRequest/);
});

test('the case shows three answers, the steps, the witnesses and how to see it again', async ({
  page,
  directory,
}) => {
  await page.goto(addressOf(directory, `${scenario}#${encodeURIComponent(id)}`));
  const one = page.locator(`[id="${id}"]`);
  await expect(one.locator('.answer h3')).toHaveText(['Expected', 'Spec', 'chromium', 'firefox', 'webkit']);
  await expect(one.locator('.answer .verdict')).toHaveText([
    'blocked',
    'blocked',
    'blocked',
    'leaked',
    'leaked',
  ]);
  await one.getByText('Why the specification says blocked').click();
  await expect(one.getByRole('link', { name: 'CSP#match-hosts' })).toHaveAttribute(
    'href',
    'https://w3c.github.io/webappsec-csp/#match-hosts',
  );
  const firefox = page.locator(`[id="${id}@firefox"]`);
  await expect(firefox.getByRole('table', { name: /What each witness saw/ }).getByRole('row')).toHaveText([
    /After/,
    /\+0\.1 ms\s*script\s*returns Promise/,
    /\+1\.2 ms\s*network\s*redirect GET https:\/\/api\.test\/start → 302/,
    /\+1\.8 ms\s*violation\s*securitypolicyviolation on document: connect-src/,
    /\+2\.4 ms\s*script\s*rejects TypeError.*Failed to fetch/,
    /\+2\.9 ms\s*network\s*request \(hop 1\) GET https:\/\/third\.test\/x → 200/,
  ]);
  await one.getByText('Reproduce, or paste into a bug').click();
  await expect(one).toContainText(`npx connect-src serve ${id}`);
  await expect(one).toContainText('npx playwright test --project=webkit --grep host-must-match');
  await expect(one).toContainText("Content-Security-Policy: connect-src 'self'");
  await expect(one).toContainText('fetch("https://third.test/x").then(console.log, console.error);');
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
  await page.goto(addressOf(directory, 'history.html'));
  await expect(page.getByRole('img', { name: 'Deviations over time, by browser' })).toBeVisible();
});
