import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { readArrival } from '../arrival.ts';
import type { Ledger } from '../ledger.ts';
import { HTTP_OPTIONS } from '../limits.ts';
import { LOOPBACK, listenOnFreePort } from '../listen.ts';
import type { Site } from '../site.ts';
import { ledgerEntry } from '../visit.ts';
import type { World } from '../world.ts';
import { openTunnel } from './connect.ts';
import { forwardRequest, forwardUpgrade } from './forward.ts';

/** The forward proxy a browser is started with: every host of the world leads to a site, any other to a refusal. */
export interface Proxy {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** `http://127.0.0.1:port` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the proxy.
 *
 * @param sites the page server and the third-party server; the host decides which one it is
 */
export async function startProxy(
  world: World,
  ledger: Ledger,
  sites: { page: Site; thirdParty: Site },
): Promise<Proxy> {
  const server = createServer(HTTP_OPTIONS);
  // Tunnels are no longer the HTTP server's, so it would not close them.
  const open = new Set<Duplex>();
  server.on('connection', (socket) => {
    open.add(socket);
    // Browsers reset connections at any moment, also while they are being refused.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  });
  server.on('clientError', (_error, socket) => socket.destroy());

  const siteOf = (hostname: string) => (world.isPage(hostname) ? sites.page : sites.thirdParty);
  /** The URL of a request in absolute form, or null after writing down that it is refused. */
  const admit = (request: IncomingMessage): URL | null => {
    const arrival = readArrival(request, 'http');
    if (!arrival) return null;
    const absolute = /^(http|ws):\/\//i.test(request.url ?? '');
    if (absolute && world.has(arrival.url.hostname)) return arrival.url;
    ledger.record({ ...ledgerEntry(arrival, { kind: 'request', status: 403 }), refused: true });
    return null;
  };

  server.on('request', (request, response) => {
    const url = admit(request);
    if (url) forwardRequest(request, response, url, siteOf(url.hostname).http);
    else response.writeHead(403).end('Not a host of this test world.\n');
  });
  server.on('upgrade', (request, socket, head) => {
    const url = admit(request);
    if (url) forwardUpgrade(request, socket, head, url, siteOf(url.hostname).http);
    else socket.end(FORBIDDEN);
  });
  server.on('connect', (request, socket, head) => {
    const authority = request.url ?? '';
    const arrival = readArrival(request, 'https', `https://${authority}/`);
    const known = arrival !== null && world.has(arrival.url.hostname);
    if (arrival) {
      const entry = {
        ...ledgerEntry(arrival, { kind: 'connect', status: known ? 200 : 403 }),
        url: authority,
      };
      ledger.record(known ? entry : { ...entry, refused: true });
    }
    if (known) openTunnel(socket, head, siteOf(arrival.url.hostname));
    else socket.end(FORBIDDEN);
  });

  const port = await listenOnFreePort(async (free) => {
    server.listen(free, LOOPBACK);
    await once(server, 'listening');
  });
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };
  return { host: LOOPBACK, port, url: `http://${LOOPBACK}:${port}`, close };
}

const FORBIDDEN = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';
