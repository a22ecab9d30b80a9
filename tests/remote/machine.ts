import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readlinkSync } from 'node:fs';
import { promisify } from 'node:util';
import { lacking } from './packages.ts';

const run = promisify(execFile);

/** How long a command in another network may take to be there, in milliseconds. */
const PATIENCE = 60_000;

/** Another machine, as far as networks go: a namespace of its own, with one cable to this machine. */
export interface Machine {
  /** Its own address. */
  readonly address: string;
  /** This machine's, at the other end of the cable. */
  readonly ours: string;
  /** The cable's end on this machine. */
  readonly cable: string;
  /** Its first process, with which everything in it ends. */
  readonly pid: number;
  /** Starts a command there. It ends with the machine. */
  start(command: string, args: readonly string[], env?: NodeJS.ProcessEnv): ChildProcess;
  /** Runs a command there to its end, and gives what it wrote. */
  run(command: string, args: readonly string[]): Promise<string>;
  /** Ends it, with all that runs there. */
  stop(): Promise<void>;
}

let machines = 0;

/**
 * Makes one. Its processes are in a namespace of their own as well, whose first process reads from a pipe of ours: it
 * ends when this process does, however that ends, and the kernel ends all others with it and takes the cable away.
 *
 * @returns why there can be none, in words, where this user or this system cannot make one
 */
export async function startMachine(): Promise<Machine | string> {
  if (process.platform !== 'linux') return 'network namespaces are a thing of Linux';
  if (process.getuid?.() !== 0) return 'making a network namespace takes root';
  const missing = await lacking('ip', 'iproute2');
  if (missing !== null) return missing;
  const holder = spawn('unshare', ['--net', '--pid', '--fork', '--kill-child', '--mount-proc', 'cat'], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  holder.stderr.on('data', (text: Buffer) => {
    said += text;
  });
  const ended = once(holder, 'exit').catch(() => {});
  const stop = async () => {
    holder.kill('SIGKILL');
    await ended;
  };
  const pid = await firstProcessOf(holder);
  if (pid === null) {
    await stop();
    return `no network namespace can be made here: ${said.trim()}`;
  }
  try {
    return { ...(await connectTo(pid)), pid, ...commandsIn(pid), stop };
  } catch (error) {
    await stop();
    return `no cable can be laid to a network namespace: ${(error as Error).message}`;
  }
}

/** The process in the new namespaces, once it is the one that was asked for; null where there will be none. */
async function firstProcessOf({ pid, exitCode }: ChildProcess): Promise<number | null> {
  for (const deadline = Date.now() + PATIENCE; pid !== undefined && Date.now() < deadline; ) {
    const child = readIfThere(() => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());
    if (child === null && exitCode !== null) return null;
    const name = child ? readIfThere(() => readFileSync(`/proc/${child}/comm`, 'utf8').trim()) : null;
    if (name === 'cat') return Number(child);
    if (child === null) return null;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return null;
}

function readIfThere(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Lays the cable, in a network that documents and benchmarks use: https://www.rfc-editor.org/rfc/rfc2544 */
async function connectTo(pid: number): Promise<Pick<Machine, 'address' | 'ours' | 'cable'>> {
  machines += 1;
  const name = `cs${process.pid.toString(36)}${machines}`;
  const [cable, end] = [`${name}a`, `${name}b`];
  const network = `198.${18 + (process.pid & 1)}.${(process.pid >> 1) & 255}`;
  const first = (machines % 64) * 4;
  const [ours, address] = [`${network}.${first + 1}`, `${network}.${first + 2}`];
  const there = ['--target', String(pid), '--net', 'ip'];
  await run('ip', ['link', 'add', cable, 'type', 'veth', 'peer', 'name', end, 'netns', String(pid)]);
  await run('ip', ['addr', 'add', `${ours}/30`, 'dev', cable]);
  await run('ip', ['link', 'set', cable, 'up']);
  await run('nsenter', [...there, 'addr', 'add', `${address}/30`, 'dev', end]);
  await run('nsenter', [...there, 'link', 'set', end, 'up']);
  await run('nsenter', [...there, 'link', 'set', 'lo', 'up']);
  return { address, ours, cable };
}

function commandsIn(pid: number): Pick<Machine, 'start' | 'run'> {
  const enter = ['--target', String(pid), '--net', '--pid'];
  return {
    start: (command, args, env = {}) =>
      spawn('nsenter', [...enter, command, ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, ...env },
      }),
    run: async (command, args) => (await run('nsenter', [...enter, command, ...args])).stdout,
  };
}

/** Whether a machine is another one: its network is not this process's. */
export const isApart = ({ pid }: Machine): boolean =>
  readlinkSync(`/proc/${pid}/ns/net`) !== readlinkSync('/proc/self/ns/net');

/** Waits until a server there answers over HTTP. @throws Error when it does not */
export async function answering(url: string): Promise<void> {
  let last: unknown;
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; ) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(5_000) });
      return;
    } catch (error) {
      last = error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`nobody answers at ${url}`, { cause: last });
}
