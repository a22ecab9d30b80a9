import { once } from 'node:events';
import { connect } from 'node:net';
import { startServers } from '../../servers/index.ts';
import { open, openWebSocket, send, tunnel } from './client.ts';
import { expect, test } from './world.ts';

for (const url of [
  'http://page.test/',
  'https://page.test/',
  'http://api.test:81/a',
  'https://api.test:8443/a?q=1',
  'https://example.com/',
  'https://a.third.test/',
  'https://xn--bcher-kva.test/',
  'http://localhost:3000/',
  'https://127.0.0.1:444/',
  'https://[::1]/',
]) {
  test(`${url} arrives as what it is`, async ({ servers }) => {
    expect(await send(servers, url)).toMatchObject({ status: 200, body: 'ok' });
    const requests = servers.ledger.entries().filter(({ kind }) => kind === 'request');
    expect(requests.map((entry) => entry.url)).toEqual([url]);
  });
}

test('a tunnel to any port carries TLS or plain text', async ({ servers }) => {
  const socket = await tunnel(servers, 'api.test:443');
  socket.write('GET /plain HTTP/1.1\r\nHost: api.test:443\r\nConnection: close\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
  expect(servers.ledger.entries().map(({ kind, url, status }) => [kind, url, status])).toEqual([
    ['connect', 'api.test:443', 200],
    ['request', 'http://api.test:443/plain', 200],
  ]);
});

test('bytes sent together with CONNECT are not lost', async ({ servers }) => {
  const socket = connect(servers.proxy.port, servers.proxy.host);
  socket.write('CONNECT api.test:80 HTTP/1.1\r\nHost: api.test:80\r\n\r\n');
  socket.write('GET /early HTTP/1.1\r\nHost: api.test\r\nConnection: close\r\n\r\n');
  expect(await text(socket)).toContain('HTTP/1.1 200 OK');
  expect(servers.ledger.entries().map(({ url }) => url)).toContain('http://api.test/early');
});

test('pipelined requests are answered each', async ({ servers }) => {
  const socket = await tunnel(servers, 'api.test:80');
  const request = (path: string, connection: string) =>
    `GET ${path} HTTP/1.1\r\nHost: api.test\r\nConnection: ${connection}\r\n\r\n`;
  socket.write(request('/1', 'keep-alive') + request('/2', 'close'));
  expect((await text(socket)).match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
});

test('the target decides about the host, not the Host header', async ({ servers }) => {
  await send(servers, 'http://api.test/x', { headers: { host: 'example.com' } });
  expect(servers.ledger.entries().map(({ url }) => url)).toEqual(['http://api.test/x']);
});

test('hosts outside the world are refused and written down', async ({ servers }) => {
  expect((await send(servers, 'http://elsewhere.test/?case=c')).status).toBe(403);
  await expect(tunnel(servers, 'elsewhere.test:443')).rejects.toThrow('403');
  await expect(tunnel(servers, 'third.test:443')).rejects.toThrow('403');
  expect(
    servers.ledger.entries().map(({ kind, url, status, refused }) => ({ kind, url, status, refused })),
  ).toEqual([
    { kind: 'request', url: 'http://elsewhere.test/?case=c', status: 403, refused: true },
    { kind: 'connect', url: 'elsewhere.test:443', status: 403, refused: true },
    { kind: 'connect', url: 'third.test:443', status: 403, refused: true },
  ]);
});

test('a WebSocket handshake to a host outside is refused', async ({ servers }) => {
  const socket = connect(servers.proxy.port, servers.proxy.host);
  socket.write(
    'GET ws://elsewhere.test/ HTTP/1.1\r\nHost: elsewhere.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  );
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 /);
});

test('a request to the proxy itself is refused', async ({ servers }) => {
  const socket = connect(servers.proxy.port, servers.proxy.host);
  socket.write('GET / HTTP/1.1\r\nHost: page.test\r\nConnection: close\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 /);
});

test('nothing listens but the proxy, on 127.0.0.1 only', async ({ servers }) => {
  const listening = () => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
  const before = listening();
  const more = await startServers({ hosts: ['page.test'] });
  expect(listening() - before).toBe(1);
  await more.close();
  const { port } = servers.proxy;
  const inside = connect(port, '127.0.0.1');
  await once(inside, 'connect');
  inside.destroy();
  // All of 127.0.0.0/8 is this machine: a server on every address would answer here too.
  for (const other of ['127.0.0.2', '::1'])
    await expect(once(connect(port, other), 'connect')).rejects.toThrow();
});

test('a server that is down is an error of the connection, and the other one goes on', async () => {
  const servers = await startServers({ hosts: ['page.test', 'api.test'] });
  await servers.thirdParty.close();
  expect((await send(servers, 'http://api.test/')).status).toBe(502);
  await expect(send(servers, 'https://api.test/')).rejects.toThrow();
  await expect(openWebSocket(servers, 'ws://api.test/')).rejects.toThrow();
  expect((await send(servers, 'https://page.test/')).status).toBe(200);
  await servers.close();
});

test('a client that resets its connection at once harms nothing', async ({ servers }) => {
  for (const authority of ['elsewhere.test:443', 'api.test:443', 'api.test:80']) {
    const socket = connect(servers.proxy.port, servers.proxy.host);
    socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\nGET /`);
    await servers.ledger.waitFor(({ url }) => url === authority, { timeoutMs: 30_000 });
    socket.resetAndDestroy();
  }
  expect((await send(servers, 'http://api.test/')).status).toBe(200);
});

test('a client that goes away in the middle of an answer harms nothing', async ({ servers }) => {
  servers.behave('s', { stream: true });
  const response = await open(servers, 'http://api.test/?case=s');
  response.destroy();
  expect((await send(servers, 'http://api.test/')).status).toBe(200);
});

async function text(socket: AsyncIterable<Buffer>): Promise<string> {
  let all = '';
  for await (const chunk of socket) all += chunk;
  return all;
}
