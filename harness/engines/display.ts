import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { EngineError } from './errors.ts';
import { executableOnPath } from './executables.ts';
import { type OwnedProcess, startOwned } from './processes.ts';
import { LIMITS, within } from './time-limits.ts';

/** A place for a browser without a headless mode to draw on. */
export interface Display {
  /** What `DISPLAY` has to be set to, such as `:99`. */
  readonly name: string;
  /** Gives it back; the last one to do so stops the Xvfb that was started for it. Never throws. */
  release(): Promise<void>;
}

let users = 0;
let virtual: Promise<{ name: string; server: OwnedProcess }> | undefined;

/**
 * The user's own display where there is one that answers, else one Xvfb shared by all browsers of this process.
 * @throws {EngineError} `missing` when Xvfb is needed and not installed, `protocol` when it does not start
 */
export async function acquireDisplay(): Promise<Display> {
  const own = process.env.DISPLAY;
  if (own && (await hasUsableDisplay())) return { name: own, release: async () => {} };
  users += 1;
  try {
    virtual ??= startXvfb();
    const { name } = await virtual;
    let released = false;
    const release = async () => {
      if (released) return;
      released = true;
      await releaseVirtual();
    };
    return { name, release };
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
  await stopping?.then(({ server }) => server.kill()).catch(() => {});
}

/** `-displayfd` lets Xvfb choose a free number, and tells it only once it is ready. */
async function startXvfb(): Promise<{ name: string; server: OwnedProcess }> {
  const executable = executableOnPath('Xvfb');
  if (!executable) throw new EngineError('missing', 'Xvfb is not installed, and there is no DISPLAY to use');
  const server = await startOwned(executable, [
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
    return { name: `:${String(number[0]).trim()}`, server };
  } catch (error) {
    await server.kill();
    throw error;
  }
}

/** Whether an X server listens at `DISPLAY`; one left over from a closed session does not count. */
export async function hasUsableDisplay(): Promise<boolean> {
  const [, host, number] = /^(.*):(\d+)/.exec(process.env.DISPLAY ?? '') ?? [];
  if (number === undefined) return false;
  const path = `/tmp/.X11-unix/X${number}`;
  const local = host === '' || host === 'unix';
  if (local && !existsSync(path)) return false;
  const socket = local ? connect(path) : connect(6000 + Number(number), host);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
