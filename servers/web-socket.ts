import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer } from 'ws';
import { admit } from './admit.ts';
import type { SiteContext } from './site-context.ts';
import { ledgerEntry, writeDown } from './visit.ts';

/**
 * Accepts WebSocket handshakes on every path, takes the first subprotocol offered, and echoes every message.
 * A case whose behaviour has a redirect or a status of 400 or more gets that as its answer instead.
 */
export function acceptWebSockets(app: FastifyInstance, context: SiteContext, scheme: 'ws' | 'wss'): void {
  const { declarations } = context;
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    // A page that goes away resets its connection.
    socket.on('error', () => socket.terminate());
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });

  app.server.on('upgrade', async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const arrival = admit(request, scheme, context);
    if (typeof arrival === 'number') return refuse(socket, arrival);
    const behaviour = declarations.behaviourOf(arrival.case);
    const hop = behaviour?.hops?.[arrival.hop];
    const status = hop?.status ?? behaviour?.status ?? 101;
    const refused = hop !== undefined || status >= 400;
    writeDown(ledgerEntry(arrival, { kind: 'handshake', status: refused ? status : 101 }), context);
    await context.jitter();
    if (context.faults.of({ case: arrival.case, authority: null }) === 'silent') return;
    if (refused) return refuse(socket, status, hop?.location);
    sockets.handleUpgrade(request, socket, head, (accepted) => sockets.emit('connection', accepted, request));
  });

  app.addHook('preClose', async () => {
    for (const socket of sockets.clients) socket.terminate();
  });
}

function refuse(socket: Duplex, status: number, location?: string): void {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Length: 0',
  ];
  if (location !== undefined) lines.push(`Location: ${location}`);
  socket.end(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
}
