import path from 'node:path';
import { acquireDisplay, type Display } from './display.ts';
import { EngineError } from './errors.ts';
import { freePort } from './free-port.ts';
import { type OwnedProcess, startOwned } from './processes.ts';
import { LIMITS } from './time-limits.ts';
import { WebDriverClient } from './webdriver-client.ts';

/** A WebDriver server on this machine. */
export interface WebDriverServer {
  readonly url: string;
  /** Resolves with the reason when the server ends. */
  readonly ended: Promise<string>;
  /** Kills it and its browser. Never throws. */
  stop(): Promise<void>;
}

/**
 * Starts WebKitWebDriver or safaridriver on a free port of 127.0.0.1, with a display where it needs one.
 * @throws {EngineError} `missing` when the driver or Xvfb is not there, `crash` or `timeout` when it does not start
 */
export async function startWebDriverServer(driverPath: string): Promise<WebDriverServer> {
  const display = process.platform === 'linux' ? await acquireDisplay() : null;
  try {
    // The accessibility bridge would start a bus of its own; nothing here reads it.
    const env = display ? { DISPLAY: display.name, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' } : {};
    // WebKitWebDriver would take port 0, but does not tell which one it got.
    const port = await freePort();
    const driver = await startOwned(driverPath, [`--port=${port}`], env);
    driver.child.stdout.resume();
    const server = {
      url: `http://127.0.0.1:${port}`,
      ended: driver.ended,
      stop: () => stop(driver, display),
    };
    await ready(server, path.basename(driverPath));
    return server;
  } catch (error) {
    await display?.release();
    throw error;
  }
}

async function stop(driver: OwnedProcess, display: Display | null): Promise<void> {
  await driver.kill();
  await display?.release();
}

/** Neither driver says when it listens, so it has to be asked. */
async function ready(server: WebDriverServer, name: string): Promise<void> {
  const deadline = Date.now() + LIMITS.launch;
  let ended: string | undefined;
  server.ended.then((reason) => {
    ended = reason;
  });
  while (!(await WebDriverClient.isReady(server.url))) {
    if (ended !== undefined) throw new EngineError('crash', ended);
    if (Date.now() > deadline) {
      await server.stop();
      throw new EngineError('timeout', `${name} did not start within ${LIMITS.launch / 1000} s`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
