import { type IncomingMessage, METHODS, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import fastify, { type FastifyInstance } from 'fastify';
import { admit } from './admit.ts';
import { answerTo } from './answer.ts';
import { type Destination, inWords } from './failure.ts';
import { hold } from './hold.ts';
import { HTTP_OPTIONS } from './limits.ts';
import { misbehave } from './misbehave.ts';
import type { HeaderLine } from './resource.ts';
import type { SiteContext } from './site-context.ts';
import { TakenConnections } from './taken.ts';
import { recordVisit } from './visit.ts';
import { watchFailures } from './watch-failures.ts';
import { acceptWebSockets } from './web-socket.ts';

/**
 * One server of the world, over http and https. Which host a request is for, its Host header tells. It listens nowhere:
 * the proxy hands it what came for its hosts, so that nothing can be lost on the way, and nobody else can reach it.
 */
export interface Site {
  /** Answers a request that the proxy was sent itself. */
  answer(request: IncomingMessage, response: ServerResponse, destination: Destination): void;
  /** Answers a WebSocket handshake that the proxy was sent itself. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, destination: Destination): void;
  /** Takes the connection of a tunnel over. */
  take(socket: Socket, secure: boolean, destination: Destination): void;
  /** Cuts every connection, and takes none from now on. */
  close(): Promise<void>;
}

/** Starts a site. */
export async function startSite(context: SiteContext): Promise<Site> {
  const taken = new TakenConnections();
  const plain = createApp(context, 'http', taken);
  const secure = createApp(context, 'https', taken);
  await Promise.all([plain.ready(), secure.ready()]);
  let down = false;
  /** Whether something cannot be taken, after writing that down. */
  const refuses = (destination: Destination): boolean => {
    const refused = down || context.faults.of(destination) === 'refused';
    if (refused) context.ledger.fail({ ...destination, reason: 'the server of this host is down' });
    return refused;
  };
  return {
    answer(request, response, destination) {
      if (refuses(destination)) response.writeHead(502).end('The server of this host is down.\n');
      else plain.server.emit('request', request, response);
    },
    upgrade(request, socket, head, destination) {
      if (refuses(destination)) socket.destroy();
      else plain.server.emit('upgrade', request, socket, head);
    },
    take(socket, speaksTls, destination) {
      if (refuses(destination)) {
        socket.destroy();
        return;
      }
      taken.add(socket, destination);
      if (speaksTls && context.faults.of(destination) !== 'no TLS') secure.server.emit('connection', socket);
      else {
        plain.server.emit('connection', socket);
        socket.resume();
      }
    },
    async close() {
      down = true;
      taken.close();
      await Promise.all([plain.close(), secure.close()]);
    },
  };
}

function createApp(context: SiteContext, scheme: 'http' | 'https', taken: TakenConnections): FastifyInstance {
  const { declarations, certificates } = context;
  const options = {
    forceCloseConnections: true,
    // One route for everything: the router must not judge paths, for browsers send odd ones.
    rewriteUrl: () => '/',
  };
  const { cert, key } = certificates;
  // The types of the two differ by their server only, and nothing here depends on that.
  const app =
    scheme === 'http'
      ? fastify({ ...options, http: HTTP_OPTIONS })
      : (fastify({ ...options, https: { ...HTTP_OPTIONS, cert, key } }) as unknown as FastifyInstance);

  // Fastify takes 0 for "not given", and its own limit for granted.
  app.server.keepAliveTimeout = HTTP_OPTIONS.keepAliveTimeout;
  for (const method of METHODS) {
    if (method === 'CONNECT' || app.supportedMethods.includes(method)) continue;
    app.addHttpMethod(method, { hasBody: true });
  }
  // Bodies are read as they are. The type is no longer needed (the arrival reads the raw lines), and a malformed or
  // missing one must not be answered 415.
  app.addHook('onRequest', async ({ raw }) => {
    raw.headers['content-type'] = 'application/octet-stream';
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  app.route({
    method: app.supportedMethods,
    url: '/',
    errorHandler: (error, request, reply) => {
      const { host } = request.raw.headers;
      const reason = `the server failed at a request (${inWords(error as Error)})`;
      context.ledger.fail({ case: null, authority: host ?? null, reason });
      return reply.code(500).send();
    },
    handler: async (request, reply) => {
      const arrival = admit(request.raw, scheme, context, request.originalUrl);
      if (typeof arrival === 'number') return reply.code(arrival).send();
      const answer = answerTo(arrival, declarations);
      await recordVisit(request.raw, arrival, answer, context);
      await context.jitter();
      await hold(arrival, answer, context);
      const fault = context.faults.of({ case: arrival.case, authority: null });
      if (fault !== undefined) {
        reply.hijack();
        return misbehave(fault, reply.raw, answer);
      }
      if (!answer.stream) {
        return reply.code(answer.status).headers(byName(answer.headers)).send(Buffer.from(answer.body));
      }
      reply.hijack();
      reply.raw.writeHead(answer.status, byName(answer.headers));
      reply.raw.write(answer.body);
    },
  });
  watchFailures(app.server, taken, context.ledger);
  acceptWebSockets(app, context, scheme === 'http' ? 'ws' : 'wss');
  return app;
}

/** A name that repeats becomes a list, which goes out as that many lines. */
function byName(lines: ReadonlyArray<HeaderLine>): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of lines) {
    const key = name.toLowerCase();
    const present = headers[key];
    headers[key] = present === undefined ? value : [present, value].flat();
  }
  return headers;
}
