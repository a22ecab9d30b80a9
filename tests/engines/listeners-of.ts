import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { processesOf } from './processes-of.ts';

/** A TCP port on which a process listens. */
export interface Listener {
  /** The process's name, as the kernel keeps it. */
  name: string;
  port: number;
}

const LISTEN = '0A';

/** The TCP ports on which the descendants of this process listen, without those in `but`. Linux only. */
export function listenersOfChildren(but: readonly Listener[] = []): Listener[] {
  const ports = new Map(['/proc/net/tcp', '/proc/net/tcp6'].flatMap(portsIn));
  const known = new Set(but.map(({ port }) => port));
  return processesOf(process.pid).flatMap(({ pid, name }) =>
    socketsOf(pid).flatMap((inode) => {
      const port = ports.get(inode);
      return port === undefined || known.has(port) ? [] : [{ name, port }];
    }),
  );
}

/** Each listening socket's inode with its port (proc(5)). */
function portsIn(file: string): [string, number][] {
  return readFileSync(file, 'latin1')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === LISTEN)
    .map((fields) => [fields[9] ?? '', Number.parseInt(fields[1]?.split(':')[1] ?? '', 16)]);
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}
