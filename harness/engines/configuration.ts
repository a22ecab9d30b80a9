import path from 'node:path';
import { UserError } from '../errors.ts';
import type { BrowserChoice } from './choice.ts';
import type { EngineName } from './engine.ts';
import { isExecutable } from './executables.ts';

const VARIABLE = 'CONNECT_SRC_BROWSERS';
/** Set to `1`, it leaves out Playwright's own builds, also those that are installed. */
export const SYSTEM_BROWSERS = 'CONNECT_SRC_SYSTEM_BROWSERS';
const EXAMPLE = `${VARIABLE}='chromium=/opt/chromium/chrome,webkit=http://localhost:4444,firefox'`;

/** The browsers of a run where nothing else is said: one of each engine. */
const DEFAULT_BROWSERS: readonly string[] = ['chromium', 'firefox', 'webkit'];

/**
 * The browsers of a run, as the environment variable `CONNECT_SRC_BROWSERS` names them: a comma-separated list of
 * names, each alone or with `=` and where it is (the path of a browser or, for WebKit, of its WebDriver server; or
 * the URL of a WebDriver server), or the same as a JSON object. Names of one's own start with the engine's.
 * @returns each name with its browser, in order; null is left to be found by name
 * @throws {UserError} when the variable does not say what it means, or a path leads nowhere
 */
export function browsersFromEnvironment(
  env: NodeJS.ProcessEnv = process.env,
): Map<string, BrowserChoice | null> {
  const places = placesIn(env[VARIABLE]);
  if (places.size === 0) return new Map(DEFAULT_BROWSERS.map((name) => [name, null]));
  return new Map([...places].map(([name, where]) => [name, where === '' ? null : choiceAt(name, where)]));
}

/**
 * The browsers that `wanted` names, as a new text for `CONNECT_SRC_BROWSERS`: where `wanted` does not say where one is,
 * it stays where the environment says that it is.
 * @throws {UserError} when either of the two does not say what it means
 */
export function placesKept(wanted: string, env: NodeJS.ProcessEnv = process.env): string {
  const configured = placesIn(env[VARIABLE]);
  const places = placesIn(wanted);
  for (const [name, where] of places) places.set(name, where || (configured.get(name) ?? ''));
  return JSON.stringify(Object.fromEntries(places));
}

/** Whether Playwright's own builds are left out, so that the system's browsers are taken. */
export const leavesBuildsOut = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env[SYSTEM_BROWSERS] === '1';

/** Each name with where it is, in order; an empty string is left to be found by name. */
function placesIn(text = ''): Map<string, string> {
  const trimmed = text.trim();
  if (trimmed === '') return new Map();
  const places = new Map<string, string>();
  for (const [name, where] of trimmed.startsWith('{') ? entriesOfJson(trimmed) : entriesOfList(trimmed)) {
    if (places.has(name)) throw mistake(`${name} is named twice`, 'Give the second one a name of its own');
    places.set(name, where);
  }
  return places;
}

function entriesOfList(text: string): [string, string][] {
  const items = text.split(',').map((item) => item.trim());
  return items.map((item) => {
    const equals = item.indexOf('=');
    const name = equals === -1 ? item : item.slice(0, equals).trim();
    if (name === '') throw mistake(`"${item}" has no name`, `Write it like ${EXAMPLE}`);
    return [name, equals === -1 ? '' : item.slice(equals + 1).trim()];
  });
}

function entriesOfJson(text: string): [string, string][] {
  let browsers: unknown;
  try {
    browsers = JSON.parse(text);
  } catch (error) {
    throw mistake(`it is not JSON: ${(error as Error).message}`, `Mend it, or write a list like ${EXAMPLE}`);
  }
  return Object.entries(browsers as object).map(([name, where]) => {
    if (typeof where === 'string') return [name, where];
    throw mistake(`${name} has a value that is not a string`, 'Give a path, a URL, or "" to find it by name');
  });
}

function choiceAt(name: string, where: string): BrowserChoice {
  const engine = engineOf(name);
  if (/^https?:\/\//i.test(where))
    return { name, engine, how: 'remote', remoteUrl: where.replace(/\/+$/, '') };
  if (!isExecutable(where)) {
    throw mistake(`${name} is to be at ${where}, and nothing that can be run is there`, 'Correct the path');
  }
  if (engine !== 'webkit') return { name, engine, how: 'system', executablePath: where };
  if (/driver$/i.test(path.basename(where))) return { name, engine, how: 'webdriver', driverPath: where };
  throw mistake(
    `${name} is to be at ${where}, which is no WebDriver server`,
    'Give the path of WebKitWebDriver or safaridriver: they start the browser',
  );
}

function engineOf(name: string): EngineName {
  const engine = /^(chromium|firefox|webkit)(?:-|$)/.exec(name)?.[1];
  if (engine) return engine as EngineName;
  throw mistake(
    `the name ${name} does not tell the engine`,
    `Call it chromium-${name}, firefox-${name} or webkit-${name}`,
  );
}

function mistake(what: string, fix: string): UserError {
  return new UserError(`${VARIABLE}: ${what}`, fix);
}
