import type { IncomingMessage } from 'node:http';

/**
 * Rewrites a request in absolute form as the server it is for would be sent it. The target decides about the host, not
 * the Host header: https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2
 *
 * @param url the request target, read
 */
export function toOriginForm(request: IncomingMessage, url: URL): void {
  const { rawHeaders } = request;
  const kept = rawHeaders.filter((_, i) => !ofTheProxy.has((rawHeaders[i - (i % 2)] ?? '').toLowerCase()));
  rawHeaders.splice(0, rawHeaders.length, 'Host', url.host, ...kept);
  // The target as the client wrote it, without scheme and authority.
  const target = (request.url ?? '').replace(/^[a-z]+:\/\/[^/?#]*/i, '');
  request.url = target.startsWith('/') ? target : url.pathname + url.search;
}

const ofTheProxy = new Set(['host', 'proxy-connection', 'proxy-authorization']);
