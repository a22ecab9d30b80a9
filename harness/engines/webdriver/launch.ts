import path from 'node:path';
import type { BrowserChoice } from '../browsers.ts';
import type { BrowserIdentity, BrowserSession, EnginePage, LaunchOptions } from '../engine.ts';
import { EngineError } from '../errors.ts';
import { unwrapResult, wrapExpression } from '../expression.ts';
import { operatingSystem } from '../identity.ts';
import { LIMITS, within } from '../time-limits.ts';
import { remoteCapabilities, safariCapabilities, webkitgtkCapabilities } from './capabilities.ts';
import { WebDriverClient } from './client.ts';
import { introduce } from './introduce.ts';
import { startWebDriverServer, type WebDriverServer } from './server.ts';

/**
 * Starts a browser through classic WebDriver: by a driver on this machine, or a server elsewhere.
 * @throws {EngineError} `missing` without a driver, else `crash`, `timeout` or `protocol` when it does not start
 */
export async function launchWebDriver(
  choice: BrowserChoice,
  options: LaunchOptions,
): Promise<BrowserSession> {
  const { driverPath, remoteUrl } = choice;
  if (remoteUrl) {
    const { always, either } = remoteCapabilities(choice, options);
    const starting = WebDriverClient.start(remoteUrl, always, either);
    const client = await within(LIMITS.launch, 'starting the browser', starting).catch((error) => {
      // A server that answers later has made a session that nobody would end.
      void starting.then((late) => late.quit()).catch(() => {});
      throw error;
    });
    await introduce(client, choice.engine, options.proxy.pass).catch(async (error) => {
      await client.quit().catch(() => {});
      throw error;
    });
    return new WebDriverSession(choice, client, null);
  }
  if (!driverPath) throw new EngineError('missing', `no WebDriver server is known for ${choice.name}`);
  const capabilities =
    path.basename(driverPath) === 'safaridriver'
      ? safariCapabilities()
      : webkitgtkCapabilities(options, choice.args);
  const server = await startWebDriverServer(driverPath, capabilities);
  return new WebDriverSession(choice, server.client, server);
}

class WebDriverSession implements BrowserSession {
  readonly identity: BrowserIdentity;
  readonly closed: Promise<string>;
  readonly #client: WebDriverClient;
  readonly #server: WebDriverServer | null;
  /** The end of the queue: a session has one current window, so commands must not overlap. */
  #queue: Promise<unknown> = Promise.resolve();
  #currentWindow: string | null = null;
  /** The window that the browser has begun with: it is never closed, neither here nor by script. */
  #first: string | null = null;
  #closing: Promise<void> | null = null;
  #reportClosed: (reason: string) => void = () => {};

  constructor(choice: BrowserChoice, client: WebDriverClient, server: WebDriverServer | null) {
    const { browserVersion, platformName } = client.capabilities;
    this.identity = {
      name: choice.name,
      engine: choice.engine,
      version: browserVersion ?? 'unknown',
      os: choice.system ?? (server ? operatingSystem() : (platformName ?? 'unknown')),
      drivenBy: `${choice.driverPath ? path.basename(choice.driverPath) : 'remote'} (WebDriver)`,
    };
    this.#client = client;
    this.#server = server;
    this.closed = new Promise((resolve) => {
      this.#reportClosed = (reason) => {
        if (!this.#closing) resolve(reason);
      };
    });
    void server?.ended.then(this.#reportClosed);
  }

  async open(): Promise<EnginePage> {
    // A window can be asked for only in one that is open (https://www.w3.org/TR/webdriver2/#new-window).
    this.#first ??= (await this.#inTurn(() => this.#client.windows()))[0] as string;
    const handle = await this.#inWindow(this.#first, (client) => client.openWindow());
    const isOfScript = await this.#inWindow(handle, (client) => client.hasOpener());
    if (isOfScript) throw new EngineError('protocol', 'asked for a window, the browser gave one of a page');
    return new WebDriverPage(
      (command) => this.#inWindow(handle, command),
      () => this.#closeWindow(handle),
    );
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    // A driver that is killed leaves nothing behind (see processes.ts); a session elsewhere has to be ended.
    if (this.#server) await this.#server.stop();
    else await within(LIMITS.close, 'ending the session', this.#client.quit()).catch(() => {});
  }

  #inWindow<T>(handle: string, command: (client: WebDriverClient) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      if (this.#currentWindow !== handle) await this.#client.switchTo(handle);
      this.#currentWindow = handle;
      return command(this.#client);
    });
  }

  async #closeWindow(handle: string): Promise<void> {
    await this.#inWindow(handle, (client) => client.closeWindow()).catch(() => {});
    this.#currentWindow = null;
  }

  /** WebKitWebDriver has only `unknown error` for the command during which its browser died. */
  #isAlive(): Promise<boolean> {
    return this.#client.windows().then(
      () => true,
      () => false,
    );
  }

  #inTurn<T>(command: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(command).catch(async (error: EngineError) => {
      if (await this.#isAlive()) throw error;
      this.#reportClosed(`the browser is gone: ${error.message}`);
      throw new EngineError('crash', `the browser is gone: ${error.message}`, { cause: error });
    });
    this.#queue = result.catch(() => {});
    return result;
  }
}

type InWindow = <T>(command: (client: WebDriverClient) => Promise<T>) => Promise<T>;

class WebDriverPage implements EnginePage {
  readonly #inWindow: InWindow;
  readonly close: () => Promise<void>;

  constructor(inWindow: InWindow, close: () => Promise<void>) {
    this.#inWindow = inWindow;
    this.close = close;
  }

  goto(url: string): Promise<void> {
    return this.#inWindow((client) => client.navigate(url));
  }

  async evaluate<T>(expression: string): Promise<T> {
    const script = `const done = arguments[arguments.length - 1]; ${wrapExpression(expression)}.then(done);`;
    return unwrapResult<T>(await this.#inWindow((client) => client.executeAsync<string>(script)));
  }

  /** Classic WebDriver has no console. */
  console(): null {
    return null;
  }
}
