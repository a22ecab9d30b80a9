import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { acquireDisplay, type Display } from '../display.ts';
import { EngineError } from '../errors.ts';
import { privateFolder } from '../private-folder.ts';
import { type OwnedProcess, startOwned } from '../processes.ts';
import { LIMITS, within } from '../time-limits.ts';
import { WebDriverClient } from './client.ts';

/** A WebDriver server on this machine, and its one session. */
export interface WebDriverServer {
  readonly client: WebDriverClient;
  /** Resolves with the reason when the server ends. */
  readonly ended: Promise<string>;
  /** Kills it and its browser. Never throws. */
  stop(): Promise<void>;
}

/**
 * Starts WebKitWebDriver or safaridriver on a free port of 127.0.0.1, with a display where it needs one, and opens its
 * session.
 *
 * Every user of the machine can connect to that port, for neither driver listens anywhere else, and a driver that has no
 * session starts whatever program it is told to. It has one session at most, also after its browser died, and a
 * session's id cannot be guessed. So the session is asked for as soon as the port is open. What is left: a program that
 * asks within those few milliseconds gets the session, and this throws. MiniBrowser listens on a port as well, for its
 * driver; who speaks WebKit's inspector protocol there reads and changes the pages of the tests. On a machine with
 * users who are not trusted, run in a container.
 * @param capabilities what the session must have
 * @throws {EngineError} `missing` when the driver or Xvfb is not there, `crash` or `timeout` when it does not start, or
 *   `protocol` with the driver's own words
 */
export async function startWebDriverServer(
  driverPath: string,
  capabilities: object,
): Promise<WebDriverServer> {
  const display = process.platform === 'linux' ? await acquireDisplay() : null;
  let driver: OwnedProcess | undefined;
  const stop = async () => {
    await driver?.kill();
    await display?.release();
  };
  try {
    // WebKitWebDriver would take port 0, but does not tell which one it got.
    const port = await freePort();
    driver = await startOwned(driverPath, [`--port=${port}`], environment(display));
    driver.child.stdout.resume();
    const client = await openSession(driver, `http://127.0.0.1:${port}`, capabilities);
    return { client, ended: driver.ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function environment(display: Display | null): NodeJS.ProcessEnv {
  const TMPDIR = privateFolder();
  // The accessibility bridge would start a bus of its own; nothing here reads it.
  return display ? { TMPDIR, ...display.env, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' } : { TMPDIR };
}

/** Neither driver says when it listens, so it is asked until it does. */
async function openSession(
  driver: OwnedProcess,
  url: string,
  capabilities: object,
): Promise<WebDriverClient> {
  const deadline = Date.now() + LIMITS.launch;
  let ended: string | undefined;
  void driver.ended.then((reason) => {
    ended = reason;
  });
  for (;;) {
    const left = Math.max(deadline - Date.now(), 0);
    const asked = WebDriverClient.startIfListening(url, capabilities);
    const client = await within(left, 'starting the browser', asked).catch((error: EngineError) => {
      throw taken(error);
    });
    if (client) return client;
    if (ended !== undefined) throw new EngineError('crash', ended);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A port of 127.0.0.1 that nobody listens on, for programs that cannot tell which port they chose themselves. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The error of a driver whose only session is another program's, in words that say so. */
function taken(error: EngineError): EngineError {
  if (!error.message.includes('Maximum number of active sessions')) return error;
  const what = 'another program of this machine took the session of the WebDriver server; it was stopped';
  return new EngineError('protocol', what, { cause: error });
}
