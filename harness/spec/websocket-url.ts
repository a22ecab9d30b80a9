import type { Evaluation } from './evaluation.ts';
import type { FetchRequest } from './request.ts';
import type { UrlRecord } from './url-record.ts';

const toHttp = new Map([
  ['ws', 'http'],
  ['wss', 'https'],
]);
const toWs = new Map([
  ['http', 'ws'],
  ['https', 'wss'],
]);

function withScheme(url: UrlRecord, scheme: string | undefined): UrlRecord {
  if (scheme === undefined) return url;
  return { ...url, scheme, href: scheme + url.href.slice(url.scheme.length) };
}

/** The URL a WebSocket's request is made with, WS#concept-websocket-establish step 1: http for ws, https for wss. */
export const establishUrl = (url: UrlRecord): UrlRecord => withScheme(url, toHttp.get(url.scheme));

/**
 * The URL that source expressions are matched against: by the text the request's own.
 * In browsers, a WebSocket's has kept the scheme that script gave it (csp#332).
 */
export function urlToMatch(url: UrlRecord, request: FetchRequest, run: Evaluation): UrlRecord {
  if (request.mode !== 'websocket') return url;
  return run.under('websocket-schemes', url, withScheme(url, toWs.get(url.scheme)));
}
