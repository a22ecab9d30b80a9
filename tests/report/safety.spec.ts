import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { hostile } from './hostile.ts';
import { addressOf, expect, openEverything, pagesOf, test } from './report-test.ts';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

test('every page runs from a file: hostile text stays text, nothing is blocked, nothing is fetched', async ({
  page,
  directory,
  complaints,
}) => {
  for (const file of await pagesOf(directory)) {
    await page.goto(addressOf(directory, file));
    await openEverything(page);
    expect(await page.evaluate(() => 'pwned' in window), file).toBe(false);
    await expect(
      page.locator('main img, main iframe, main script, main [onload], main [onerror]'),
      file,
    ).toHaveCount(0);
    await expect(page.locator('a[href^="javascript:" i]'), file).toHaveCount(0);
  }
  expect(complaints.messages).toEqual([]);
  expect(complaints.requests.filter((url) => !url.startsWith(addressOf(directory, '')))).toEqual([]);
});

test('every page runs from a web host under its own policy', async ({ page, directory, complaints }) => {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const body = await readFile(join(directory, path)).catch(() => null);
    response.writeHead(body ? 200 : 404, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    for (const file of await pagesOf(directory)) {
      await page.goto(origin + encodeURI(decodeURI(file)));
      expect(await page.evaluate(() => getComputedStyle(document.body).margin), file).toBe('0px');
    }
    expect(complaints.messages).toEqual([]);
    expect(complaints.requests.filter((url) => !url.startsWith(origin))).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('hostile text is shown as it was written', async ({ page, directory }) => {
  await page.goto(addressOf(directory, 'scenario/hostile-text.html'));
  const shown = hostile
    .replace('\u202e', '\\u{202e}')
    .replace('\u0000', '\\u{0}')
    .replace('\u0007', '\\u{7}');
  await expect(page.locator('h1')).toHaveText(shown);
  await openEverything(page);
  await expect(page.locator('.console').first()).toHaveText(shown);
  await expect(page.locator('.document pre').first()).toContainText(shown);
});
