import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { now } from './failure.ts';
import type { Ledger } from './ledger.ts';
import { LOOPBACK, listenOnFreePort } from './listen.ts';

/** A UDP port that answers nothing, and tells the ledger of each QUIC connection that is tried. */
export interface UdpSink {
  /**
   * The port on 127.0.0.1. QUIC does not go through an HTTP proxy (Chromium fails it at once where a proxy is set), so
   * aim WebTransport at a host the browser resolves to 127.0.0.1 by itself and, on this port, keeps away from the proxy.
   */
  readonly port: number;
  /** Gives the port back. */
  close(): void;
}

/**
 * The UDP ports of a run. They are chosen before the browser starts, since it has to be told which ports it reaches
 * without the proxy, and are no more than needed: a page reaches every other server of the machine on those it is told.
 */
export class UdpSinks {
  readonly #ledger: Ledger;
  readonly #taken: (() => void)[] = [];
  #waiting: ReservedPort[];
  readonly #all: ReservedPort[];

  private constructor(ledger: Ledger, reserved: ReservedPort[]) {
    this.#ledger = ledger;
    this.#all = reserved;
    this.#waiting = [...reserved];
  }

  /** Reserves this many ports. No server of the machine listens on them by TCP at that moment. */
  static async reserve(ledger: Ledger, count: number): Promise<UdpSinks> {
    return new UdpSinks(ledger, await Promise.all(Array.from({ length: count }, reservePort)));
  }

  get ports(): number[] {
    return this.#all.map(({ port }) => port);
  }

  /**
   * Takes the port that has been idle longest.
   *
   * @param caseId the case the port is for: nothing else tells it, for the URL of a WebTransport is encrypted
   * @throws Error when all are taken
   */
  take(caseId: string | null): UdpSink {
    const reserved = this.#waiting.shift();
    if (!reserved) throw new Error(`all ${this.#all.length} UDP ports of the run are taken`);
    const { port, socket } = reserved;
    // The port is this run's alone: its packets name none.
    const { run } = this.#ledger;
    const note = (packet: Buffer) => {
      const connection = initialConnectionId(packet);
      // A client that gets no answer sends its Initial again: that is still one connection, also for the port's next case.
      if (connection === null || reserved.seen.has(connection)) return;
      reserved.seen.add(connection);
      this.#ledger.record({
        time: now(),
        kind: 'quic',
        case: caseId,
        document: null,
        run,
        hop: 0,
        method: 'CONNECT',
        url: `https://${LOOPBACK}:${port}/`,
        headers: {},
        status: 0,
      });
    };
    socket.on('message', note);
    let open = true;
    const close = () => {
      if (!open) return;
      open = false;
      socket.off('message', note);
      this.#waiting.push(reserved);
    };
    this.#taken.push(close);
    return { port, close };
  }

  /** Gives all ports back. */
  reset(): void {
    for (const close of this.#taken.splice(0)) close();
  }

  /** Closes the ports for good. */
  async close(): Promise<void> {
    await Promise.all(
      this.#all.splice(0).map(({ socket }) => new Promise<void>((resolve) => socket.close(() => resolve()))),
    );
    this.#waiting = [];
  }
}

interface ReservedPort {
  port: number;
  socket: Socket;
  /** The connections that were tried so far. */
  seen: Set<string>;
}

async function reservePort(): Promise<ReservedPort> {
  const bound: Socket[] = [];
  const port = await listenOnFreePort(async (free) => {
    const socket = createSocket('udp4');
    socket.bind(free, LOOPBACK);
    await once(socket, 'listening');
    bound.push(socket);
  });
  return { port, socket: bound[0] as Socket, seen: new Set() };
}

/** QUIC version 2 numbers its packet types anew: https://www.rfc-editor.org/rfc/rfc9369#name-long-header-packet-types */
const QUIC_V2 = 0x6b3343cf;

/**
 * The destination connection id (hex) of a QUIC Initial packet, or null for any other packet.
 * https://www.rfc-editor.org/rfc/rfc9000#name-long-header-packets
 */
export function initialConnectionId(packet: Buffer): string | null {
  const [first, , , , , idLength] = packet;
  if (first === undefined || idLength === undefined || packet.length < 6 + idLength) return null;
  const longHeader = (first & 0b1100_0000) === 0b1100_0000;
  const version = packet.readUInt32BE(1);
  const type = (first & 0b0011_0000) >> 4;
  if (!longHeader || version === 0 || type !== (version === QUIC_V2 ? 1 : 0)) return null;
  return packet.subarray(6, 6 + idLength).toString('hex');
}
