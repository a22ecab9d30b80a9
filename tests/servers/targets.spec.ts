import { once } from 'node:events';
import { open, send } from './client.ts';
import { expect, test } from './world.ts';

test('a target nobody declared answers 200 to any origin', async ({ servers }) => {
  expect(await send(servers, 'https://api.test/x?case=c')).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'text/plain',
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
      'timing-allow-origin': '*',
    },
    body: 'ok',
  });
});

test('a behaviour is followed by its case on every URL, and by no other case', async ({ servers }) => {
  servers.behave('c', { status: 404, contentType: 'application/json', body: '{}', headers: [['X-A', '1']] });
  const expected = { status: 404, headers: { 'content-type': 'application/json', 'x-a': '1' }, body: '{}' };
  expect(await send(servers, 'https://api.test/x?case=c')).toMatchObject(expected);
  expect(await send(servers, 'http://page.test/y?case=c')).toMatchObject(expected);
  expect((await send(servers, 'https://api.test/x?case=d')).status).toBe(200);
});

for (const status of [204, 304, 400, 500, 503]) {
  test(`the status ${status} is sent`, async ({ servers }) => {
    servers.behave('c', { status });
    expect((await send(servers, 'http://api.test/?case=c')).status).toBe(status);
    expect(servers.ledger.of('c')).toMatchObject([{ status }]);
  });
}

test('the first request of a case may get an answer of its own in place of a redirect', async ({
  servers,
}) => {
  servers.behave('c', {
    first: [['Cache-Control', 'max-age=0']],
    hops: [{ status: 302, location: 'https://third.test/?case=c&hop=1' }],
  });
  const url = 'https://api.test/?case=c';
  expect(await send(servers, url)).toMatchObject({ status: 200, headers: { 'cache-control': 'max-age=0' } });
  expect(await send(servers, url)).toMatchObject({ status: 302, headers: { 'cache-control': 'no-store' } });
  servers.reset();
  servers.behave('c', { first: [['Cache-Control', 'max-age=0']] });
  expect((await send(servers, url)).headers['cache-control']).toBe('max-age=0');
  expect((await send(servers, url)).headers['cache-control']).toBe('no-store');
});

test('a redirect chain leads over hosts and schemes, and each hop is written down', async ({ servers }) => {
  servers.behave('c', {
    hops: [
      { status: 301, location: 'https://b.third.test/?case=c&hop=1' },
      { status: 307, location: '/back?case=c&hop=2#\u00e4', cors: 'none' },
    ],
    body: 'end',
  });
  const first = await send(servers, 'http://api.test/?case=c');
  const second = await send(servers, 'https://b.third.test/?case=c&hop=1');
  const last = await send(servers, 'https://b.third.test/back?case=c&hop=2');
  expect(first).toMatchObject({
    status: 301,
    headers: { location: 'https://b.third.test/?case=c&hop=1', 'access-control-allow-origin': '*' },
  });
  expect(second).toMatchObject({ status: 307, headers: { location: '/back?case=c&hop=2#\u00e4' } });
  expect(second.headers).not.toHaveProperty('access-control-allow-origin');
  expect(last).toMatchObject({ status: 200, body: 'end' });
  expect(servers.ledger.of('c').map(({ kind, hop, status }) => [kind, hop, status])).toEqual([
    ['redirect', 0, 301],
    ['redirect', 1, 307],
    ['request', 2, 200],
  ]);
});

test('an event stream stays open after its first event', async ({ servers }) => {
  servers.behave('c', { stream: true });
  const response = await open(servers, 'https://api.test/?case=c', {
    headers: { accept: 'text/event-stream' },
  });
  expect(response.headers['content-type']).toBe('text/event-stream');
  const [event] = await once(response, 'data');
  expect(String(event)).toBe('data: ok\n\n');
  // Another request, begun and answered meanwhile, finds the stream still open.
  await send(servers, 'https://api.test/');
  expect(response.complete).toBe(false);
  response.destroy();
});

test('bad headers of a behaviour name the case', ({ servers }) => {
  expect(() => servers.behave('c', { headers: [['X-A', 'a\nb']] })).toThrow('case c: the header');
  expect(() => servers.behave('c', { hops: [{ status: 302, location: '\u4f8b' }] })).toThrow(
    'case c: the header',
  );
});
