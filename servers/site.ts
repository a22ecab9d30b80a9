import { METHODS } from 'node:http';
import fastify, { type FastifyInstance } from 'fastify';
import { answerTo } from './answer.ts';
import { readArrival } from './arrival.ts';
import { HTTP_OPTIONS } from './limits.ts';
import { LOOPBACK, listenOnFreePort } from './listen.ts';
import type { HeaderLine } from './resource.ts';
import type { SiteContext } from './site-context.ts';
import { recordVisit } from './visit.ts';
import { acceptWebSockets } from './web-socket.ts';

/** One server of the world, over http and https. Which host a request is for, its Host header tells. */
export interface Site {
  /** Port of the http: (and ws:) listener on 127.0.0.1. */
  readonly http: number;
  /** Port of the https: (and wss:) listener on 127.0.0.1. */
  readonly https: number;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
}

/** Starts the http and the https listener of one site. */
export async function startSite(context: SiteContext): Promise<Site> {
  const plain = createApp(context, 'http');
  const secure = createApp(context, 'https');
  const listen = (app: FastifyInstance) => listenOnFreePort((port) => app.listen({ host: LOOPBACK, port }));
  const [http, https] = await Promise.all([listen(plain), listen(secure)]);
  const close = async () => void (await Promise.all([plain.close(), secure.close()]));
  return { http, https, close };
}

function createApp(context: SiteContext, scheme: 'http' | 'https'): FastifyInstance {
  const { declarations, ledger, certificates } = context;
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
    handler: async (request, reply) => {
      const arrival = readArrival(request.raw, scheme, request.originalUrl);
      if (!arrival) return reply.code(400).send();
      const answer = answerTo(arrival, declarations);
      await recordVisit(request.raw, arrival, answer, ledger);
      if (!answer.stream) {
        return reply.code(answer.status).headers(byName(answer.headers)).send(Buffer.from(answer.body));
      }
      reply.hijack();
      reply.raw.writeHead(answer.status, byName(answer.headers));
      reply.raw.write(answer.body);
    },
  });
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
