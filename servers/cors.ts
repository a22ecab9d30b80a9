import type { Arrival } from './arrival.ts';
import type { HeaderLine } from './resource.ts';

/**
 * What an answer says to CORS:
 * - `none`: nothing, so a script of another origin may not read it and a preflight fails;
 * - `*`: every origin, without credentials;
 * - `origin`: the asking origin (also `null`), without credentials;
 * - `credentials`: the asking origin, with credentials;
 * - `{ preflight: 'reject' }`: the preflight is answered 403, anything else as with `*`.
 */
export type Cors = 'none' | '*' | 'origin' | 'credentials' | { preflight: 'reject' };

/** Whether this is a CORS preflight: https://fetch.spec.whatwg.org/#cors-preflight-request */
export function isPreflight(arrival: Arrival): boolean {
  return arrival.method === 'OPTIONS' && 'access-control-request-method' in arrival.headers;
}

/** The CORS headers of an answer that is not one to a preflight. */
export function corsHeaders(cors: Cors, arrival: Arrival): HeaderLine[] {
  if (cors === 'none') return [];
  if (cors === '*' || typeof cors === 'object') return [['Access-Control-Allow-Origin', '*']];
  const vary: HeaderLine = ['Vary', 'Origin'];
  const origin = arrival.headers.origin;
  if (origin === undefined) return [vary];
  const lines: HeaderLine[] = [vary, ['Access-Control-Allow-Origin', origin]];
  if (cors === 'credentials') lines.push(['Access-Control-Allow-Credentials', 'true']);
  return lines;
}

/** Status and headers of the answer to a preflight: everything asked for is allowed, or nothing. */
export function preflightAnswer(cors: Cors, arrival: Arrival): { status: number; headers: HeaderLine[] } {
  if (typeof cors === 'object') return { status: 403, headers: [] };
  if (cors === 'none') return { status: 204, headers: [] };
  const { 'access-control-request-method': method, 'access-control-request-headers': names } =
    arrival.headers;
  const headers = corsHeaders(cors, arrival);
  headers.push(['Access-Control-Allow-Methods', method ?? '']);
  if (names !== undefined) headers.push(['Access-Control-Allow-Headers', names]);
  // A remembered preflight would not be seen by the next case.
  headers.push(['Access-Control-Max-Age', '0']);
  return { status: 204, headers };
}
