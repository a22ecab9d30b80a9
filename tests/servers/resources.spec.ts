import { send } from './client.ts';
import { expect, test } from './world.ts';

test('a resource is served at its URL, whatever the query, and nowhere else', async ({ servers }) => {
  servers.serve('https://page.test:8443/a', {
    status: 404,
    headers: [],
    contentType: 'text/html',
    body: '<p>',
  });
  expect(await send(servers, 'https://page.test:8443/a?x=1')).toMatchObject({
    status: 404,
    headers: { 'content-type': 'text/html', 'cache-control': 'no-store' },
    body: '<p>',
  });
  for (const other of ['https://page.test/a', 'http://page.test:8443/a', 'https://page.test:8443/A']) {
    expect((await send(servers, other)).body).toBe('ok');
  }
});

test('what comes after a resource is served from the second request on', async ({ servers }) => {
  const of = (body: string) => ({ headers: [], contentType: 'text/html', body });
  servers.serve('https://page.test/', { ...of('first'), next: of('next') });
  const bodies = [];
  for (let index = 0; index < 3; index += 1) bodies.push((await send(servers, 'https://page.test/')).body);
  expect(bodies).toEqual(['first', 'next', 'next']);
});

test('a default port is the same as none', async ({ servers }) => {
  servers.serve('https://page.test:443/', { headers: [], contentType: 'text/html', body: 'page' });
  expect((await send(servers, 'https://page.test/')).body).toBe('page');
});

test('policies go out as the lines they are, byte for byte', async ({ servers }) => {
  const policies = ["connect-src 'self', \tx", "default-src 'none'", 'connect-src b\u00e4\u00ff.test'];
  servers.serve('https://page.test/', {
    headers: policies.map((policy) => ['Content-Security-Policy', policy] as const),
    contentType: 'text/html',
    body: '',
  });
  const { rawHeaders } = await send(servers, 'https://page.test/');
  expect(rawHeaders.filter((_, i) => rawHeaders[i - 1] === 'content-security-policy')).toEqual(policies);
});

test('a policy of 200 KB passes, over http and https', async ({ servers }) => {
  const policy = `connect-src ${'https://a.third.test '.repeat(10_000)}`;
  for (const url of ['http://page.test/', 'https://page.test/']) {
    servers.serve(url, {
      headers: [['Content-Security-Policy', policy]],
      contentType: 'text/html',
      body: '',
    });
    expect((await send(servers, url)).headers['content-security-policy']).toBe(policy.trim());
  }
});

test('caching is as declared where it is declared', async ({ servers }) => {
  servers.serve('http://page.test/', {
    headers: [['cache-control', 'max-age=9']],
    contentType: 'a/b',
    body: '',
  });
  expect((await send(servers, 'http://page.test/')).headers['cache-control']).toBe('max-age=9');
});

test('binary bodies and content types without charset stay as they are', async ({ servers }) => {
  const body = new Uint8Array([0, 0x61, 0x73, 0x6d]);
  servers.serve('http://page.test/m.wasm', { headers: [], contentType: 'application/wasm', body });
  servers.serve('http://page.test/m.json', { headers: [], contentType: 'application/json', body: '{"ä":1}' });
  expect((await send(servers, 'http://page.test/m.wasm')).body).toBe('\0asm');
  const json = await send(servers, 'http://page.test/m.json');
  expect([json.headers['content-type'], json.body]).toEqual(['application/json', '{"ä":1}']);
});

test('what cannot be served is refused where it is declared', async ({ servers }) => {
  const resource = { headers: [], contentType: 'text/html', body: '' };
  expect(() => servers.serve('/relative', resource)).toThrow('give an absolute http: or https: URL');
  expect(() => servers.serve('ws://page.test/', resource)).toThrow('give an absolute http: or https: URL');
  const headers = [['Content-Security-Policy', 'connect-src \u4f8b']] as const;
  expect(() => servers.serve('http://page.test/', { ...resource, headers })).toThrow(
    'http://page.test/: the header',
  );
});
