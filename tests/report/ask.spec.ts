import { mechanismNamed, oracleRequest } from '../../harness/catalogue/registry.ts';
import { addressOf, expect, test } from './report-test.ts';

test('the oracle answers in the page, with its steps, and the URL keeps the question', async ({
  page,
  directory,
  complaints,
}) => {
  await page.goto(addressOf(directory, 'ask.html'));
  await page.getByLabel('Content-Security-Policy').fill('connect-src https://api.test/v1/');
  await page.getByLabel('Target').fill('https://api.test/v1');
  await page.getByRole('button', { name: 'Ask' }).click();
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer.getByRole('heading', { level: 2 })).toHaveText('The specification says: blocked');
  await expect(answer.getByRole('link', { name: 'CSP#match-paths' }).first()).toBeVisible();
  await page.reload();
  await expect(answer.getByRole('heading', { level: 2 })).toHaveText('The specification says: blocked');
  await page.getByLabel('Target').fill('https://api.test/v1/users');
  await page.keyboard.press('Enter');
  await expect(answer.getByRole('heading', { level: 2 })).toHaveText('The specification says: allowed');
  expect(complaints.messages).toEqual([]);
});

test('a question it cannot understand is answered with why', async ({ page, directory, complaints }) => {
  await page.goto(addressOf(directory, 'ask.html?self=nonsense&url=<img src=x onerror=alert(1)>'));
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText(/nonsense|URL/);
  expect(complaints.messages).toEqual([]);
});

test('the form offers mechanisms of the catalogue in their order, and asks as each of them does', async ({
  page,
  directory,
}) => {
  await page.goto(addressOf(directory, 'ask.html'));
  const offered = page.getByLabel('Mechanism').locator('option');
  expect((await offered.allTextContents()).slice(0, 3)).toEqual([
    'fetch',
    'fetch keepalive',
    'fetch no-cors',
  ]);
  const requests = await offered.evaluateAll((options) =>
    options.map((option) => [option.textContent, JSON.parse(option.dataset.request ?? '')]),
  );
  for (const [name, request] of requests) {
    const mechanism = mechanismNamed(name);
    expect(mechanism && oracleRequest(mechanism), name).toEqual(request);
  }
  await page.getByLabel('Content-Security-Policy').fill('connect-src https://api.test');
  await page.getByLabel('Target').fill('wss://api.test/');
  await page.getByLabel('Mechanism').selectOption('WebSocket');
  await page.getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByRole('region', { name: 'Answer' }).getByRole('heading', { level: 2 })).toHaveText(
    'The specification says: allowed',
  );
});

test('headers may be pasted whole, and the advice shows the policy after the change', async ({
  page,
  directory,
  complaints,
}) => {
  await page.goto(addressOf(directory, 'ask.html'));
  await page
    .getByLabel('Content-Security-Policy')
    .fill("HTTP/2 200\nserver: x\ncontent-security-policy: default-src 'self'\n");
  await page.getByLabel('Target').fill('https://api.test/v1');
  await page.getByRole('button', { name: 'Ask' }).click();
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer.getByRole('heading', { name: 'Advice' })).toBeVisible();
  await expect(answer.locator('pre').first()).toHaveText(
    "default-src 'self'; connect-src 'self' https://api.test/v1",
  );
  expect(complaints.messages).toEqual([]);
});

test('a Connection-Allowlist among the headers is asked too', async ({ page, directory, complaints }) => {
  await page.goto(addressOf(directory, 'ask.html'));
  await page
    .getByLabel('Content-Security-Policy')
    .fill('Content-Security-Policy: connect-src *\nConnection-Allowlist: (response-origin)\n');
  await page.getByLabel('Target').fill('https://api.test/v1');
  await page.getByRole('button', { name: 'Ask' }).click();
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer.getByRole('heading', { name: 'The specification says: blocked' })).toBeVisible();
  await expect(answer.locator('dd').first()).toHaveText('connection-allowlist');
  expect(complaints.messages).toEqual([]);
});

test('a HAR is answered connection by connection, and each says why', async ({
  page,
  directory,
  complaints,
}) => {
  const entry = (url: string, type: string, headers: object[] = []) => ({
    _resourceType: type,
    request: { method: 'GET', url, headers: [] },
    response: { status: 200, headers },
  });
  const policy = { name: 'content-security-policy', value: "connect-src 'self'" };
  const entries = [entry('https://page.test/', 'document', [policy]), entry('https://api.test/<b>', 'fetch')];
  await page.goto(addressOf(directory, 'ask.html'));
  const choose = (text: string) =>
    page
      .getByLabel('HAR')
      .setInputFiles({ name: 'a.har', mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose(JSON.stringify({ log: { entries } }));
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer.getByRole('listitem').first()).toContainText('blocked fetch https://api.test/<b>');
  await answer.getByRole('button', { name: 'Why?' }).click();
  await expect(answer.getByRole('heading', { name: 'Advice' })).toBeVisible();
  await choose('?');
  await expect(answer).toContainText('a.har: not JSON');
  expect(complaints.messages).toEqual([]);
});
