import { readdirSync, readFileSync } from 'node:fs';

/**
 * Watches the memory of this process and of all that descend from it, browsers included. Memory that processes share is
 * counted once (proportional set size).
 *
 * @param every how often it is looked at, in milliseconds
 * @returns ends the watch and gives the most there was, in MiB; null where the system does not tell (not Linux)
 */
export function watchMemory(every = 500): () => number | null {
  let most: number | null = null;
  const look = () => {
    const now = memoryOf(family(process.pid));
    if (now > 0) most = Math.max(most ?? 0, now);
  };
  const timer = setInterval(look, every);
  return () => {
    clearInterval(timer);
    look();
    return most === null ? null : Math.round(most / 1024);
  };
}

/** A process and its descendants. */
function family(root: number): number[] {
  const parents = new Map<number, number>();
  for (const entry of entriesOf('/proc').filter((name) => /^\d+$/.test(name))) {
    const [, parent] = /\) \S (\d+)/.exec(textOf(`/proc/${entry}/stat`)) ?? [];
    if (parent !== undefined) parents.set(Number(entry), Number(parent));
  }
  const members = [root];
  for (const one of members) for (const [pid, parent] of parents) if (parent === one) members.push(pid);
  return members;
}

/** In KiB. */
const memoryOf = (processes: readonly number[]): number =>
  processes.reduce((sum, pid) => {
    const [, size] = /^Pss:\s+(\d+)/m.exec(textOf(`/proc/${pid}/smaps_rollup`)) ?? [];
    return sum + Number(size ?? 0);
  }, 0);

/** Processes end at any time: of one that is gone there is nothing to read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
