import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that answers for every host there is, so that a page can be loaded from any of them. */
export interface ForwardProxy {
  readonly host: string;
  readonly port: number;
  /** Every URL that was asked of it, in order. */
  readonly requests: string[];
  stop(): Promise<void>;
}

/**
 * Every page has its own URL as its text. A path that starts with `/none` comes with `default-src 'none'`, and one that starts
 * with `/never` is not answered.
 */
export async function startForwardProxy(): Promise<ForwardProxy> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    requests.push(url);
    if (new URL(url).pathname.startsWith('/never')) return;
    response.setHeader('content-type', 'text/html');
    if (new URL(url).pathname.startsWith('/none')) {
      response.setHeader('content-security-policy', "default-src 'none'");
    }
    response.end(`<!doctype html><title>page</title>${url}`);
  });
  server.on('connect', (request, socket) => {
    requests.push(`https://${request.url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, requests, stop };
}
