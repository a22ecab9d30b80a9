import { readFileSync } from 'node:fs';
import type { Server, Socket } from 'node:net';

/** How near to the limit counts as short: what one more connection and its site need, and some more at a time. */
const MARGIN = 16;

/**
 * Tells when the process runs short of file descriptors. A connection for which there is none left is closed in libuv
 * without a word to anybody; but descriptors are numbered from below, so a high one tells that it was close.
 *
 * @param limit the highest number of descriptors; Infinity where the system does not tell
 */
export function watchDescriptors(
  server: Server,
  tell: (reason: string) => void,
  limit = descriptorLimit(),
): void {
  server.on('connection', (socket) => {
    if (descriptorOf(socket) >= limit - MARGIN)
      tell(`the servers ran short of file descriptors (the limit is ${limit})`);
  });
}

/** The process's own limit, which Node has already raised as far as it may; Linux tells it. */
function descriptorLimit(): number {
  try {
    const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return soft === undefined ? Number.POSITIVE_INFINITY : Number(soft);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Node tells it only so; where it does not, nothing is watched. */
const descriptorOf = (socket: Socket): number =>
  (socket as unknown as { _handle?: { fd?: number } | null })._handle?.fd ?? -1;
