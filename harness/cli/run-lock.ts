import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning, startOf } from '../engines/process-number.ts';
import { UserError } from '../errors.ts';

/** The process that writes to a folder; `started` tells it from a later one with the same number, where that is known. */
interface Holder {
  pid: number;
  started: number | null;
}

/**
 * Takes a folder for this process's run: of two runs at once, the later would delete what the first one writes.
 *
 * @param say is told, in a line, that the lock of a run that was killed has been removed
 * @returns gives the folder free
 * @throws {UserError} where another run is writing there
 */
export function lockFolder(directory: string, say: (line: string) => void): () => void {
  const file = path.join(directory, 'run.lock');
  const mine: Holder = { pid: process.pid, started: startOf(process.pid) };
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = holderOf(file);
      if (holder !== null && (holds(holder) || attempt > 0))
        throw new UserError(
          `Another run (process ${holder.pid}) is writing to ${directory}.`,
          'Wait for its end, or give this run a folder of its own: --output DIR',
        );
      say(`The run that wrote to ${directory} before was killed; its lock was removed.`);
      rmSync(file, { force: true });
    }
  }
}

function holderOf(file: string): Holder | null {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return Number.isInteger(pid) && pid > 0 ? { pid, started } : null;
  } catch {
    return null;
  }
}

/** Whether it is still that process which holds it. */
function holds({ pid, started }: Holder): boolean {
  const now = startOf(pid);
  return isRunning(pid) && (started === null || now === null || now === started);
}
