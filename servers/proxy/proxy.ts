import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { Server, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Arrival, readArrival } from '../arrival.ts';
import { inWords, saysGone, unknownDestination } from '../failure.ts';
import type { Jitter } from '../jitter.ts';
import type { Ledger } from '../ledger.ts';
import { HTTP_OPTIONS } from '../limits.ts';
import { LOOPBACK, listenOnFreePort } from '../listen.ts';
import type { Site } from '../site.ts';
import { ledgerEntry } from '../visit.ts';
import type { World } from '../world.ts';
import { HTTP_OPEN, openTunnel } from './connect.ts';
import {
  type Credentials,
  GREETING,
  GREETING_HOST,
  PROXY_AUTHENTICATE,
  requestCheck,
} from './credentials.ts';
import { watchDescriptors } from './descriptors.ts';
import { guard } from './guard.ts';
import { toOriginForm } from './origin-form.ts';
import { SOCKS_FORBIDDEN, SOCKS_OPEN } from './socks.ts';

/** The forward proxy a browser is started with: every host of the world leads to a site, any other to a refusal. */
export interface Proxy {
  /** The address it listens on. */
  readonly host: string;
  readonly port: number;
  /** `http://host:port` */
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
  /** Where it listens: 127.0.0.1 unless given, and a free port. */
  readonly listen?: { readonly host?: string | undefined; readonly port?: number | undefined };
}

/** How a client is told that its tunnel is open, and that there is none. */
interface Answers {
  open: string | Buffer;
  forbidden: string | Buffer;
}

/**
 * Starts the proxy.
 *
 * @throws Error when the port that it is to listen on cannot be had
 */
export async function startProxy(context: ProxyContext): Promise<Proxy> {
  const { world, ledger, sites, jitter, credentials } = context;
  const http = createServer(HTTP_OPTIONS);
  const guarded = credentials === null ? null : guard(http, credentials, (...tunnel) => openTo(...tunnel));
  const server: Server = guarded?.server ?? http;
  // Tunnels are no longer the HTTP server's, so it would not close them.
  const open = new Set<Duplex>();
  server.on('connection', (socket) => {
    open.add(socket);
    // Browsers reset connections at any moment, also while they are being refused.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => open.delete(socket));
  });
  watchDescriptors(server, (reason) => ledger.fail({ ...unknownDestination, reason }));
  http.on('clientError', (error, socket) => {
    // What a stranger sends keeps nothing of a browser's from arriving.
    if (!saysGone(error) && (guarded?.callers.isKnown(socket as Socket) ?? true))
      ledger.fail({
        ...unknownDestination,
        reason: `the proxy could not read a request (${inWords(error)})`,
      });
    socket.destroy();
  });

  const showsThem = requestCheck(credentials);
  /**
   * What a request is refused with that does not show the credentials; null where it may go on. It is asked for them where
   * it leads anywhere. What else a browser wants for itself does not, and asked there a Firefox opens a window for the
   * user, at its start as well, and waits for an answer for good.
   */
  const refusalOf = (request: IncomingMessage, target?: string): 403 | 407 | null => {
    const shown = showsThem(request);
    if (guarded === null) return null;
    if (shown) {
      guarded.callers.welcome(request.socket);
      return null;
    }
    const arrival = readArrival(request, 'https', target);
    if (guarded.callers.isKnown(request.socket)) tellUnknown(arrival);
    const hostname = arrival?.url.hostname ?? '';
    return hostname === GREETING_HOST || world.has(hostname) ? 407 : 403;
  };
  /** A browser that has shown the credentials before did not this time: what it sent did not get to where it was to go. */
  const tellUnknown = (arrival: Arrival | null) => {
    const { hostname, host } = arrival?.url ?? { hostname: null, host: null };
    // To the greeting it comes in order to be asked, and what else it wants for itself leads nowhere.
    if (hostname !== null && !world.has(hostname)) return;
    const reason = 'the proxy refused a request for want of credentials';
    ledger.fail({ case: arrival?.case ?? null, authority: host, reason });
  };
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

  http.on('request', (request, response) => {
    const refusal = refusalOf(request);
    if (refusal !== null) return response.writeHead(refusal, CHALLENGES[refusal]).end();
    if (guarded !== null && isGreeting(request)) return response.end(GREETING);
    const admitted = admit(request);
    if (admitted) admitted.site.answer(request, response, admitted.destination);
    else response.writeHead(403).end('Not a host of this test world.\n');
  });
  http.on('upgrade', (request, socket, head) => {
    const refusal = refusalOf(request);
    if (refusal !== null) return socket.end(REFUSALS[refusal]);
    const admitted = admit(request);
    if (admitted) admitted.site.upgrade(request, socket, head, admitted.destination);
    else socket.end(FORBIDDEN);
  });
  /** Opens a tunnel, or refuses it, and writes down which. */
  const openTo = async (
    socket: Socket,
    head: Buffer,
    authority: string,
    answers: Answers = { open: SOCKS_OPEN, forbidden: SOCKS_FORBIDDEN },
    request: Pick<IncomingMessage, 'method' | 'rawHeaders'> = { method: 'CONNECT', rawHeaders: [] },
  ) => {
    const arrival = readArrival({ ...request, url: authority }, 'https', `https://${authority}/`);
    if (!arrival) {
      ledger.fail({ case: null, authority, reason: 'the proxy could not read where a tunnel was to lead' });
      return socket.end(answers.forbidden);
    }
    const { hostname } = arrival.url;
    const known = world.has(hostname);
    const entry = { ...ledgerEntry(arrival, { kind: 'connect', status: known ? 200 : 403 }), url: authority };
    ledger.record(known ? entry : { ...entry, refused: true });
    if (!known) return socket.end(answers.forbidden);
    await jitter();
    openTunnel(socket, answers.open, head, siteOf(hostname), { case: null, authority });
  };
  http.on('connect', (request, socket, head) => {
    const authority = request.url ?? '';
    const refusal = refusalOf(request, `https://${authority}/`);
    if (refusal !== null) return socket.end(REFUSALS[refusal]);
    const { method = 'CONNECT', rawHeaders } = request;
    // An HTTP server's connections are sockets, whatever the types allow others to put in.
    void openTo(
      socket as Socket,
      head,
      authority,
      { open: HTTP_OPEN, forbidden: FORBIDDEN },
      { method, rawHeaders },
    );
  });

  const { host = LOOPBACK, port: wanted } = context.listen ?? {};
  const listen = async (free: number) => {
    server.listen(free, host);
    await once(server, 'listening');
    return free;
  };
  const port = await (wanted === undefined ? listenOnFreePort(listen, host) : listen(wanted));
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
  return { host, port, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, close };
}

const isGreeting = ({ url = '' }: IncomingMessage): boolean => url === `http://${GREETING_HOST}/`;

const answer = (head: string): string => `HTTP/1.1 ${head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
const FORBIDDEN = answer('403 Forbidden');
const UNAUTHORISED = answer(
  `407 Proxy Authentication Required\r\nProxy-Authenticate: ${PROXY_AUTHENTICATE['Proxy-Authenticate']}`,
);

/** How who shows no credentials is refused: on a socket that is no longer the HTTP server's, and by the headers of an answer. */
const REFUSALS = { 403: FORBIDDEN, 407: UNAUTHORISED } as const;
const CHALLENGES = { 403: {}, 407: PROXY_AUTHENTICATE } as const;
