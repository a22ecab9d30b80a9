import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import type { ConsoleMessage } from '../engine.ts';
import { LONGEST_SOCKET_PATH, privateFolder } from '../private-folder.ts';
import { LIMITS, within } from '../time-limits.ts';

/**
 * What Firefox refuses is in its console, and WebDriver BiDi does not tell it. The protocol of Firefox's developer
 * tools does: https://firefox-source-docs.mozilla.org/devtools/backend/protocol.html
 */

let sockets = 0;

/**
 * A path for the socket of one Firefox, in the private folder. Whoever reaches this socket gives Firefox any order
 * without being asked who they are, and Firefox lets everybody write to it: the folder is what keeps others away.
 * @returns null where the path is too long for a socket: then there is no console
 */
export function firefoxConsolePath(): string | null {
  sockets += 1;
  const file = path.join(privateFolder(), `console-${sockets}`);
  return Buffer.byteLength(file) > LONGEST_SOCKET_PATH ? null : file;
}

/**
 * What makes a stock Firefox listen for its developer tools on a Unix socket, without asking first.
 * @param socketPath from {@link firefoxConsolePath}; never a port, which every user of the machine could connect to
 */
export function firefoxConsoleOptions(socketPath: string | null) {
  if (socketPath === null) return { args: [], preferences: {} };
  return {
    args: [`--start-debugger-server=${socketPath}`],
    preferences: {
      'devtools.chrome.enabled': true,
      'devtools.debugger.prompt-connection': false,
      'devtools.debugger.remote-enabled': true,
    },
  };
}

interface Packet {
  from: string;
  type?: string;
  /** A request that it could not answer. */
  error?: string;
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
 * @param socketPath the one that {@link firefoxConsoleOptions} was given
 * @returns false when this Firefox does not answer, or not as it should, and there is no console
 */
export async function followFirefoxConsole(
  socketPath: string | null,
  tell: (message: ConsoleMessage) => void,
): Promise<boolean> {
  const socket = socketPath === null ? null : await connectTo(socketPath);
  if (!socket) return false;
  const listening = new Promise<boolean>((resolve) => {
    const ask = (to: string, type: string, rest: object = {}) => send(socket, { to, type, ...rest });
    let consoleActor: string | undefined;
    socket.once('close', () => resolve(false));
    readPackets(socket, (packet) => {
      if (packet.error !== undefined) resolve(false);
      else if (packet.processDescriptor) {
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
  return within(LIMITS.launch, 'asking Firefox for its console', listening).catch(() => false);
}

function asMessage({ errorMessage, timeStamp, error, warning }: PageError): ConsoleMessage {
  return { time: timeStamp, type: error ? 'error' : warning ? 'warning' : 'info', text: errorMessage };
}

/** The socket is there a moment after the browser says that it is ready. */
async function connectTo(socketPath: string): Promise<Socket | null> {
  for (const deadline = Date.now() + 5_000; Date.now() < deadline; ) {
    const socket = connect(socketPath);
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
