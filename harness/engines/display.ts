import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { EngineError } from './errors.ts';
import { executableOnPath } from './executables.ts';
import { privateFolder, removeAsWell } from './private-folder.ts';
import { type OwnedProcess, startOwned } from './processes.ts';
import { LIMITS, within } from './time-limits.ts';

/** A place for a browser without a headless mode to draw on. */
export interface Display {
  /** What `DISPLAY` has to be set to, such as `:99`. */
  readonly name: string;
  /** What has to be in the environment of a program that draws on it: `DISPLAY`, and the key where it has one. */
  readonly env: NodeJS.ProcessEnv;
  /** Gives it back; the last one to do so stops the Xvfb that was started for it. Never throws. */
  release(): Promise<void>;
}

let users = 0;
let virtual: Promise<VirtualDisplay> | undefined;

interface VirtualDisplay {
  name: string;
  /** The file with its key. */
  authority: string;
  server: OwnedProcess;
}

/**
 * The user's own display where there is one that answers, else one Xvfb shared by all browsers of this process.
 * @throws {EngineError} `missing` when Xvfb is needed and not installed, `protocol` when it does not start
 */
export async function acquireDisplay(): Promise<Display> {
  const own = process.env.DISPLAY;
  if (own && (await hasUsableDisplay())) {
    return { name: own, env: { DISPLAY: own }, release: async () => {} };
  }
  users += 1;
  try {
    virtual ??= startXvfb();
    const { name, authority } = await virtual;
    let released = false;
    const release = async () => {
      if (released) return;
      released = true;
      await releaseVirtual();
    };
    return { name, env: { DISPLAY: name, XAUTHORITY: authority }, release };
  } catch (error) {
    await releaseVirtual();
    throw error;
  }
}

async function releaseVirtual(): Promise<void> {
  users -= 1;
  if (users > 0) return;
  const stopping = virtual;
  virtual = undefined;
  await stopping?.then(stopXvfb).catch(() => {});
}

/** Xvfb is killed, so what it would remove by itself is removed here. */
async function stopXvfb({ name, authority, server }: VirtualDisplay): Promise<void> {
  await server.kill();
  for (const file of [authority, ...filesOf(name)]) rmSync(file, { force: true });
}

/** The lock and the socket of an X server, which are nowhere else. */
function filesOf(name: string): string[] {
  const number = name.slice(1);
  return [`/tmp/.X${number}-lock`, `/tmp/.X11-unix/X${number}`];
}

/** `-displayfd` lets Xvfb choose a free number, and tells it only once it is ready. */
async function startXvfb(): Promise<VirtualDisplay> {
  const executable = executableOnPath('Xvfb');
  if (!executable) throw new EngineError('missing', 'Xvfb is not installed, and there is no DISPLAY to use');
  const authority = writeAuthority();
  const server = await startOwned(executable, [
    '-auth',
    authority,
    '-displayfd',
    '1',
    '-screen',
    '0',
    '1280x720x24',
    '-nolisten',
    'tcp',
  ]);
  try {
    const said = Promise.race([once(server.child.stdout, 'data'), server.ended]);
    const number = await within(LIMITS.launch, 'starting Xvfb', said);
    if (!Array.isArray(number)) throw new EngineError('protocol', `no display: ${number}`);
    const name = `:${String(number[0]).trim()}`;
    removeAsWell(...filesOf(name));
    return { name, authority, server };
  } catch (error) {
    await server.kill();
    throw error;
  }
}

/**
 * Makes a key that whoever wants to draw on the display has to know, and writes it for the server and the browser to
 * read. Without one, an X server lets in every user of the machine. The format is Xauthority's (`man 7 Xsecurity`, and
 * `Xauth.h` of libXau): numbers of two bytes, the highest first; texts with their length before them.
 * @returns the path, in the private folder
 */
function writeAuthority(): string {
  const number = (value: number) => Buffer.from([value >> 8, value & 0xff]);
  const text = (value: Buffer) => Buffer.concat([number(value.length), value]);
  const [anyFamily, anyAddress, anyDisplay] = [number(0xffff), text(Buffer.alloc(0)), text(Buffer.alloc(0))];
  const key = [text(Buffer.from('MIT-MAGIC-COOKIE-1')), text(randomBytes(16))];
  authorities += 1;
  const file = path.join(privateFolder(), `authority-${authorities}`);
  writeFileSync(file, Buffer.concat([anyFamily, anyAddress, anyDisplay, ...key]), { mode: 0o600 });
  return file;
}

let authorities = 0;

/** Whether an X server listens at `DISPLAY`; one left over from a closed session does not count. */
export async function hasUsableDisplay(): Promise<boolean> {
  const [, host, number] = /^(.*):(\d+)/.exec(process.env.DISPLAY ?? '') ?? [];
  if (number === undefined) return false;
  const socketPath = `/tmp/.X11-unix/X${number}`;
  const local = host === '' || host === 'unix';
  if (local && !existsSync(socketPath)) return false;
  const socket = local ? connect(socketPath) : connect(6000 + Number(number), host);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
