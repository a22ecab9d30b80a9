import { type IncomingMessage, request as openRequest, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { MAX_HEADER_BYTES } from '../limits.ts';
import { LOOPBACK } from '../listen.ts';
import { joinToPort } from './join.ts';

/**
 * Passes a request in absolute form on to the server that listens on this port, and its response back.
 *
 * @param url the request target, read
 */
export function forwardRequest(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  port: number,
): void {
  const onward = openRequest({
    host: LOOPBACK,
    port,
    method: request.method ?? 'GET',
    path: originForm(request, url),
    headers: onwardHeaders(request, url),
    maxHeaderSize: MAX_HEADER_BYTES,
    // A connection of its own for each request: a reused one may be closed just as the request is sent.
    agent: false,
  });
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, endToEnd(answer.rawHeaders));
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  onward.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end('The server of this host is down.\n');
  });
  response.on('close', () => onward.destroy());
  // The head goes first: the request has left even if its body never follows.
  onward.flushHeaders();
  request.pipe(onward);
}

/** Passes a WebSocket handshake in absolute form on (WebKitGTK sends `ws:` so), and joins the connections. */
export function forwardUpgrade(
  request: IncomingMessage,
  client: Duplex,
  head: Buffer,
  url: URL,
  port: number,
): void {
  const headers = onwardHeaders(request, url);
  let text = `${request.method} ${originForm(request, url)} HTTP/1.1\r\n`;
  for (let i = 0; i + 1 < headers.length; i += 2) text += `${headers[i]}: ${headers[i + 1]}\r\n`;
  joinToPort(client, port, Buffer.concat([Buffer.from(`${text}\r\n`, 'latin1'), head]));
}

/** The target as the client wrote it, without scheme and authority. */
function originForm(request: IncomingMessage, url: URL): string {
  const target = (request.url ?? '').replace(/^[a-z]+:\/\/[^/?#]*/i, '');
  return target.startsWith('/') ? target : url.pathname + url.search;
}

/** The target decides about the host, not the Host header: https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2 */
function onwardHeaders({ rawHeaders }: IncomingMessage, url: URL): string[] {
  return ['Host', url.host, ...withoutNames(rawHeaders, ['host', 'proxy-connection', 'proxy-authorization'])];
}

/** A response's lines without those about the connection, which is the proxy's own. */
function endToEnd(rawHeaders: readonly string[]): string[] {
  return withoutNames(rawHeaders, ['connection', 'keep-alive']);
}

function withoutNames(raw: readonly string[], names: readonly string[]): string[] {
  return raw.filter((_, i) => !names.includes((raw[i - (i % 2)] ?? '').toLowerCase()));
}
