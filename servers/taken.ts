import type { Socket } from 'node:net';
import type { Destination } from './failure.ts';

/** Whom the connections that sites have taken are for. By their other end's address, which TLS around a socket leaves. */
export class TakenConnections {
  readonly #open = new Map<string, { socket: Socket; destination: Destination }>();

  add(socket: Socket, destination: Destination): void {
    const key = otherEnd(socket);
    this.#open.set(key, { socket, destination });
    socket.once('close', () => this.#open.delete(key));
  }

  destinationOf(socket: Socket): Destination | null {
    return this.#open.get(otherEnd(socket))?.destination ?? null;
  }

  /** Cuts all that are open. */
  close(): void {
    for (const { socket } of this.#open.values()) socket.destroy();
  }
}

const otherEnd = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;
