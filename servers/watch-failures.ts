import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { inWords, saysGone, unknownDestination } from './failure.ts';
import type { Ledger } from './ledger.ts';
import type { TakenConnections } from './taken.ts';

/** Writes down what a site could not take: a TLS handshake that failed, bytes that are no request. */
export function watchFailures(server: Server, taken: TakenConnections, ledger: Ledger): void {
  // An https server gives failed handshakes here too. Before Fastify, which closes the connection: then it has no address.
  server.prependListener('clientError', (error: Error, socket: unknown) => {
    if (saysGone(error)) return;
    const destination = taken.destinationOf(socket as Socket) ?? unknownDestination;
    ledger.fail({ ...destination, reason: `the server could not read what it was sent (${inWords(error)})` });
  });
}
