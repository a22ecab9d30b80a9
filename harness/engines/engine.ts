/** The one interface through which the harness drives every browser. */

export type { EngineErrorKind } from './errors.ts';
export { EngineError } from './errors.ts';

/** The three rendering engines. */
export type EngineName = 'chromium' | 'firefox' | 'webkit';

/** Which browser it was, for the record. */
export interface BrowserIdentity {
  /** The name the user knows it by, such as `chromium` or `firefox-nightly`. */
  name: string;
  engine: EngineName;
  /** The exact version, as the browser itself reports it. */
  version: string;
  /** The operating system it ran on, such as `Debian GNU/Linux 12 (bookworm)`. */
  os: string;
  /** What drove it, such as `Playwright 1.64.1 (CDP)`. */
  drivenBy: string;
}

/**
 * What a proxy that other machines reach asks for. A browser is led to the greeting once, and challenged there; that is
 * intercepted, and nothing after it: what it was told it shows by itself from then on, also in workers.
 */
export interface ProxyPass {
  username: string;
  password: string;
  /** Where the proxy tells with this text that the credentials were shown. */
  greeting: { url: string; text: string };
}

/** What every browser is started with. */
export interface LaunchOptions {
  /**
   * The forward proxy that every request goes through, loopback names included. On this machine it asks for no
   * credentials: by Playwright, Chromium and a stock Firefox answer its challenge only where all requests are intercepted,
   * in Chromium with the cache off and not in workers.
   */
  proxy: { host: string; port: number; pass?: ProxyPass };
  /** Without a window; the default. */
  headless?: boolean;
  /**
   * A host name that means 127.0.0.1, and its ports that are reached without the proxy, for what no HTTP proxy can carry
   * (WebTransport). All its other ports go through the proxy. WebKit has no switch for that and ignores it.
   */
  direct?: { host: string; ports: readonly number[] };
}

/** The exceptions from the proxy as browsers take them: `host:port` each, and nothing of the host without a port. */
export const directAuthorities = (direct: LaunchOptions['direct']): string[] =>
  direct ? direct.ports.map((port) => `${direct.host}:${port}`) : [];

/** One line of the browser's console. */
export interface ConsoleMessage {
  /** Milliseconds since the epoch. */
  time: number;
  /** The browser's own word: `error`, `warning`, `log`, … */
  type: string;
  text: string;
}

/** A running browser. */
export interface BrowserSession {
  readonly identity: BrowserIdentity;
  /** Resolves with the reason when the browser goes away by itself; stays pending after {@link close}. */
  readonly closed: Promise<string>;
  /**
   * Opens a new top-level page. Playwright's browsers give each page storage, cookies and service workers
   * of its own; over WebDriver all pages of one session share them, and nothing outlives the session.
   */
  open(): Promise<EnginePage>;
  /** Ends the browser and kills what is left of it. Never throws; calling it twice is fine. */
  close(): Promise<void>;
}

/** One top-level page. */
export interface EnginePage {
  /**
   * Navigates and waits for the `load` event.
   * @throws {EngineError} `crash`, `timeout`, or `protocol` when the browser could not load the URL
   */
  goto(url: string): Promise<void>;
  /**
   * Evaluates a JavaScript expression in the page's global, outside the reach of the page's own policy.
   * A promise is waited for; the result comes back as `JSON.stringify` would write it, `undefined` as undefined.
   * Over WebDriver the pages of one session take turns, so there a pending promise holds up the others.
   * @throws {EngineError} `script` when it throws or rejects, else `crash`, `timeout` or `protocol`
   */
  evaluate<T>(expression: string): Promise<T>;
  /**
   * Takes the console messages that have arrived since the last call, the browser's own refusals included; null
   * where no protocol tells them. They come by a way of their own and may arrive after what they are about. A stock
   * Firefox does not say which page its refusals are about, so each open page is told them.
   */
  console(): ConsoleMessage[] | null;
  /** Closes the page. Never throws. */
  close(): Promise<void>;
}
