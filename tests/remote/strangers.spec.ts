import { fileURLToPath } from 'node:url';
import { type Servers, startServers } from '../../servers/index.ts';
import { expect, test } from './fixture.ts';
import type { Machine } from './machine.ts';

const credentials = { username: 'connect-src', password: 'what nobody guesses' };
const script = fileURLToPath(new URL('stranger.mjs', import.meta.url));

/** What each way into the proxy answers to somebody on another machine. */
async function tried(machine: Machine, { proxy }: Servers, ...shown: string[]): Promise<unknown> {
  const args = [script, machine.ours, String(proxy.port), ...shown];
  return JSON.parse(await machine.run(process.execPath, args));
}

test('a stranger on the network gets nothing from the proxy, and leaves no trace', async ({ machine }) => {
  const servers = await startServers({
    hosts: ['api.test'],
    credentials,
    listen: { host: machine.ours },
  });
  try {
    const refused = {
      request: 407,
      greeting: 407,
      tunnel: 407,
      handshake: 407,
      'SOCKS without a name': [5, 255],
    };
    expect(await tried(machine, servers)).toEqual({ ...refused, 'SOCKS with one': [5, 2, 1, 1] });
    expect(await tried(machine, servers, credentials.username, 'a guess')).toEqual({
      ...refused,
      'SOCKS with one': [5, 2, 1, 1],
    });
    expect(servers.ledger.entries()).toEqual([]);
    expect(servers.ledger.failures()).toEqual([]);
    // The same client, with the credentials.
    expect(await tried(machine, servers, credentials.username, credentials.password)).toEqual({
      request: 200,
      greeting: 200,
      tunnel: 200,
      handshake: 101,
      'SOCKS without a name': [5, 255],
      'SOCKS with one': [5, 2, 1, 0],
    });
    expect(servers.ledger.of('c').length).toBe(2);
  } finally {
    await servers.close();
  }
});

test('unless an address is named, nothing is reached from the network', async ({ machine }) => {
  const servers = await startServers({ hosts: ['api.test'], credentials });
  try {
    expect(new Set(Object.values((await tried(machine, servers)) as object))).toEqual(
      new Set(['ECONNREFUSED']),
    );
  } finally {
    await servers.close();
  }
});

test('on one address of a machine, no other is open', async ({ machine }) => {
  const servers = await startServers({ hosts: ['api.test'], credentials, listen: { host: machine.ours } });
  try {
    await expect(fetch(`http://127.0.0.1:${servers.proxy.port}/`)).rejects.toThrow('fetch failed');
  } finally {
    await servers.close();
  }
});
