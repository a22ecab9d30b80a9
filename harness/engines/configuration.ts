import { z } from 'zod';
import { UserError } from '../errors.ts';
import { BROWSERS, type BrowserChoice } from './browsers.ts';
import { PRODUCTS } from './cache/request.ts';
import type { EngineName } from './engine.ts';
import { type BrowserSetting, browserSetting, type Meant, meaningOf, settingOf } from './setting.ts';

/** Names the browsers of a run. */
export const VARIABLE = 'CONNECT_SRC_BROWSERS';
/** As in `results.json`. */
const NAME = /^(?!constructor$)[a-z0-9][a-z0-9.-]*$/;
/** Set to `1`, it leaves out Playwright's own builds, also those that are installed. */
export const SYSTEM_BROWSERS = 'CONNECT_SRC_SYSTEM_BROWSERS';
const EXAMPLE = `${VARIABLE}='chromium=/opt/chromium/chrome,webkit=http://localhost:4444,firefox'`;

/** The browsers of a run where nothing else is said: one of each engine. */
const DEFAULT_BROWSERS: readonly string[] = ['chromium', 'firefox', 'webkit'];

/**
 * The browsers of a run, as the environment variable `CONNECT_SRC_BROWSERS` names them: a comma-separated list of
 * names, each alone or with `=` and where it is (the path of a browser or, for WebKit, of its WebDriver server; or
 * the URL of a WebDriver server), or a JSON object of the same, whose values can be settings as well
 * ({@link browserSetting}). Names of one's own start with the engine's, where no setting tells it.
 * @returns each name with its browser, in order; null is left to be found by name
 * @throws {UserError} when the variable does not say what it means, or a path leads nowhere
 */
export function browsersFromEnvironment(
  env: NodeJS.ProcessEnv = process.env,
): Map<string, BrowserChoice | null> {
  const settings = settingsIn(env[VARIABLE]);
  if (settings.size === 0) return new Map(DEFAULT_BROWSERS.map((name) => [name, null]));
  return new Map(
    [...settings].map(([name, setting]) => {
      const { place } = meantBy(name, setting);
      return [name, typeof place === 'string' ? null : place];
    }),
  );
}

/** What the environment says of one browser, besides where it is; null where it does not name it. */
export function meantInEnvironment(name: string, env: NodeJS.ProcessEnv = process.env): Meant | null {
  const setting = settingsIn(env[VARIABLE]).get(name);
  return setting === undefined ? null : meantBy(name, setting);
}

/**
 * The browsers that `wanted` names, as a new text for `CONNECT_SRC_BROWSERS`: where `wanted` does not say where one is,
 * it stays where the environment says that it is.
 * @throws {UserError} when either of the two does not say what it means
 */
export function placesKept(wanted: string, env: NodeJS.ProcessEnv = process.env): string {
  const configured = settingsIn(env[VARIABLE]);
  const settings = settingsIn(wanted);
  for (const [name, setting] of settings)
    if (isEmpty(setting)) settings.set(name, configured.get(name) ?? setting);
  return textOf(settings);
}

/** Settings as a text for `CONNECT_SRC_BROWSERS`. */
export const textOf = (settings: ReadonlyMap<string, BrowserSetting>): string =>
  JSON.stringify(Object.fromEntries([...settings].map(([name, one]) => [name, isEmpty(one) ? '' : one])));

const isEmpty = (setting: BrowserSetting): boolean => Object.keys(setting).length === 0;

/** Whether Playwright's own builds are left out, so that the system's browsers are taken. */
export const leavesBuildsOut = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env[SYSTEM_BROWSERS] === '1';

/**
 * Reads settings by name.
 * @param browsers each name with a setting, or with a path, a URL, or an empty text
 * @param subject what the entries stand in, for the error
 * @throws {UserError} for a name that cannot be one, and a setting that is not what it should be
 */
export function readSettings(
  browsers: readonly (readonly [string, unknown])[],
  subject = VARIABLE,
): Map<string, BrowserSetting> {
  const settings = new Map<string, BrowserSetting>();
  for (const [name, value] of browsers) {
    if (!NAME.test(name))
      throw mistake(
        `"${name}" is no name`,
        'Use a–z, 0–9, dots and hyphens: it names files and tables',
        subject,
      );
    if (settings.has(name))
      throw mistake(`${name} is named twice`, 'Give the second one a name of its own', subject);
    settings.set(name, typeof value === 'string' ? settingOf(value, name) : parsed(name, value, subject));
  }
  return settings;
}

function parsed(name: string, value: unknown, subject: string): BrowserSetting {
  const read = browserSetting.safeParse(value);
  if (read.success) return read.data;
  throw mistake(
    `${name} has a value that is no setting: ${z.prettifyError(read.error).replace(/\s*\n\s*/g, ' ')}`,
    `Give a path, a URL, "" to find it by name, or an object with some of ${Object.keys(browserSetting.shape).join(', ')}`,
    subject,
  );
}

/** Each name with its setting, in order. */
function settingsIn(text = ''): Map<string, BrowserSetting> {
  const trimmed = text.trim();
  if (trimmed === '') return new Map();
  return readSettings(trimmed.startsWith('{') ? entriesOfJson(trimmed) : entriesOfList(trimmed));
}

function entriesOfList(text: string): [string, string][] {
  const items = text.split(',').map((item) => item.trim());
  return items.map((item) => {
    const equals = item.indexOf('=');
    const name = equals === -1 ? item : item.slice(0, equals).trim();
    if (name === '') throw mistake(`"${item}" has no name`, `Write it like ${EXAMPLE}`);
    // As it is asked for when it is added; see `connect-src browsers add`.
    return [name.replace(/^([a-z]+)@(\d)/, '$1-$2'), equals === -1 ? '' : item.slice(equals + 1).trim()];
  });
}

function entriesOfJson(text: string): [string, unknown][] {
  try {
    return Object.entries(JSON.parse(text) as object);
  } catch (error) {
    throw mistake(
      `it is not JSON: ${(error as Error).message}`,
      `Correct it, or write a list like ${EXAMPLE}`,
    );
  }
}

/** @throws {UserError} for a setting that cannot be */
export function meantBy(name: string, setting: BrowserSetting, subject = VARIABLE): Meant {
  const meant = meaningOf(name, setting, engineOf(name));
  if ('fix' in meant) throw mistake(meant.what, meant.fix, subject);
  return meant;
}

/** The engine of a name that is known, or of a version that can be added. */
function engineOf(name: string): EngineName | null {
  const product = /^([a-z]+)-\d/.exec(name)?.[1] ?? '';
  const ofProduct = Object.hasOwn(PRODUCTS, product) ? PRODUCTS[product] : undefined;
  return BROWSERS.get(name)?.engine ?? ofProduct ?? null;
}

function mistake(what: string, fix: string, subject = VARIABLE): UserError {
  return new UserError(`${subject}: ${what}`, fix);
}
