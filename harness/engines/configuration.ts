import path from 'node:path';
import { UserError } from '../errors.ts';
import type { BrowserChoice } from './choice.ts';
import type { EngineName } from './engine.ts';
import { isExecutable } from './executables.ts';

const VARIABLE = 'CONNECT_SRC_BROWSERS';
const EXAMPLE = `${VARIABLE}='chromium=/opt/chromium/chrome,webkit=http://grid:4444,firefox'`;

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
  const text = env[VARIABLE]?.trim();
  if (!text) return new Map(DEFAULT_BROWSERS.map((name) => [name, null]));
  const browsers = new Map<string, BrowserChoice | null>();
  for (const [name, where] of text.startsWith('{') ? entriesOfJson(text) : entriesOfList(text)) {
    if (browsers.has(name)) throw mistake(`${name} is named twice`, 'Give the second one a name of its own');
    browsers.set(name, where === '' ? null : choiceAt(name, where));
  }
  return browsers;
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
