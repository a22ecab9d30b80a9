import type { Socket } from 'node:net';
import type { Destination } from '../failure.ts';
import type { Site } from '../site.ts';

/** The first byte of every TLS connection: a record of type handshake. https://www.rfc-editor.org/rfc/rfc8446#section-5.1 */
const TLS_HANDSHAKE = 0x16;

/** What tells a client of HTTP that its tunnel is open. */
export const HTTP_OPEN = 'HTTP/1.1 200 Connection Established\r\n\r\n';

/**
 * Opens a tunnel to a site. Whether TLS or plain text goes through it (browsers send `ws:` so), the port does not
 * tell: any port may carry either. The first byte does.
 *
 * @param answer what tells the client that it is open
 * @param head bytes the client sent ahead of the answer
 */
export function openTunnel(
  client: Socket,
  answer: string | Buffer,
  head: Buffer,
  site: Site,
  destination: Destination,
): void {
  client.write(answer);
  const start = (first: Buffer) => {
    client.pause();
    client.unshift(first);
    site.take(client, first[0] === TLS_HANDSHAKE, destination);
  };
  if (head.length > 0) start(head);
  else client.once('data', start);
}
