import type { IncomingMessage } from 'node:http';
import { parseUrl } from './parse-url.ts';

/** The head of a request, as far as answering and recording need it. */
export interface Arrival {
  readonly method: string;
  /** The URL the client meant, put together from the listener's scheme, the Host header and the request target. */
  readonly url: URL;
  /** Names in lower case; lines of the same name are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly case: string | null;
  readonly document: string | null;
  readonly run: string | null;
  readonly hop: number;
}

/**
 * Reads the head of a request.
 *
 * @param scheme the scheme without colon: the listener knows whether it speaks TLS, and whether this is a WebSocket
 * @param target the request target, where it is not the one in the message
 * @returns null when Host header and target make no URL
 */
export function readArrival(
  request: Pick<IncomingMessage, 'method' | 'rawHeaders' | 'url'>,
  scheme: string,
  target = request.url ?? '/',
): Arrival | null {
  const headers = readHeaders(request.rawHeaders);
  const href = target.startsWith('/') ? `${scheme}://${headers.host ?? ''}${target}` : target;
  const url = parseUrl(href);
  if (url === null) return null;
  const query = url.searchParams;
  return {
    method: request.method ?? 'GET',
    url,
    headers,
    case: query.get('case'),
    document: query.get('document'),
    run: query.get('run'),
    hop: Number.parseInt(query.get('hop') ?? '0', 10) || 0,
  };
}

/** Joins Node's flat list of names and values; unlike `request.headers` it drops no repeated line. */
function readHeaders(raw: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = Object.create(null);
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = (raw[i] ?? '').toLowerCase();
    const value = raw[i + 1] ?? '';
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return headers;
}
