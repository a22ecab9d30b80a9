import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';

/** The app of somebody who tests it with the fixtures: a page that loads from an API, with a frame, a worker and a popup. */
export interface App {
  /** The origin of its pages. */
  origin: string;
  /** The origin of its API, which is another one. */
  api: string;
  close(): Promise<void>;
}

/** What the page does once it is loaded, by its path. It says in its title when script has seen what came of it. */
const scripts: Readonly<Record<string, string>> = {
  '/': '',
  '/loads': `fetch('API/items').finally(() => { document.title = 'done'; });`,
  '/frame': `document.body.append(Object.assign(document.createElement('iframe'), { src: '/loads' }));`,
  '/popup': `open('/loads');`,
  '/worker': `new Worker('/worker.js').onmessage = () => { document.title = 'done'; };`,
};

/** How the policies of a page are delivered, by the query `?policy=`. `API` stands for the API's origin. */
const policies: Readonly<Record<string, { header?: string; reportOnly?: string; meta?: string }>> = {
  open: { header: "default-src 'self'; script-src 'self' 'unsafe-inline'; connect-src 'self' API WS" },
  default: { header: "default-src 'self' 'unsafe-inline'" },
  meta: { meta: "connect-src 'self'" },
  trial: { reportOnly: "connect-src 'self'" },
  sandbox: { header: 'sandbox allow-scripts' },
  none: {},
};

/** Starts it on free ports of this machine. */
export async function startApp(): Promise<App> {
  const api = fastify({ forceCloseConnections: true });
  api.get('/items', (_, reply) => reply.header('access-control-allow-origin', '*').send([]));
  api.get('/moved', (_, reply) => reply.redirect(`${originOf(pages).replace('localhost', '127.0.0.1')}/`));
  api.post('/beacon', (_, reply) => reply.code(204).send());
  api.get('/events', (_, reply) =>
    reply.header('access-control-allow-origin', '*').type('text/event-stream').send('data: 1\n\n'),
  );
  const pages = fastify({ forceCloseConnections: true });
  const filled = (text: string) =>
    text.replaceAll('API', originOf(api)).replaceAll('WS', originOf(api).replace('http', 'ws'));
  pages.get('/worker.js', (_, reply) =>
    reply
      .type('text/javascript')
      .header('content-security-policy', "default-src 'self'")
      .send(filled(`fetch('API/items').catch(() => {}).then(() => postMessage(''));`)),
  );
  for (const [path, script] of Object.entries(scripts))
    pages.get<{ Querystring: { policy?: string } }>(path, ({ query }, reply) => {
      const { header, reportOnly, meta } = policies[query.policy ?? 'default'] ?? {};
      if (header) reply.header('content-security-policy', filled(header));
      if (reportOnly) reply.header('content-security-policy-report-only', filled(reportOnly));
      const element = meta ? `<meta http-equiv="Content-Security-Policy" content="${meta}">` : '';
      return reply
        .type('text/html')
        .send(filled(`<!doctype html><head>${element}</head><body><script>${script}</script></body>`));
    });
  await Promise.all([api.listen(), pages.listen()]);
  return {
    origin: originOf(pages),
    api: originOf(api),
    close: async () => void (await Promise.all([api.close(), pages.close()])),
  };
}

function originOf(server: FastifyInstance): string {
  const address = server.server.address() as AddressInfo;
  return `http://localhost:${address.port}`;
}
