import { chromium, firefox, webkit } from 'playwright';
import { UserError } from '../errors.ts';
import type { BrowserChoice } from './choice.ts';
import { browsersFromEnvironment, leavesBuildsOut, SYSTEM_BROWSERS } from './configuration.ts';
import type { EngineName } from './engine.ts';
import { executableOnPath, isExecutable } from './executables.ts';

export type { BrowserChoice } from './choice.ts';
export { browsersFromEnvironment } from './configuration.ts';
export { launch } from './launch.ts';

const builds = { chromium, firefox, webkit };

/** Where a browser that nobody configured is looked for, in this order. */
interface Places {
  engine: EngineName;
  /** Playwright's name for an installed browser, taken at its word. */
  channel?: string;
  /** Playwright has a build of its own. */
  build?: true;
  /** Executables of the browser on the `PATH`. */
  executables?: readonly string[];
  /** WebDriver servers on the `PATH`. */
  drivers?: readonly string[];
}

/** The names a user may ask for without configuring anything. */
const PLACES: Record<string, Places> = {
  chromium: {
    engine: 'chromium',
    build: true,
    executables: ['chromium', 'chromium-browser', 'google-chrome'],
  },
  firefox: { engine: 'firefox', build: true, executables: ['firefox-esr', 'firefox'] },
  webkit: { engine: 'webkit', build: true, drivers: ['WebKitWebDriver', 'safaridriver'] },
  webkitgtk: { engine: 'webkit', drivers: ['WebKitWebDriver'] },
  safari: { engine: 'webkit', drivers: ['safaridriver'] },
  chrome: { engine: 'chromium', channel: 'chrome' },
  msedge: { engine: 'chromium', channel: 'msedge' },
  'firefox-beta': { engine: 'firefox', channel: 'moz-firefox-beta' },
  'firefox-nightly': { engine: 'firefox', channel: 'moz-firefox-nightly' },
};

/** Every name that {@link findBrowser} knows by itself. */
export const KNOWN_BROWSERS: readonly string[] = Object.keys(PLACES);

/**
 * Finds a browser by name: the one configured in the environment, else Playwright's own build (unless the environment
 * leaves builds out), else the system's. A channel is taken at its word; whether it is installed shows at launch.
 * @returns null when it is not installed
 * @throws {UserError} when nobody knows the name, or the configuration is wrong
 */
export function findBrowser(name: string, env: NodeJS.ProcessEnv = process.env): BrowserChoice | null {
  const configured = browsersFromEnvironment(env).get(name);
  if (configured) return configured;
  const places = PLACES[name];
  if (places) return lookIn(places, name, env);
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
  throw new UserError(
    `browser ${name}: it is not installed: ${triedIn(PLACES[name] as Places, env)}`,
    'Run: npx connect-src install',
  );
}

function lookIn(
  { engine, channel, build, executables = [], drivers = [] }: Places,
  name: string,
  env: NodeJS.ProcessEnv,
): BrowserChoice | null {
  if (channel !== undefined) return { name, engine, how: 'channel', channel };
  const built = build && !leavesBuildsOut(env) ? builds[engine].executablePath() : '';
  if (isExecutable(built)) return { name, engine, how: 'playwright-build', executablePath: built };
  const executablePath = executableOnPath(...executables);
  if (executablePath) return { name, engine, how: 'system', executablePath };
  const driverPath = executableOnPath(...drivers);
  return driverPath ? { name, engine, how: 'webdriver', driverPath } : null;
}

/** Where a browser was looked for in vain, in words. */
function triedIn({ engine, build, executables = [], drivers = [] }: Places, env: NodeJS.ProcessEnv): string {
  const names = `on the PATH there is no ${[...executables, ...drivers].join(' and no ')}`;
  if (!build) return names;
  const own = leavesBuildsOut(env)
    ? `${SYSTEM_BROWSERS}=1 leaves Playwright's build out`
    : `there is no build of Playwright's at ${builds[engine].executablePath()}`;
  return `${own}, and ${names}`;
}
