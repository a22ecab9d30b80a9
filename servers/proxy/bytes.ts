import { once } from 'node:events';
import type { Socket } from 'node:net';

/** Reads a connection by numbers of bytes, however they come. */
export class Bytes {
  readonly #socket: Socket;
  /** What has come and was not taken. */
  #rest: Buffer = Buffer.alloc(0);

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** The next bytes. @throws Error when the client ends the connection before them */
  async take(count: number): Promise<Buffer> {
    while (this.#rest.length < count) {
      const come = this.#socket.read() as Buffer | null;
      if (come !== null) this.#rest = Buffer.concat([this.#rest, come]);
      else await this.#more();
    }
    const taken = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(count);
    return taken;
  }

  /** Leaves the rest to whoever reads next. */
  giveBack(): void {
    if (this.#rest.length > 0) this.#socket.unshift(this.#rest);
  }

  async #more(): Promise<void> {
    const socket = this.#socket;
    if (socket.readableEnded || socket.destroyed) throw new Error('the client went away');
    const over = new AbortController();
    const { signal } = over;
    await Promise.race(['readable', 'end', 'close'].map((event) => once(socket, event, { signal })));
    over.abort();
  }
}
