import { connect } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';
import { LOOPBACK } from '../listen.ts';

/**
 * Ties a client's connection to a server's, both ways; when one ends or breaks, so does the other.
 *
 * @param port the server's port on 127.0.0.1
 * @param first bytes for the server, before anything the client still sends
 */
export function joinToPort(client: Duplex, port: number, first: Buffer): void {
  const server = connect({ host: LOOPBACK, port, noDelay: true });
  server.write(first);
  // Ends and resets are everyday: a page that is closed cuts its connections.
  pipeline(client, server, () => {});
  pipeline(server, client, () => {});
}
