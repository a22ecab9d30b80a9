import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { privateFolder } from '../engines/private-folder.ts';
import { partKey } from './part-key.ts';

/**
 * What the main process of a run and its workers hand over in files. Scenarios run together, and each has its test: a
 * worker has to know which of them this run is for, and the tests of the others find their results here. They do so in
 * another worker as well, which Playwright starts after every failed test.
 */
const FOLDER = 'CONNECT_SRC_HAND_OVER';

const SELECTION = 'selection.json';

/**
 * For the main process: begins a run. Workers that start later find the folder, which goes with this process.
 *
 * @param selection the scenarios to run, by {@link partKey}
 */
export function beginHandOver(selection: readonly string[]): void {
  const folder = path.join(privateFolder(), 'hand-over');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(path.join(folder, SELECTION), JSON.stringify(selection));
  process.env[FOLDER] = `${process.pid} ${folder}`;
}

/** The folder of the run that this process belongs to; null where there is none, or where the variable is an outer run's. */
function folderOfRun(): string | null {
  const [, pid, folder = null] = /^(\d+) (.*)$/.exec(process.env[FOLDER] ?? '') ?? [];
  return [process.pid, process.ppid].includes(Number(pid)) ? folder : null;
}

/** For a worker: whether this run is for a scenario; null where the run has another reporter, and nobody has said. */
export function isSelected(browser: string, scenario: string): boolean | null {
  const folder = folderOfRun();
  if (folder === null) return null;
  selection ??= new Set(JSON.parse(readFileSync(path.join(folder, SELECTION), 'utf8')) as string[]);
  return selection.has(partKey(browser, scenario));
}

let selection: ReadonlySet<string> | undefined;

/** Which test results are for: a test may be repeated. */
export interface Addressee {
  browser: string;
  scenario: string;
  repetition: number;
}

/** For a worker: leaves the results of a scenario to its test. */
export function leave(addressee: Addressee, results: string): void {
  const file = fileFor(addressee);
  if (file !== null) writeFileSync(file, results);
}

/** For a worker: the results that were left to a test; null where there are none. */
export function take(addressee: Addressee): string | null {
  const file = fileFor(addressee);
  if (file === null) return null;
  try {
    const results = readFileSync(file, 'utf8');
    rmSync(file);
    return results;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function fileFor({ browser, scenario, repetition }: Addressee): string | null {
  const folder = folderOfRun();
  const name = encodeURIComponent(`${partKey(browser, scenario)} ${repetition}`);
  return folder === null ? null : path.join(folder, `${name}.json`);
}
