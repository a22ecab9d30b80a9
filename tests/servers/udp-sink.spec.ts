import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { initialConnectionId } from '../../servers/udp-sink.ts';
import { expect, test } from './world.ts';

/** The head of a long-header packet with the connection id `id`. */
function packet(first: number, version: number, id: number[]): Buffer {
  const bytes = Buffer.from([first, 0, 0, 0, 0, id.length, ...id, 0, 0]);
  bytes.writeUInt32BE(version, 1);
  return bytes;
}

test('only an Initial packet tells of a connection', () => {
  expect(initialConnectionId(packet(0xc3, 1, [0xab, 1]))).toBe('ab01');
  expect(initialConnectionId(packet(0xd3, 0x6b3343cf, [0xab]))).toBe('ab');
  expect(initialConnectionId(packet(0xd3, 1, [0xab]))).toBeNull(); // 0-RTT
  expect(initialConnectionId(packet(0xe3, 1, [0xab]))).toBeNull(); // Handshake
  expect(initialConnectionId(packet(0xc3, 0, [0xab]))).toBeNull(); // Version Negotiation
  expect(initialConnectionId(packet(0x43, 1, [0xab]))).toBeNull(); // short header
  expect(initialConnectionId(Buffer.from([0xc3, 0, 0, 0, 1, 20]))).toBeNull(); // cut off
  expect(initialConnectionId(Buffer.alloc(0))).toBeNull();
});

test('a connection is written down once, however often its first packet comes', async ({ servers }) => {
  const sink = servers.udpSink('c');
  const client = createSocket('udp4');
  const sendPacket = (bytes: Buffer) =>
    new Promise((done) => client.send(bytes, sink.port, '127.0.0.1', done));
  await sendPacket(Buffer.from('noise'));
  for (const id of [1, 1, 2]) await sendPacket(packet(0xc0, 1, [id]));
  const seen = () => servers.ledger.of('c');
  await servers.ledger.waitFor(() => seen().length === 2, { timeoutMs: 30_000 });
  expect(seen().map(({ kind, url }) => [kind, url])).toEqual(
    Array(2).fill(['quic', `https://127.0.0.1:${sink.port}/`]),
  );
  client.close();
  sink.close();
});

test('the sink is on 127.0.0.1 only', async ({ servers }) => {
  const sink = servers.udpSink();
  const neighbour = createSocket('udp4');
  neighbour.bind(sink.port, '127.0.0.2');
  await once(neighbour, 'listening');
  neighbour.close();
  sink.close();
});

test("a packet that comes again after its case's end is not the next case's", async ({ servers }) => {
  const client = createSocket('udp4');
  const first = servers.udpSink('first');
  const send = (id: number) =>
    new Promise((done) => client.send(packet(0xc0, 1, [id]), first.port, '127.0.0.1', done));
  await send(1);
  await servers.ledger.waitFor(({ case: id }) => id === 'first', { timeoutMs: 30_000 });
  servers.reset();
  // All the others are idle for longer, so this port comes last.
  const next = servers.udpPorts.map(() => servers.udpSink('next'));
  expect(next.at(-1)?.port).toBe(first.port);
  expect(() => servers.udpSink('one too many')).toThrow(`all ${next.length} UDP ports of the run are taken`);
  await send(1);
  await send(2);
  await servers.ledger.waitFor(({ case: id }) => id === 'next', { timeoutMs: 30_000 });
  expect(servers.ledger.of('next')).toHaveLength(1);
  client.close();
});
