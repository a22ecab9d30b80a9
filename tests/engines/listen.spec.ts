import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, test } from '@playwright/test';
import type { BrowserChoice } from '../../harness/engines/browsers.ts';
import { browsersFromEnvironment, resolveBrowser } from '../../harness/engines/find.ts';
import { listenFromEnvironment, listeningFor } from '../../harness/engines/listen.ts';
import { proxyPortFromEnvironment, requireOneProxy } from '../../harness/engines/proxy-port.ts';

const at = (remoteUrl: string, how: 'remote' | 'connect' = 'remote'): BrowserChoice => ({
  name: 'chromium-far',
  engine: 'chromium',
  how,
  remoteUrl,
});

const own = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

const isUserError = expect.objectContaining({ name: 'UserError' });

test('unless asked for, there is no address to listen on', () => {
  expect(listenFromEnvironment({})).toBeNull();
  expect(listenFromEnvironment({ CONNECT_SRC_LISTEN: ' ' })).toBeNull();
});

test('an address of this machine is taken, and every one only where it is written out', () => {
  for (const address of ['127.0.0.1', '0.0.0.0', '::', ...(own ? [own] : [])])
    expect(listenFromEnvironment({ CONNECT_SRC_LISTEN: address })).toBe(address);
});

for (const address of [
  '192.0.2.77',
  '0',
  '*',
  '::0',
  '0.0.0',
  'localhost',
  'all',
  '10.0.0.1:8080',
  '2001:db8::1',
])
  test(`${address} is no address to listen on`, () => {
    const read = () => listenFromEnvironment({ CONNECT_SRC_LISTEN: address });
    expect(read).toThrow(isUserError);
    expect(read).toThrow(`"${address}" is no IP address of this machine`);
    expect(read).toThrow('Give one of 127.0.0.1');
  });

for (const [url, how] of [
  ['http://192.0.2.9:4444', 'remote'],
  ['http://grid.example:4444', 'remote'],
  ['https://user:secret@grid.example/wd/hub', 'remote'],
  ['ws://192.0.2.9:3000/secret', 'connect'],
  ['http://[2001:db8::9]:4444', 'remote'],
] as const)
  test(`${url} is refused where nothing listens for it, with the way out`, async () => {
    const listening = listeningFor(at(url, how), {});
    await expect(listening).rejects.toThrow(isUserError);
    await expect(listening).rejects.toThrow('is no address of this machine');
    await expect(listening).rejects.toThrow(/--listen \d/);
    // What a URL may hold of secrets is not told.
    await expect(listening).rejects.not.toThrow('secret');
  });

test('it is refused when it is looked up as well', () => {
  const env = { CONNECT_SRC_BROWSERS: 'chromium=http://192.0.2.9:4444' };
  expect(() => resolveBrowser('chromium', env)).toThrow('is no address of this machine');
  expect(resolveBrowser('chromium', { ...env, CONNECT_SRC_LISTEN: '127.0.0.1' })).toMatchObject({
    how: 'remote',
  });
});

test('a server of this machine needs no other address, and a local browser has none', async () => {
  for (const url of [
    'http://localhost:4444',
    'http://127.0.0.1:4444',
    'http://[::1]:4444',
    `http://${own ?? 'localhost'}:1`,
  ])
    expect(await listeningFor(at(url), {})).toBeNull();
  const local = { name: 'chromium', engine: 'chromium', how: 'system', executablePath: '/chromium' } as const;
  expect(await listeningFor(local, { CONNECT_SRC_LISTEN: '127.0.0.1' })).toBeNull();
});

test('where every address listens, the browser is led to the one by which its server is reached', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await listeningFor(at(url), { CONNECT_SRC_LISTEN: '0.0.0.0' })).toEqual({
    host: '0.0.0.0',
    reachedAt: '127.0.0.1',
    from: url,
  });
  server.close();
  await once(server, 'close');
  await expect(listeningFor(at(url), { CONNECT_SRC_LISTEN: '0.0.0.0' })).rejects.toThrow('is not reached');
});

test('a Playwright server is named by its URL, alone or in a setting', () => {
  const parse = (CONNECT_SRC_BROWSERS: string) => browsersFromEnvironment({ CONNECT_SRC_BROWSERS });
  const choice = { name: 'firefox', engine: 'firefox', how: 'connect', remoteUrl: 'ws://grid:3000/' };
  expect(parse('firefox=ws://grid:3000/').get('firefox')).toEqual(choice);
  expect(parse('{"firefox": {"connect": "ws://grid:3000/"}}').get('firefox')).toEqual(choice);
  for (const [text, message] of [
    ['{"firefox": {"connect": "http://grid"}}', 'only ws(s) URLs'],
    ['{"firefox": {"connect": "ws://grid", "url": "http://grid"}}', 'firefox has both url and connect'],
    ['{"firefox": {"connect": "ws://grid/?launch-options=x"}}', 'launch-options that are no JSON object'],
    ['{"firefox": {"connect": "ws://"}}', 'which is no URL'],
  ] as const)
    expect(() => parse(text)).toThrow(message);
});

test('a port of the proxy is one that can be taken, for one proxy', () => {
  expect(proxyPortFromEnvironment({})).toBeNull();
  expect(proxyPortFromEnvironment({ CONNECT_SRC_PROXY_PORT: '3128' })).toBe(3128);
  for (const port of ['0', '80', '65536', '31 28', '1e4', '-3128', 'any'])
    expect(() => proxyPortFromEnvironment({ CONNECT_SRC_PROXY_PORT: port })).toThrow(
      'is no port that can be taken',
    );
  requireOneProxy(2, 'Do so', {});
  requireOneProxy(1, 'Do so', { CONNECT_SRC_PROXY_PORT: '3128' });
  expect(() => requireOneProxy(2, 'Do so', { CONNECT_SRC_PROXY_PORT: '3128' })).toThrow(isUserError);
});
