import type { Socket } from 'node:net';

/** How many connections strangers can keep open together: each may hold as much as the largest head of a request. */
const MAX_STRANGERS = 32;

/** How long a stranger may take to show the credentials, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Who calls at a proxy that asks for credentials. An address from which somebody has shown them is a browser's: what comes
 * from there without them is a request of the browser's that we did not carry on. Any other address is a stranger's: what
 * it sends is no evidence of anything, and it gets neither much time nor many connections.
 */
export class Callers {
  readonly #addresses = new Set<string>();
  readonly #strangers = new Set<Socket>();

  /** Lets a connection in to be asked for credentials; cuts it where there are too many strangers, or it takes too long. */
  receive(socket: Socket): void {
    if (this.isKnown(socket)) return;
    if (this.#strangers.size >= MAX_STRANGERS) {
      socket.destroy();
      return;
    }
    this.#strangers.add(socket);
    const timer = setTimeout(() => {
      this.#strangers.delete(socket);
      if (!this.isKnown(socket)) socket.destroy();
    }, PATIENCE).unref();
    socket.once('close', () => {
      clearTimeout(timer);
      this.#strangers.delete(socket);
    });
  }

  /** This connection has shown the credentials. */
  welcome({ remoteAddress }: Socket): void {
    if (remoteAddress === undefined || this.#addresses.has(remoteAddress)) return;
    this.#addresses.add(remoteAddress);
    for (const one of this.#strangers) if (one.remoteAddress === remoteAddress) this.#strangers.delete(one);
  }

  /** Whether somebody at the other end's address has shown the credentials. */
  isKnown({ remoteAddress }: Socket): boolean {
    return remoteAddress !== undefined && this.#addresses.has(remoteAddress);
  }
}
