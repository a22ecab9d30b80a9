import { arrivesAt } from '../../servers/arrives-at.ts';
import { openWebSocket, send } from './client.ts';
import { expect, test } from './world.ts';

const table: Array<[came: string, planned: string, counts: boolean]> = [
  ['https://api.test/p?case=c', 'https://api.test/p', true],
  ['https://api.test/p', 'https://api.test/p?q=1', true],
  ['https://api.test/P', 'https://api.test/p', false],
  ['https://page.test/p', 'https://api.test/p', false],
  ['https://api.test:8443/p', 'https://api.test/p', false],
  ['https://api.test/p', 'http://api.test/p', true],
  ['https://api.test:8080/p', 'http://api.test:8080/p', true],
  ['https://api.test/p', 'http://api.test:8080/p', false],
  ['http://api.test/p', 'https://api.test/p', false],
  ['wss://api.test/p', 'ws://api.test/p', true],
  ['ws://api.test/p', 'http://api.test/p', true],
  ['ws://api.test/p', 'wss://api.test/p', false],
  ['https://api.test/p', 'blob:', false],
];
for (const [url, planned, counts] of table)
  test(`${url} ${counts ? 'is' : 'is not'} where ${planned} was to arrive`, () => {
    expect(arrivesAt({ url, hop: 0 }, [[planned]])).toBe(counts);
  });

test('each hop has its own URLs, and there is none after the last', () => {
  const planned = [['https://a.test/', 'https://b.test/'], ['https://c.test/']];
  const at = (url: string, hop: number) => arrivesAt({ url, hop }, planned);
  expect([at('https://b.test/', 0), at('https://c.test/', 1)]).toEqual([true, true]);
  expect([at('https://c.test/', 0), at('https://a.test/', 1), at('https://c.test/', 2)]).toEqual([
    false,
    false,
    false,
  ]);
});

test('what carries a case to another URL than planned is a stray, and answered all the same', async ({
  servers,
}) => {
  servers.behave('c', { at: [['https://api.test/p']], status: 418 });
  expect((await send(servers, 'https://page.test/p?case=c')).status).toBe(418);
  (await openWebSocketTo(servers, 'wss://api.test/elsewhere?case=d')).terminate();
  expect(servers.ledger.of('c')).toEqual([]);
  expect(servers.ledger.strays()).toMatchObject([
    { url: 'https://page.test/p?case=c' },
    { kind: 'handshake', url: 'wss://api.test/elsewhere?case=d' },
  ]);
  await send(servers, 'https://api.test/p?case=c');
  expect(servers.ledger.of('c')).toMatchObject([{ url: 'https://api.test/p?case=c' }]);
});

async function openWebSocketTo(servers: Parameters<typeof openWebSocket>[0], url: string) {
  servers.behave('d', { at: [['wss://api.test/chat']] });
  return openWebSocket(servers, url);
}
