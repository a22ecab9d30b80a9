import type { EngineName } from './engine.ts';

/** A browser that was found: what it is and how to start it. */
export interface BrowserChoice {
  /** The name the user knows it by. */
  name: string;
  engine: EngineName;
  /** Playwright's own build, a system browser by path, a channel of Playwright's, a local driver, a remote one. */
  how: 'playwright-build' | 'system' | 'channel' | 'webdriver' | 'remote';
  executablePath?: string;
  /** Playwright's name for an installed browser, such as `chrome`. */
  channel?: string;
  /** The WebDriver server to start. */
  driverPath?: string;
  /** The WebDriver server to use, with no slash at the end. */
  remoteUrl?: string;
}
