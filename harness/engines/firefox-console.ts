import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { ConsoleMessage } from './engine.ts';

/**
 * What Firefox refuses is in its console, and WebDriver BiDi does not tell it. The protocol of Firefox's developer
 * tools does: https://firefox-source-docs.mozilla.org/devtools/backend/protocol.html
 */

/** What makes a stock Firefox listen for its developer tools on this port of 127.0.0.1, without asking first. */
export function firefoxConsoleOptions(port: number) {
  return {
    args: ['--start-debugger-server'],
    preferences: {
      'devtools.chrome.enabled': true,
      'devtools.debugger.prompt-connection': false,
      'devtools.debugger.remote-enabled': true,
      'devtools.debugger.remote-port': port,
    },
  };
}

interface Packet {
  from: string;
  type?: string;
  processDescriptor?: { actor: string };
  process?: { consoleActor: string };
  pageError?: PageError;
}

/** A line that Firefox itself wrote, about a page or about its own affairs. */
interface PageError {
  errorMessage: string;
  timeStamp: number;
  error: boolean;
  warning: boolean;
  isForwardedFromContentProcess: boolean;
  chromeContext: boolean;
}

/**
 * Follows what Firefox writes to its console about pages and workers. It does not say which page it was about.
 * @param port the one that {@link firefoxConsoleOptions} was given
 * @returns false when this Firefox does not answer, and there is no console
 */
export async function followFirefoxConsole(
  port: number,
  tell: (message: ConsoleMessage) => void,
): Promise<boolean> {
  const socket = await connectTo(port);
  if (!socket) return false;
  return new Promise((resolve) => {
    const ask = (to: string, type: string, rest: object = {}) => send(socket, { to, type, ...rest });
    let consoleActor: string | undefined;
    socket.once('close', () => resolve(false));
    readPackets(socket, (packet) => {
      if (packet.processDescriptor) {
        ask(packet.processDescriptor.actor, 'getTarget');
      } else if (packet.process) {
        consoleActor = packet.process.consoleActor;
        ask(consoleActor, 'startListeners', { listeners: ['PageError'] });
      } else if (packet.pageError) {
        const { pageError } = packet;
        if (pageError.isForwardedFromContentProcess && !pageError.chromeContext) tell(asMessage(pageError));
      } else if (packet.from === consoleActor) {
        resolve(true);
      }
    });
    // The first process is the browser's own, to which the others hand what they write to the console.
    ask('root', 'getProcess', { id: 0 });
  });
}

function asMessage({ errorMessage, timeStamp, error, warning }: PageError): ConsoleMessage {
  return { time: timeStamp, type: error ? 'error' : warning ? 'warning' : 'info', text: errorMessage };
}

/** The port opens a moment after the browser says that it is ready. */
async function connectTo(port: number): Promise<Socket | null> {
  for (const deadline = Date.now() + 5_000; Date.now() < deadline; ) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      socket.on('error', () => {});
      return socket;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return null;
}

/** A packet is its length in bytes, a colon, and that much JSON. */
function send(socket: Socket, packet: object): void {
  const json = JSON.stringify(packet);
  socket.write(`${Buffer.byteLength(json)}:${json}`);
}

function readPackets(socket: Socket, take: (packet: Packet) => void): void {
  let buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const end = colon + 1 + Number(buffer.toString('latin1', 0, colon));
      if (colon === -1 || !(buffer.length >= end)) return;
      take(JSON.parse(buffer.toString('utf8', colon + 1, end)) as Packet);
      buffer = buffer.subarray(end);
    }
  });
}
