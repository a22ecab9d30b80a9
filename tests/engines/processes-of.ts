import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  pid: number;
  parent: number;
  /** The executable's name, as the kernel keeps it. */
  name: string;
  zombie: boolean;
}

/** Every process of this machine. Linux only. */
function allProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        const [, name, state, parent] =
          /\((.*)\) (\S) (\d+)/s.exec(readFileSync(`/proc/${entry}/stat`, 'utf8')) ?? [];
        return [{ pid: Number(entry), parent: Number(parent), name: name ?? '', zombie: state === 'Z' }];
      } catch {
        return [];
      }
    });
}

/** The living descendants of a process, and those that left the family but carry its mark in their environment. */
export function processesOf(pid: number, mark?: string): Process[] {
  const living = allProcesses().filter(({ zombie }) => !zombie);
  const family = new Set([pid]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const process of living) if (family.has(process.parent)) family.add(process.pid);
  }
  family.delete(pid);
  return living.filter(
    (process) => family.has(process.pid) || (mark && environment(process.pid).includes(mark)),
  );
}

/** Those of the given processes that are still alive. */
export function survivors(processes: Process[]): Process[] {
  const living = new Map(allProcesses().map((process) => [process.pid, process]));
  return processes.filter(({ pid, name }) => {
    const now = living.get(pid);
    return now && !now.zombie && now.name === name;
  });
}

function environment(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return '';
  }
}
