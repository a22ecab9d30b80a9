import { readFileSync } from 'node:fs';

/** Whether there is a process of this number. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/**
 * When a process started, in ticks since the machine did: it tells the process from a later one with the same number. Null
 * where the system does not say.
 */
export function startOf(pid: number): number | null {
  try {
    // The name in parentheses may hold anything; the start is the 20th field after it (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return Number(fields[19]);
  } catch {
    return null;
  }
}
