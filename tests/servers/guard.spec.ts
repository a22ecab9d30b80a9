import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from '@playwright/test';
import { greeting, type Servers, startServers } from '../../servers/index.ts';
import { send, tunnel } from './client.ts';

const credentials = { username: 'browser', password: 'a secret' };
const shown = { 'proxy-authorization': `Basic ${Buffer.from('browser:a secret').toString('base64')}` };

/** Runs a test with servers that ask for credentials. */
async function withServers(work: (servers: Servers) => Promise<void>): Promise<void> {
  const servers = await startServers({ hosts: ['api.test', 'localhost', '[::1]'], credentials });
  try {
    await work(servers);
  } finally {
    await servers.close();
  }
}

const text = (word: string): number[] => [word.length, ...Buffer.from(word)];

/** Opens a tunnel over SOCKS 5; byte by byte, as a network may deliver it. */
async function overSocks(servers: Servers, address: number[], port: number): Promise<[Socket, number]> {
  const socket = connect(servers.proxy.port, servers.proxy.host).setNoDelay();
  await once(socket, 'connect');
  const steps = [
    [5, 1, 2],
    [1, ...text('browser'), ...text('a secret')],
    [5, 1, 0, ...address, port >> 8, port & 255],
  ];
  let last: Buffer = Buffer.alloc(0);
  for (const step of steps) {
    for (const byte of step) socket.write(Buffer.from([byte]));
    [last] = (await once(socket, 'data')) as [Buffer];
  }
  return [socket, last[1] ?? -1];
}

/** What a server answers to a plain request in a tunnel. */
async function through(socket: Socket, host: string, query = ''): Promise<string> {
  socket.write(`GET /${query} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  return answer;
}

for (const [name, address, host] of [
  ['a name', [3, ...text('api.test')], 'api.test'],
  ['an address of IPv6', [4, ...Array(15).fill(0), 1], '[::1]'],
] as const)
  test(`over SOCKS, a tunnel leads to ${name}`, () =>
    withServers(async (servers) => {
      const [socket, code] = await overSocks(servers, [...address], 80);
      expect(code).toBe(0);
      expect(await through(socket, host, '?case=c')).toMatch(/^HTTP\/1\.1 200 /);
      expect(servers.ledger.of('c')).toMatchObject([{ url: `http://${host}/?case=c`, status: 200 }]);
      expect(servers.ledger.entries()[0]).toMatchObject({ kind: 'connect', url: `${host}:80`, status: 200 });
    }));

test('over SOCKS, no tunnel leads out of the world, and that is written down', () =>
  withServers(async (servers) => {
    const [, code] = await overSocks(servers, [3, ...text('elsewhere.test')], 443);
    expect(code).toBe(2);
    expect(servers.ledger.entries()).toMatchObject([
      { url: 'elsewhere.test:443', status: 403, refused: true },
    ]);
  }));

test('who shows the credentials is greeted, over HTTP and over SOCKS', () =>
  withServers(async (servers) => {
    expect((await send(servers, greeting.url, { headers: shown })).body).toBe(greeting.text);
    const [socket] = await overSocks(servers, [3, ...text(new URL(greeting.url).hostname)], 80);
    expect((await through(socket, new URL(greeting.url).host)).split('\r\n\r\n')[1]).toBe(greeting.text);
    expect(servers.ledger.entries()).toEqual([]);
  }));

test('a browser that shows its credentials no more is a failure of ours, at what it asked for', () =>
  withServers(async (servers) => {
    await send(servers, greeting.url, { headers: shown });
    await send(servers, greeting.url);
    expect(servers.ledger.failures()).toEqual([]);
    await send(servers, 'http://api.test/?case=c');
    await expect(tunnel(servers, 'api.test:443')).rejects.toThrow('407');
    expect(servers.ledger.failures()).toMatchObject([
      { case: 'c', authority: 'api.test', reason: 'the proxy refused a request for want of credentials' },
      { case: null, authority: 'api.test' },
    ]);
  }));

test('what a stranger sends is no failure of ours, and what a browser sends is one', () =>
  withServers(async (servers) => {
    const garbage = async () => {
      const socket = connect(servers.proxy.port, servers.proxy.host);
      socket.on('error', () => {});
      socket.write('no request\r\n\r\n');
      await once(socket, 'close');
    };
    await garbage();
    expect(servers.ledger.failures()).toEqual([]);
    await send(servers, greeting.url, { headers: shown });
    await garbage();
    expect(servers.ledger.failures()).toHaveLength(1);
  }));

test('strangers keep no more connections open than a few, and take none from a browser', () =>
  withServers(async (servers) => {
    const { port, host } = servers.proxy;
    const open = async () => {
      const socket = connect(port, host);
      await once(socket, 'connect');
      return socket;
    };
    const strangers = await Promise.all(Array.from({ length: 32 }, open));
    const late = await open();
    await once(late, 'close');
    strangers[0]?.destroy();
    await once(strangers[0] as Socket, 'close');
    // The one that was given up may be counted for a moment.
    await expect
      .poll(() =>
        send(servers, greeting.url, { headers: shown }).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
    const more = await Promise.all(Array.from({ length: 40 }, open));
    expect((await send(servers, 'http://api.test/?case=c', { headers: shown })).status).toBe(200);
    for (const socket of [...strangers, ...more]) socket.destroy();
  }));

test('no proxy listens elsewhere than on 127.0.0.1 without asking for credentials', async () => {
  await expect(startServers({ hosts: ['api.test'], listen: { host: '127.0.0.2' } })).rejects.toThrow(
    'needs credentials',
  );
});

test('the proxy listens on the port that is asked for, or says that it cannot', async () => {
  const first = await startServers({ hosts: ['api.test'] });
  const { port } = first.proxy;
  await expect(startServers({ hosts: ['api.test'], listen: { port } })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await first.close();
  const second = await startServers({ hosts: ['api.test'], listen: { port } });
  expect(second.proxy.port).toBe(port);
  await second.close();
});
