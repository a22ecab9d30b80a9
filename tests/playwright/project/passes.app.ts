import { expect, test } from './test.ts';

test('a page that may connect', async ({ page, app, violations }) => {
  await page.goto(`${app.origin}/loads?policy=open`);
  await expect(page).toHaveTitle('done');
  expect(violations.seen).toEqual([]);
});

for (const by of ['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket', 'sendBeacon'] as const)
  test(`toConnect by ${by}`, async ({ page, app }) => {
    const path = {
      fetch: 'items',
      XMLHttpRequest: 'items',
      EventSource: 'events',
      WebSocket: '',
      sendBeacon: 'beacon',
    };
    const url = `${by === 'WebSocket' ? app.api.replace('http', 'ws') : app.api}/${path[by]}`;
    await page.goto(`${app.origin}/?policy=open`);
    await expect(page).toConnect(url, { by });
    await page.goto(app.origin);
    await expect(page).not.toConnect(url, { by });
    await page.goto(`${app.origin}/?policy=meta`);
    await expect(page).not.toConnect(url, { by });
  });

test('what nobody answers is not blocked by policy', async ({ page, app }) => {
  await page.goto(`${app.origin}/?policy=none`);
  await expect(page).toConnect('http://localhost:9/');
  await expect(page).toConnect('ws://localhost:9/');
  await expect(page).toConnect('http://localhost:9/', { by: 'sendBeacon' });
});

test('a target behind a redirect is blocked', async ({ page, app }) => {
  await page.goto(`${app.origin}/?policy=open`);
  await expect(page).not.toConnect(`${app.api}/moved`);
});

test('a report-only policy blocks nothing', async ({ page, app, violations }) => {
  await page.goto(`${app.origin}/loads?policy=trial`);
  await expect(page).toHaveTitle('done');
  // Chromium asks a report-only policy before the request and after the response.
  const first = { blockedURI: `${app.api}/items`, disposition: 'report' };
  await expect.poll(() => violations.seen[0]).toMatchObject(first);
  await expect(page).toConnect(app.api);
});

test('a violation that is expected', async ({ page, app, violations }) => {
  violations.expect(`${app.api}/*`);
  await page.goto(`${app.origin}/loads`);
  await expect(page).toHaveTitle('done');
});

test.describe('of a suite', () => {
  test.use({ allowViolations: 'https://example.com http://localhost:*/items' });
  test('a violation that is allowed', async ({ page, app }) => {
    await page.goto(`${app.origin}/loads`);
    await expect(page).toHaveTitle('done');
  });
});
