import type { Server as HttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { Callers } from './callers.ts';
import { type Credentials, credentialsCheck, GREETING, GREETING_HOST } from './credentials.ts';
import { askOverSocks, SOCKS, SOCKS_OPEN } from './socks.ts';

/** What stands before a proxy that asks for credentials. */
export interface Guard {
  /** Listens in the place of the HTTP server, and hands it what speaks HTTP; that asks for itself. */
  readonly server: Server;
  readonly callers: Callers;
}

/**
 * Sets a guard before a proxy. A client may come by HTTP, or by SOCKS 5, which WebKitGTK needs: asked by HTTP it sends what
 * it was asked for to the proxy's own URL the second time, and by SOCKS it shows the credentials ahead of everything.
 *
 * @param openTo opens a tunnel for a client of SOCKS
 */
export function guard(
  http: HttpServer,
  credentials: Credentials,
  openTo: (socket: Socket, head: Buffer, authority: string) => Promise<unknown>,
): Guard {
  const callers = new Callers();
  const isRight = credentialsCheck(credentials);
  const overSocks = async (socket: Socket) => {
    const authority = await askOverSocks(socket, isRight, () => callers.welcome(socket));
    if (authority === `${GREETING_HOST}:80`) greet(socket);
    else if (authority !== null) await openTo(socket, Buffer.alloc(0), authority);
  };
  const server = createServer((socket) => {
    callers.receive(socket);
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      if (first[0] === SOCKS) {
        overSocks(socket).catch(() => socket.destroy());
        return;
      }
      http.emit('connection', socket);
      socket.resume();
    });
  });
  return { server, callers };
}

/** Answers the one request for which a client comes to the greeting host. */
function greet(socket: Socket): void {
  socket.write(SOCKS_OPEN);
  const head = ['HTTP/1.1 200 OK', 'Content-Type: text/plain', `Content-Length: ${GREETING.length}`];
  socket.once('data', () => socket.end([...head, 'Connection: close', '', GREETING].join('\r\n')));
}
