import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import { startServers } from '../../servers/index.ts';
import { open, openWebSocket, tunnel } from './client.ts';

// Leaves one of everything open, closes the servers, and does nothing more: the process has to end by itself.
const servers = await startServers({ hosts: ['page.test', 'api.test'] });
servers.behave('stream', { stream: true });
const clients = [
  await openWebSocket(servers, 'wss://api.test/'),
  await openWebSocket(servers, 'ws://page.test/'),
  await open(servers, 'https://api.test/?case=stream'),
  await open(servers, 'http://api.test/?case=stream'),
  await tunnel(servers, 'api.test:443'),
  connect(servers.proxy.port, '127.0.0.1'),
];
for (const client of clients) client.on('error', () => {});
const sink = servers.udpSink();
createSocket('udp4').unref().send('x', sink.port, '127.0.0.1');
const waiting = servers.ledger.waitFor(() => false, { timeoutMs: 3_600_000 });
await Promise.all([servers.close(), servers.close()]);
console.log(String(await waiting));
