import path from 'node:path';
import { chromium, firefox, webkit } from 'playwright';
import { UserError } from '../errors.ts';
import { BROWSERS, type Browser, type BrowserChoice } from './browsers.ts';
import { type KeptBrowser, keptBrowser } from './cache/kept-browsers.ts';
import { PRODUCTS } from './cache/request.ts';
import { leavesBuildsOut, meantInEnvironment, SYSTEM_BROWSERS } from './configuration.ts';
import type { EngineName } from './engine.ts';
import { executableOnPath, isExecutable } from './executables.ts';
import { requireListening } from './listen.ts';
import type { Meant } from './setting.ts';

export type { BrowserChoice } from './browsers.ts';
export { browsersFromEnvironment } from './configuration.ts';
export { launch } from './launch.ts';

const builds = { chromium, firefox, webkit };

/** Every name that {@link findBrowser} knows by itself. */
export const KNOWN_BROWSERS: readonly string[] = [...BROWSERS.keys()];

/**
 * Finds a browser by name: the one configured in the environment, else Playwright's own build (unless the environment
 * leaves builds out), else the system's, else the one of the cache that was added by version. A channel is taken at its word; whether it is installed shows at launch.
 * @returns null when it is not installed
 * @throws {UserError} when there is no such name, or the configuration is wrong
 */
export function findBrowser(name: string, env: NodeJS.ProcessEnv = process.env): BrowserChoice | null {
  const meant = meantInEnvironment(name, env);
  if (meant?.place === 'build') {
    const places = { engine: meant.engine as EngineName, build: true as const };
    return withAdditions(lookIn(places, name, {}), meant);
  }
  if (meant?.place) return meant.place;
  const places = BROWSERS.get(name);
  if (places) return withAdditions(lookIn(places, name, env), meant);
  const kept = keptBrowser(name, env);
  if (kept) return withAdditions(keptChoice(kept), meant);
  throw new UserError(
    `browser ${name}: there is no browser of this name`,
    isVersion(name)
      ? `Add it: npx connect-src browsers add ${name.replace('-', '@')}`
      : `Use one of ${KNOWN_BROWSERS.join(', ')}, or say where it is: CONNECT_SRC_BROWSERS='firefox-${name}=/path/to/it'`,
  );
}

/** Whether this user may start a browser: one in a system of its own is entered as root only. */
export const mayEnter = ({ root }: BrowserChoice): boolean => root === undefined || process.getuid?.() === 0;

/**
 * Like {@link findBrowser}, for those who cannot go on without.
 * @throws {UserError} also when the browser is not installed, this user may not start it, or it runs on another machine and
 *   our servers listen on none of its networks
 */
export function resolveBrowser(name: string, env: NodeJS.ProcessEnv = process.env): BrowserChoice {
  const choice = findBrowser(name, env);
  if (choice) requireListening(choice, env);
  if (choice && mayEnter(choice)) return choice;
  if (choice)
    throw new UserError(
      `browser ${name}: it is in a system of its own, and entering one takes root`,
      'Run this as root, or take another browser',
    );
  const places = BROWSERS.get(name);
  throw new UserError(
    `browser ${name}: it is not installed${places ? `: ${triedIn(places, env)}` : ''}`,
    'Run: npx connect-src install',
  );
}

/** What the user wants besides; what a browser of the cache needs to start comes first. */
const withAdditions = (choice: BrowserChoice | null, meant: Meant | null): BrowserChoice | null =>
  choice && {
    ...choice,
    ...meant?.additions,
    ...(choice.args && { args: [...choice.args, ...(meant?.additions.args ?? [])] }),
  };

/** Whether a name is that of a version in the cache, as `chromium-119` is. */
const isVersion = (name: string): boolean =>
  new RegExp(`^(${Object.keys(PRODUCTS).join('|')})-\\d`).test(name);

/** How a browser of the cache is started. */
function keptChoice(kept: KeptBrowser): BrowserChoice {
  const { name, engine, version, executablePath, args, folder, system } = kept;
  const inside = system && { system: system.name, root: path.join(folder, system.root) };
  return engine === 'webkit'
    ? { name, engine, how: 'webdriver', version, driverPath: executablePath, args, ...inside }
    : { name, engine, how: 'cache', version, executablePath, args, ...inside };
}

function lookIn(
  { engine, channel, build, executables = [], drivers = [] }: Omit<Browser, 'debian' | 'wpt' | 'bcd'>,
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
function triedIn({ engine, build, executables = [], drivers = [] }: Browser, env: NodeJS.ProcessEnv): string {
  const names = `on the PATH there is no ${[...executables, ...drivers].join(' and no ')}`;
  if (!build) return names;
  const own = leavesBuildsOut(env)
    ? `${SYSTEM_BROWSERS}=1 leaves Playwright's build out`
    : `there is no build of Playwright's at ${builds[engine].executablePath()}`;
  return `${own}, and ${names}`;
}
