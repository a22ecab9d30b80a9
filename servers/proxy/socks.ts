import type { Socket } from 'node:net';
import { Bytes } from './bytes.ts';
import type { Credentials } from './credentials.ts';

/** The first byte of every SOCKS 5 connection; no HTTP request begins with it. https://www.rfc-editor.org/rfc/rfc1928#section-3 */
export const SOCKS = 0x05;

const BY_NAME_AND_PASSWORD = 0x02;
const NOT_ACCEPTABLE = 0xff;
const CONNECT = 0x01;

/** The codes of replies: https://www.rfc-editor.org/rfc/rfc1928#section-6 */
const REPLY = { succeeded: 0x00, notAllowed: 0x02, commandNotSupported: 0x07, addressNotSupported: 0x08 };

/** A reply, with the address that nobody asks for. */
const reply = (code: number): Buffer => Buffer.from([SOCKS, code, 0, 1, 0, 0, 0, 0, 0, 0]);

/** What a client is told whose tunnel is open, and one whose host is not of the world. */
export const SOCKS_OPEN: Buffer = reply(REPLY.succeeded);
export const SOCKS_FORBIDDEN: Buffer = reply(REPLY.notAllowed);

/**
 * Asks a client of SOCKS 5 for name and password (https://www.rfc-editor.org/rfc/rfc1929), and where its tunnel is to lead.
 * The caller answers that. What the client has sent beyond stays in the socket.
 *
 * @param isRight whether these are the credentials
 * @param welcome is called once they were shown
 * @returns `host:port`; null where the client was refused
 */
export async function askOverSocks(
  socket: Socket,
  isRight: (shown: Credentials) => boolean,
  welcome: () => void,
): Promise<string | null> {
  const bytes = new Bytes(socket);
  const [, count = 0] = await bytes.take(2);
  const methods = await bytes.take(count);
  if (!methods.includes(BY_NAME_AND_PASSWORD)) return refused(socket, Buffer.from([SOCKS, NOT_ACCEPTABLE]));
  socket.write(Buffer.from([SOCKS, BY_NAME_AND_PASSWORD]));
  const [, nameLength = 0] = await bytes.take(2);
  const username = (await bytes.take(nameLength)).toString();
  const [passwordLength = 0] = await bytes.take(1);
  const password = (await bytes.take(passwordLength)).toString();
  if (!isRight({ username, password })) return refused(socket, Buffer.from([1, 1]));
  welcome();
  socket.write(Buffer.from([1, 0]));
  const [, command, , kind] = await bytes.take(4);
  if (command !== CONNECT) return refused(socket, reply(REPLY.commandNotSupported));
  const host = await takeHost(bytes, kind);
  if (host === null) return refused(socket, reply(REPLY.addressNotSupported));
  const port = (await bytes.take(2)).readUInt16BE();
  bytes.giveBack();
  return `${host}:${port}`;
}

/** A host as a URL writes it: https://www.rfc-editor.org/rfc/rfc1928#section-5 */
async function takeHost(bytes: Bytes, kind: number | undefined): Promise<string | null> {
  if (kind === 1) return [...(await bytes.take(4))].join('.');
  if (kind === 3) {
    const [length = 0] = await bytes.take(1);
    return (await bytes.take(length)).toString();
  }
  if (kind !== 4) return null;
  const address = await bytes.take(16);
  const groups = Array.from({ length: 8 }, (_, i) => address.readUInt16BE(2 * i).toString(16));
  // With its zeros left out, as in any URL.
  return new URL(`http://[${groups.join(':')}]`).hostname;
}

function refused(socket: Socket, answer: Buffer): null {
  socket.end(answer);
  return null;
}
