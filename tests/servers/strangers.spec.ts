import { connect } from 'node:net';
import { startServers } from '../../servers/index.ts';
import { send, tunnel } from './client.ts';
import { expect, test } from './world.ts';

// What any process of this machine can try at the one port that anything listens on.

test('a host outside the world is not answered, also inside a tunnel to one that is', async ({ servers }) => {
  const socket = await tunnel(servers, 'api.test:80');
  socket.write('GET /?case=c HTTP/1.1\r\nHost: elsewhere.test\r\nConnection: close\r\n\r\n');
  let text = '';
  for await (const chunk of socket) text += chunk;
  expect(text).toMatch(/^HTTP\/1\.1 421 /);
  expect(servers.ledger.of('c')).toEqual([]);
  expect(servers.ledger.strays()).toMatchObject([{ case: 'c', status: 421, refused: true }]);
});

test('with credentials, the proxy takes nobody who does not show them', async () => {
  const servers = await startServers({
    hosts: ['api.test'],
    credentials: { username: 'browser', password: 'a secret' },
  });
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
  const withThem = { 'proxy-authorization': basic('browser:a secret') };
  for (const headers of [{}, { 'proxy-authorization': basic('browser:another') }]) {
    const refused = await send(servers, 'http://api.test/?case=c', { headers });
    expect([refused.status, refused.headers['proxy-authenticate']]).toEqual([
      407,
      'Basic realm="connect-src conformance"',
    ]);
  }
  await expect(tunnel(servers, 'api.test:443')).rejects.toThrow('407');
  const upgrade = connect(servers.proxy.port, '127.0.0.1');
  upgrade.write(
    'GET ws://api.test/?case=c HTTP/1.1\r\nHost: api.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  );
  let text = '';
  for await (const chunk of upgrade) text += chunk;
  expect(text).toMatch(/^HTTP\/1\.1 407 /);
  // Asked there, a browser would ask its user.
  const elsewhere = await send(servers, 'http://elsewhere.test/', {});
  expect([elsewhere.status, elsewhere.headers['proxy-authenticate']]).toEqual([403, undefined]);
  await expect(tunnel(servers, 'elsewhere.test:443')).rejects.toThrow('403');
  expect(servers.ledger.entries()).toEqual([]);
  expect((await send(servers, 'http://api.test/?case=c', { headers: withThem })).status).toBe(200);
  expect(servers.ledger.of('c')[0]?.headers).not.toHaveProperty('proxy-authorization');
  (await tunnel(servers, 'api.test:443', withThem)).destroy();
  await servers.close();
});
