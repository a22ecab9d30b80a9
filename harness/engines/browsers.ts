import type { EngineName } from './engine.ts';

/** What is known of a browser: where it is found, what brings it, and what others call it. */
export interface Browser {
  engine: EngineName;
  /** Playwright has a build of its own. */
  build?: true;
  /** Playwright's name for an installed browser, taken at its word. */
  channel?: string;
  /** Executables of the browser on the `PATH`, the best first. */
  executables?: readonly string[];
  /** WebDriver servers on the `PATH` that start it, the best first. */
  drivers?: readonly string[];
  /** Debian's packages for it, with all that it needs to be driven; none where Debian has it not. */
  debian: readonly string[];
  /** What web-platform-tests calls it. */
  wpt: string;
  /** What browser-compat-data calls it, or null: Chromium stands for Chrome there, WebKit's ports for nothing. */
  bcd: 'chrome' | 'edge' | 'firefox' | 'safari' | null;
}

/** `glib-networking` is what WebKitGTK has no TLS without; Xvfb is where it draws. */
const WEBKITGTK = ['webkit2gtk-driver', 'xvfb', 'glib-networking'];

/** The browsers that can be asked for by name; those of one engine's name stand for all others of that engine. */
export const BROWSERS: ReadonlyMap<string, Browser> = new Map<string, Browser>([
  [
    'chromium',
    {
      engine: 'chromium',
      build: true,
      executables: ['chromium', 'chromium-browser', 'google-chrome'],
      debian: ['chromium'],
      wpt: 'chromium',
      bcd: 'chrome',
    },
  ],
  [
    'firefox',
    {
      engine: 'firefox',
      build: true,
      executables: ['firefox-esr', 'firefox'],
      debian: ['firefox-esr'],
      wpt: 'firefox',
      bcd: 'firefox',
    },
  ],
  [
    'webkit',
    {
      engine: 'webkit',
      build: true,
      drivers: ['WebKitWebDriver', 'safaridriver'],
      debian: WEBKITGTK,
      wpt: 'webkit',
      bcd: null,
    },
  ],
  [
    'webkitgtk',
    { engine: 'webkit', drivers: ['WebKitWebDriver'], debian: WEBKITGTK, wpt: 'webkitgtk', bcd: null },
  ],
  ['safari', { engine: 'webkit', drivers: ['safaridriver'], debian: [], wpt: 'safari', bcd: 'safari' }],
  ['chrome', { engine: 'chromium', channel: 'chrome', debian: [], wpt: 'chrome', bcd: 'chrome' }],
  ['chrome-beta', { engine: 'chromium', channel: 'chrome-beta', debian: [], wpt: 'chrome', bcd: 'chrome' }],
  ['chrome-dev', { engine: 'chromium', channel: 'chrome-dev', debian: [], wpt: 'chrome', bcd: 'chrome' }],
  ['msedge', { engine: 'chromium', channel: 'msedge', debian: [], wpt: 'edge', bcd: 'edge' }],
  [
    'firefox-beta',
    { engine: 'firefox', channel: 'moz-firefox-beta', debian: [], wpt: 'firefox', bcd: 'firefox' },
  ],
  [
    'firefox-nightly',
    { engine: 'firefox', channel: 'moz-firefox-nightly', debian: [], wpt: 'firefox', bcd: 'firefox' },
  ],
]);

/**
 * What is known of a browser that took part in a run: that of its name or of the driver that started it, else of its
 * engine, as for `chromium-92`.
 */
export function browserOf(ran: { name: string; engine: EngineName; drivenBy: string }): Browser {
  const named = BROWSERS.get(ran.name);
  if (named && ran.name !== ran.engine) return named;
  const driven = [...BROWSERS.values()].find(
    ({ engine, build, drivers = [] }) =>
      engine === ran.engine && !build && drivers.some((driver) => ran.drivenBy.includes(driver)),
  );
  return driven ?? (BROWSERS.get(ran.engine) as Browser);
}

/** A browser that was found: what it is and how to start it. */
export interface BrowserChoice {
  /** The name the user knows it by. */
  name: string;
  engine: EngineName;
  /**
   * Playwright's own build, a system browser by path, one of the cache by version, a channel of Playwright's, a local
   * driver, a remote one, a Playwright server.
   */
  how: 'playwright-build' | 'system' | 'cache' | 'channel' | 'webdriver' | 'remote' | 'connect';
  executablePath?: string;
  /** Its version, where that is known before it is started: of one of the cache. */
  version?: string;
  /** Playwright's name for an installed browser, such as `chrome`. */
  channel?: string;
  /** The WebDriver server to start. */
  driverPath?: string;
  /** The WebDriver server to use, with no slash at the end, or the Playwright server. */
  remoteUrl?: string;
  /** What it is started with besides what the harness needs. */
  args?: readonly string[];
  /** Preferences of Firefox, besides those the harness needs. */
  preferences?: Readonly<Record<string, string | number | boolean>>;
  /** The operating system it runs on, in words, where it is not the harness's. */
  system?: string;
  /** The root of the system that it enters when it starts, where that is in a folder of this machine; it takes root. */
  root?: string;
}
