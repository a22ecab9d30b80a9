import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { access } from 'node:fs/promises';
import os from 'node:os';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { EngineError } from './errors.ts';
import { privateFolder } from './private-folder.ts';

/** Wrapper that ties a process group's life to ours; see the script. Windows has neither `sh` nor groups. */
const DIE_WITH_PARENT =
  process.platform === 'win32' ? null : fileURLToPath(new URL('./die-with-parent.sh', import.meta.url));

/** A helper process and everything it starts in its turn. */
export interface OwnedProcess {
  readonly child: ChildProcess & { stdout: Readable };
  /** Resolves when the process has ended, with a sentence that says so. */
  readonly ended: Promise<string>;
  /** Kills the whole process group and waits until its leader is gone. Never throws. */
  kill(): Promise<void>;
}

/**
 * How to start an executable so that it dies with us, for launchers that take a path (Playwright's).
 * The launcher must make it a process group leader with a pipe as file descriptor 3, as Playwright does.
 */
export function dieWithParent(executablePath: string): { executablePath: string; env: NodeJS.ProcessEnv } {
  if (DIE_WITH_PARENT === null) return { executablePath, env: process.env };
  const env = { ...process.env, ...homeIfNone(), CONNECT_SRC_EXECUTABLE: executablePath };
  return { executablePath: DIE_WITH_PARENT, env };
}

/** A home for a browser whose user has none to write to, as in a container: Firefox waits for one for ever. */
function homeIfNone(): { HOME?: string } {
  try {
    accessSync(os.homedir(), constants.W_OK);
    return {};
  } catch {
    return { HOME: privateFolder() };
  }
}

const running = new Set<ChildProcess>();

/**
 * Starts a process that cannot outlive the harness: it is killed, with all its descendants of the same group, by
 * {@link OwnedProcess.kill}, on exit, SIGINT, SIGTERM and SIGHUP of this process, and when this process is killed.
 * Its standard output is a pipe that the caller has to read.
 * @param executable its absolute path
 * @throws {EngineError} `missing` when there is no such executable
 */
export async function startOwned(
  executable: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<OwnedProcess> {
  await access(executable, constants.X_OK).catch((cause) => {
    throw new EngineError('missing', `${executable} is not there or cannot be run`, { cause });
  });
  const wrapped = dieWithParent(executable);
  const child = spawn(wrapped.executablePath, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
    env: { ...wrapped.env, ...env },
  }) as OwnedProcess['child'];
  await once(child, 'spawn');
  running.add(child);
  endChildrenWithThisProcess();
  const ended = once(child, 'exit').then(() => {
    running.delete(child);
    killGroup(child);
    return `${executable} ended`;
  });
  const kill = async () => {
    killGroup(child);
    await ended;
  };
  return { child, ended, kill };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

let watching = false;

/**
 * On a signal that nobody else handles, this process ends the way it would have without us, children first. Where
 * somebody does (Playwright's runner lets its workers tidy up first), the end is theirs to choose. Browsers started
 * by Playwright are among the children: it kills them when this process exits.
 */
export function endChildrenWithThisProcess(): void {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const child of running) killGroup(child);
  });
  const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
  for (const [signal, exitCode] of Object.entries(exitCodes)) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(exitCode);
    });
  }
}
