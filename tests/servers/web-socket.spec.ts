import { once } from 'node:events';
import { connect } from 'node:net';
import { openWebSocket } from './client.ts';
import { expect, test } from './world.ts';

for (const url of [
  'ws://api.test/chat',
  'wss://api.test/chat',
  'ws://api.test:443/',
  'wss://a.third.test:81/',
]) {
  test(`${url} opens, echoes, and takes the first subprotocol`, async ({ servers }) => {
    const socket = await openWebSocket(servers, `${url}?case=c`, ['a', 'b']);
    expect(socket.protocol).toBe('a');
    socket.send('hello');
    expect(String((await once(socket, 'message'))[0])).toBe('hello');
    socket.close(4000, 'done');
    expect((await once(socket, 'close'))[0]).toBe(4000);
    expect(servers.ledger.of('c')).toMatchObject([{ kind: 'handshake', status: 101, url: `${url}?case=c` }]);
  });
}

test('a handshake in absolute form opens too, as WebKitGTK sends it', async ({ servers }) => {
  const socket = connect(servers.proxy.port, servers.proxy.host);
  socket.write(
    'GET ws://api.test/?case=c HTTP/1.1\r\nHost: api.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  const [head] = await once(socket, 'data');
  expect(String(head)).toMatch(/^HTTP\/1\.1 101 /);
  // A masked text frame with the key 0000, so that the payload can be read.
  socket.write(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x68, 0x69]));
  const [echo] = await once(socket, 'data');
  expect(echo).toEqual(Buffer.from([0x81, 0x02, 0x68, 0x69]));
  socket.destroy();
  expect(servers.ledger.of('c')).toMatchObject([{ kind: 'handshake', url: 'ws://api.test/?case=c' }]);
});

test('a status of 400 or more refuses the handshake', async ({ servers }) => {
  servers.behave('c', { status: 403 });
  await expect(openWebSocket(servers, 'wss://api.test/?case=c')).rejects.toThrow('403');
  expect(servers.ledger.of('c')).toMatchObject([{ kind: 'handshake', status: 403 }]);
});

test('a redirect refuses the handshake', async ({ servers }) => {
  servers.behave('c', { hops: [{ status: 302, location: 'wss://b.third.test/' }] });
  await expect(openWebSocket(servers, 'wss://api.test/?case=c')).rejects.toThrow('302');
  expect(servers.ledger.of('c')).toMatchObject([{ kind: 'handshake', status: 302 }]);
});
