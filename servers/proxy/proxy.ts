import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { readArrival } from '../arrival.ts';
import { inWords, saysGone, unknownDestination } from '../failure.ts';
import type { Jitter } from '../jitter.ts';
import type { Ledger } from '../ledger.ts';
import { HTTP_OPTIONS } from '../limits.ts';
import { LOOPBACK, listenOnFreePort } from '../listen.ts';
import type { Site } from '../site.ts';
import { ledgerEntry } from '../visit.ts';
import type { World } from '../world.ts';
import { openTunnel } from './connect.ts';
import { type Credentials, credentialsCheck, PROXY_AUTHENTICATE } from './credentials.ts';
import { watchDescriptors } from './descriptors.ts';
import { toOriginForm } from './origin-form.ts';

/** The forward proxy a browser is started with: every host of the world leads to a site, any other to a refusal. */
export interface Proxy {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** `http://127.0.0.1:port` */
  readonly url: string;
  close(): Promise<void>;
}

/** What the proxy works with. */
export interface ProxyContext {
  readonly world: World;
  readonly ledger: Ledger;
  /** The page server and the third-party server; the host decides which one it is. */
  readonly sites: { readonly page: Site; readonly thirdParty: Site };
  /** What a client has to show; null where anybody may come. */
  readonly credentials: Credentials | null;
  /** How long a tunnel is held back. */
  readonly jitter: Jitter;
}

/** Starts the proxy. */
export async function startProxy(context: ProxyContext): Promise<Proxy> {
  const { world, ledger, sites, jitter } = context;
  const server = createServer(HTTP_OPTIONS);
  // Tunnels are no longer the HTTP server's, so it would not close them.
  const open = new Set<Duplex>();
  server.on('connection', (socket) => {
    open.add(socket);
    // Browsers reset connections at any moment, also while they are being refused.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  });
  watchDescriptors(server, (reason) => ledger.fail({ ...unknownDestination, reason }));
  server.on('clientError', (error, socket) => {
    if (!saysGone(error))
      ledger.fail({
        ...unknownDestination,
        reason: `the proxy could not read a request (${inWords(error)})`,
      });
    socket.destroy();
  });

  const isKnown = credentialsCheck(context.credentials);
  const siteOf = (hostname: string) => (world.isPage(hostname) ? sites.page : sites.thirdParty);
  /** Whom a request in absolute form is for, or null after writing down that it is refused. */
  const admit = (request: IncomingMessage) => {
    const arrival = readArrival(request, 'http');
    if (!arrival) {
      const authority = request.headers.host ?? null;
      ledger.fail({ case: null, authority, reason: 'the proxy could not read the URL of a request' });
      return null;
    }
    const { url } = arrival;
    const absolute = /^(http|ws):\/\//i.test(request.url ?? '');
    if (!absolute || !world.has(url.hostname)) {
      ledger.record({ ...ledgerEntry(arrival, { kind: 'request', status: 403 }), refused: true });
      return null;
    }
    toOriginForm(request, url);
    const destination = { case: arrival.case, authority: `${url.hostname}:${url.port || 80}` };
    return { site: siteOf(url.hostname), destination };
  };

  server.on('request', (request, response) => {
    if (!isKnown(request)) return response.writeHead(407, PROXY_AUTHENTICATE).end();
    const admitted = admit(request);
    if (admitted) admitted.site.answer(request, response, admitted.destination);
    else response.writeHead(403).end('Not a host of this test world.\n');
  });
  server.on('upgrade', (request, socket, head) => {
    if (!isKnown(request)) return socket.end(UNAUTHORISED);
    const admitted = admit(request);
    if (admitted) admitted.site.upgrade(request, socket, head, admitted.destination);
    else socket.end(FORBIDDEN);
  });
  server.on('connect', async (request, socket, head) => {
    if (!isKnown(request)) return socket.end(UNAUTHORISED);
    const authority = request.url ?? '';
    const arrival = readArrival(request, 'https', `https://${authority}/`);
    if (!arrival) {
      ledger.fail({ case: null, authority, reason: 'the proxy could not read where a tunnel was to lead' });
      return socket.end(FORBIDDEN);
    }
    const { hostname } = arrival.url;
    const known = world.has(hostname);
    const entry = { ...ledgerEntry(arrival, { kind: 'connect', status: known ? 200 : 403 }), url: authority };
    ledger.record(known ? entry : { ...entry, refused: true });
    if (!known) return socket.end(FORBIDDEN);
    await jitter();
    // An HTTP server's connections are sockets, whatever the types allow others to put in.
    openTunnel(socket as Socket, head, siteOf(hostname), { case: null, authority });
  });

  const port = await listenOnFreePort(async (free) => {
    server.listen(free, LOOPBACK);
    await once(server, 'listening');
  });
  server.on('error', (error) =>
    ledger.fail({
      ...unknownDestination,
      reason: `the proxy could not take a connection (${inWords(error)})`,
    }),
  );
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };
  return { host: LOOPBACK, port, url: `http://${LOOPBACK}:${port}`, close };
}

const answer = (head: string): string => `HTTP/1.1 ${head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
const FORBIDDEN = answer('403 Forbidden');
const UNAUTHORISED = answer(
  `407 Proxy Authentication Required\r\nProxy-Authenticate: ${PROXY_AUTHENTICATE['Proxy-Authenticate']}`,
);
