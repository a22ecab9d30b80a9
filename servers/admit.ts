import type { IncomingMessage } from 'node:http';
import { type Arrival, readArrival } from './arrival.ts';
import type { SiteContext } from './site-context.ts';
import { ledgerEntry } from './visit.ts';

/**
 * Reads a request to a site, and takes it where it is for a host of the world.
 *
 * @param scheme the scheme without colon: the server knows whether it speaks TLS, and whether this is a WebSocket
 * @param target the request target, where it is not the one in the message
 * @returns the status to refuse it with, after writing that down
 */
export function admit(
  request: IncomingMessage,
  scheme: string,
  { ledger, world }: SiteContext,
  target?: string,
): Arrival | number {
  const arrival = readArrival(request, scheme, target);
  if (!arrival) {
    const authority = request.headers.host ?? null;
    ledger.fail({ case: null, authority, reason: 'the server could not read the URL of a request' });
    return 400;
  }
  if (world.has(arrival.url.hostname)) return arrival;
  ledger.stray({ ...ledgerEntry(arrival, { kind: 'request', status: MISDIRECTED }), refused: true });
  return MISDIRECTED;
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-15.5.20 */
const MISDIRECTED = 421;
