import { chromium, firefox, webkit } from 'playwright';
import { UserError } from '../errors.ts';
import type { BrowserChoice } from './choice.ts';
import { browsersFromEnvironment } from './configuration.ts';
import type { EngineName } from './engine.ts';
import { executableOnPath, isExecutable } from './executables.ts';

export type { BrowserChoice } from './choice.ts';
export { browsersFromEnvironment } from './configuration.ts';
export { launch } from './launch.ts';

const builds = { chromium, firefox, webkit };

/** The names a user may ask for without configuring anything, and where each is looked for, in order. */
const FINDERS: Record<string, () => BrowserChoice | null> = {
  chromium: () =>
    playwrightBuild('chromium') ?? systemBrowser('chromium', 'chromium', 'chromium-browser', 'google-chrome'),
  firefox: () => playwrightBuild('firefox') ?? systemBrowser('firefox', 'firefox-esr', 'firefox'),
  webkit: () => playwrightBuild('webkit') ?? webDriver('webkit', 'WebKitWebDriver', 'safaridriver'),
  webkitgtk: () => webDriver('webkitgtk', 'WebKitWebDriver'),
  safari: () => webDriver('safari', 'safaridriver'),
  chrome: () => channel('chrome', 'chromium', 'chrome'),
  msedge: () => channel('msedge', 'chromium', 'msedge'),
  'firefox-beta': () => channel('firefox-beta', 'firefox', 'moz-firefox-beta'),
  'firefox-nightly': () => channel('firefox-nightly', 'firefox', 'moz-firefox-nightly'),
};

/** Every name that {@link findBrowser} knows by itself. */
export const KNOWN_BROWSERS: readonly string[] = Object.keys(FINDERS);

/**
 * Finds a browser by name: the one configured in the environment, else Playwright's own build, else the system's.
 * A channel is taken at its word; whether it is installed shows at launch.
 * @returns null when it is not installed
 * @throws {UserError} when nobody knows the name, or the configuration is wrong
 */
export function findBrowser(name: string, env: NodeJS.ProcessEnv = process.env): BrowserChoice | null {
  const configured = browsersFromEnvironment(env).get(name);
  if (configured) return configured;
  const find = FINDERS[name];
  if (find) return find();
  throw new UserError(
    `browser ${name}: nobody knows a browser of this name`,
    `Use one of ${KNOWN_BROWSERS.join(', ')}, or say where it is: CONNECT_SRC_BROWSERS='firefox-${name}=/path/to/it'`,
  );
}

/**
 * Like {@link findBrowser}, for those who cannot go on without.
 * @throws {UserError} also when the browser is not installed
 */
export function resolveBrowser(name: string, env: NodeJS.ProcessEnv = process.env): BrowserChoice {
  const choice = findBrowser(name, env);
  if (choice) return choice;
  throw new UserError(`browser ${name}: it is not installed`, 'Run: npx connect-src install');
}

function playwrightBuild(engine: EngineName): BrowserChoice | null {
  const executablePath = builds[engine].executablePath();
  return isExecutable(executablePath)
    ? { name: engine, engine, how: 'playwright-build', executablePath }
    : null;
}

function systemBrowser(engine: EngineName, ...executables: string[]): BrowserChoice | null {
  const executablePath = executableOnPath(...executables);
  return executablePath ? { name: engine, engine, how: 'system', executablePath } : null;
}

function webDriver(name: string, ...drivers: string[]): BrowserChoice | null {
  const driverPath = executableOnPath(...drivers);
  return driverPath ? { name, engine: 'webkit', how: 'webdriver', driverPath } : null;
}

function channel(name: string, engine: EngineName, channelName: string): BrowserChoice {
  return { name, engine, how: 'channel', channel: channelName };
}
