import type { Cors } from '../../servers/index.ts';
import { send } from './client.ts';
import { expect, test } from './world.ts';

const url = 'https://api.test/?case=c';

const table: Array<{ cors: Cors; origin: string; allowed: string | undefined; credentials?: string }> = [
  { cors: 'none', origin: 'https://page.test', allowed: undefined },
  { cors: '*', origin: 'https://page.test', allowed: '*' },
  { cors: 'origin', origin: 'https://page.test', allowed: 'https://page.test' },
  { cors: 'origin', origin: 'null', allowed: 'null' },
  { cors: 'credentials', origin: 'https://page.test', allowed: 'https://page.test', credentials: 'true' },
  { cors: 'credentials', origin: 'null', allowed: 'null', credentials: 'true' },
];

for (const { cors, origin, allowed, credentials } of table) {
  test(`${cors} answers the origin ${origin} with ${allowed}, also in the preflight`, async ({ servers }) => {
    servers.behave('c', { cors });
    const plain = await send(servers, url, { headers: { origin } });
    const preflight = await send(servers, url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'x-a,x-b',
      },
    });
    for (const { headers } of [plain, preflight]) {
      expect(headers['access-control-allow-origin']).toBe(allowed);
      expect(headers['access-control-allow-credentials']).toBe(credentials);
    }
    expect(preflight.headers['access-control-allow-methods']).toBe(allowed && 'PUT');
    expect(preflight.headers['access-control-allow-headers']).toBe(allowed && 'x-a,x-b');
    expect(servers.ledger.of('c').map(({ kind, method }) => [kind, method])).toEqual([
      ['request', 'GET'],
      ['preflight', 'OPTIONS'],
    ]);
  });
}

test('a rejected preflight is answered 403, and the request itself is not', async ({ servers }) => {
  servers.behave('c', { cors: { preflight: 'reject' } });
  const headers = { origin: 'https://page.test', 'access-control-request-method': 'PUT' };
  expect((await send(servers, url, { method: 'OPTIONS', headers })).status).toBe(403);
  expect(await send(servers, url)).toMatchObject({
    status: 200,
    headers: { 'access-control-allow-origin': '*' },
  });
});

test('OPTIONS without a requested method is a request like any other', async ({ servers }) => {
  await send(servers, url, { method: 'OPTIONS' });
  expect(servers.ledger.of('c').map(({ kind }) => kind)).toEqual(['request']);
});
