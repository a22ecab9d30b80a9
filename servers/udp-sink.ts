import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type Ledger, now } from './ledger.ts';
import { LOOPBACK } from './listen.ts';

/** A UDP port that answers nothing, and tells the ledger of each QUIC connection that is tried. */
export interface UdpSink {
  /**
   * The port on 127.0.0.1. QUIC does not go through an HTTP proxy (Chromium fails it at once where a proxy is set), so
   * aim WebTransport at a host the browser resolves to 127.0.0.1 by itself and keeps away from the proxy.
   */
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Opens a sink.
 *
 * @param caseId the case the port is for: nothing else tells it, for the URL of a WebTransport is encrypted
 */
export async function openUdpSink(ledger: Ledger, caseId: string | null): Promise<UdpSink> {
  const socket = createSocket('udp4');
  socket.bind(0, LOOPBACK);
  await once(socket, 'listening');
  const { port } = socket.address();
  const seen = new Set<string>();
  socket.on('message', (packet) => {
    const connection = initialConnectionId(packet);
    // A client that gets no answer sends its Initial again: that is still one connection.
    if (connection === null || seen.has(connection)) return;
    seen.add(connection);
    ledger.record({
      time: now(),
      kind: 'quic',
      case: caseId,
      document: null,
      run: null,
      hop: 0,
      method: 'CONNECT',
      url: `https://${LOOPBACK}:${port}/`,
      headers: {},
      status: 0,
    });
  });
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= new Promise((resolve) => socket.close(() => resolve())));
  return { port, close };
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
