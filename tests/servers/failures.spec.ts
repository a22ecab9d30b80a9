import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Servers } from '../../servers/index.ts';
import { startServers } from '../../servers/index.ts';
import { watchDescriptors } from '../../servers/proxy/descriptors.ts';
import { open, openWebSocket, send, tunnel } from './client.ts';
import { expect, test } from './world.ts';

// What a browser sent and we did not carry must not look like what a browser did not send.

const failures = ({ ledger }: Servers) =>
  ledger.failures().map(({ case: caseId, authority, reason }) => [caseId, authority, reason]);

test('what a server that is down cannot take is written down, with the case where the request names it', async () => {
  const servers = await startServers({ hosts: ['page.test', 'api.test'] });
  await servers.thirdParty.close();
  const before = Date.now() - 1;
  expect((await send(servers, 'http://api.test/?case=c')).status).toBe(502);
  await expect(send(servers, 'https://api.test:8443/?case=c')).rejects.toThrow();
  await expect(openWebSocket(servers, 'ws://api.test/')).rejects.toThrow();
  const reason = 'the server of this host is down';
  expect(failures(servers)).toEqual([
    ['c', 'api.test:80', reason],
    [null, 'api.test:8443', reason],
    [null, 'api.test:80', reason],
  ]);
  for (const { time } of servers.ledger.failures()) expect(time).toBeGreaterThan(before);
  servers.reset();
  expect(failures(servers)).toEqual([]);
  await servers.close();
});

test('a host whose connections are to be refused fails, and the others go on', async ({ servers }) => {
  servers.misbehave('api.test', 'refused');
  await expect(send(servers, 'https://api.test/')).rejects.toThrow();
  expect((await send(servers, 'https://page.test/')).status).toBe(200);
  servers.misbehave('api.test', null);
  expect((await send(servers, 'https://api.test/')).status).toBe(200);
  expect(failures(servers)).toEqual([[null, 'api.test:443', 'the server of this host is down']]);
});

test('a handshake that is not answered by TLS fails, and is written down', async ({ servers }) => {
  servers.misbehave('api.test', 'no TLS');
  await expect(send(servers, 'https://api.test/')).rejects.toThrow();
  servers.misbehave('api.test', null);
  const [first] = failures(servers);
  expect(first).toEqual([null, 'api.test:443', expect.stringContaining('could not read what it was sent')]);
});

test('a TLS handshake that fails at the site is written down', async ({ servers }) => {
  const socket = await tunnel(servers, 'api.test:443');
  // A record of type handshake, and no ClientHello in it.
  socket.write(Buffer.from('160301000400000000', 'hex'));
  socket.resume();
  await once(socket, 'close');
  expect(failures(servers)).toEqual([
    [null, 'api.test:443', expect.stringMatching(/^the server could not read what it was sent \(ERR_SSL_/)],
  ]);
});

test('a request that is longer than what our servers take is written down', async ({ servers }) => {
  const socket = await tunnel(servers, 'api.test:80');
  // What was not read by then makes the end a reset, which `once` would reject with.
  const closed = new Promise((resolve) => socket.on('error', () => {}).on('close', resolve));
  socket.write(`GET /${'x'.repeat(2 * 1024 * 1024)} HTTP/1.1\r\nHost: api.test\r\n\r\n`);
  socket.resume();
  await closed;
  expect(failures(servers)).toContainEqual([
    null,
    'api.test:80',
    expect.stringContaining('HPE_HEADER_OVERFLOW'),
  ]);
});

test('a browser that closes or resets its own connection is no failure', async ({ servers }) => {
  servers.behave('s', { stream: true });
  for (const leave of ['destroy', 'resetAndDestroy'] as const) {
    const idle = await tunnel(servers, 'api.test:443');
    idle[leave]();
    const handshake = await tunnel(servers, 'api.test:443');
    handshake.write(Buffer.from('1603010200010001fc0303', 'hex'));
    handshake[leave]();
    const upload = await tunnel(servers, 'api.test:80');
    upload.write('POST /?case=u HTTP/1.1\r\nHost: api.test\r\nContent-Length: 99\r\n\r\n');
    await servers.ledger.waitFor(() => true, { timeoutMs: 30_000, case: 'u' });
    upload[leave]();
  }
  for (const url of ['http://api.test/?case=s', 'https://api.test/?case=s'])
    (await open(servers, url)).destroy();
  (await openWebSocket(servers, 'wss://api.test/')).terminate();
  // Everything that was left behind has been noticed by the time these are answered.
  await send(servers, 'http://api.test/');
  await send(servers, 'https://api.test/');
  expect(failures(servers)).toEqual([]);
});

test('what a browser still sends after the server has closed is no failure', async ({ servers }) => {
  const { host, port } = servers.proxy;
  const socket = connect({ host, port, allowHalfOpen: true });
  socket.on('error', () => {});
  socket.write('CONNECT api.test:80 HTTP/1.1\r\nHost: api.test:80\r\n\r\n');
  socket.write('GET / HTTP/1.1\r\nHost: api.test\r\nConnection: close\r\n\r\n');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.resume();
  await new Promise((resolve) => socket.once('end', resolve));
  // The first writes are what the closed end answers with a reset, a later one is what fails by it.
  const writing = setInterval(() => socket.write('late'), 5);
  await closed;
  clearInterval(writing);
  expect(failures(servers)).toEqual([]);
});

test('what the proxy itself cannot read may be anybody’s', async ({ servers }) => {
  const socket = connect(servers.proxy.port, servers.proxy.host);
  socket.on('error', () => {});
  socket.write('\x00\x01 nonsense\r\n\r\n');
  socket.resume();
  await once(socket, 'close');
  expect(failures(servers)).toEqual([
    [null, null, expect.stringContaining('the proxy could not read a request')],
  ]);
});

test('a connection that takes one of the last file descriptors is told of', async () => {
  const server = createServer();
  const told: string[] = [];
  watchDescriptors(server, (reason) => told.push(reason), 17);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as { port: number }).port, '127.0.0.1');
  await once(server, 'connection');
  client.destroy();
  server.close();
  expect(told).toEqual(['the servers ran short of file descriptors (the limit is 17)']);
});
