import path from 'node:path';
import { z } from 'zod';
import type { BrowserChoice } from './browsers.ts';
import type { EngineName } from './engine.ts';
import { isExecutable } from './executables.ts';
import { launchOptionsIn } from './launch-options.ts';

/** Where a browser is and how it is started, as `connect-src.config.json` and `CONNECT_SRC_BROWSERS` say it. */
export const browserSetting = z.strictObject({
  /** Needed where the name does not begin with it. */
  engine: z.enum(['chromium', 'firefox', 'webkit']).optional(),
  /** Playwright's own build of the engine. */
  build: z.literal(true).optional(),
  /** Playwright's name for an installed browser, such as `chrome-beta` or `moz-firefox-nightly`. */
  channel: z.string().optional(),
  /** Path of a browser's executable. */
  executable: z.string().optional(),
  /** Path of WebKitWebDriver or safaridriver. */
  driver: z.string().optional(),
  /** URL of a WebDriver server. */
  url: z
    .string()
    .regex(/^https?:\/\//i, 'only http(s) URLs')
    .optional(),
  /** URL of a Playwright server, which takes `launch-options` in its query: `ws://grid:3000/?launch-options={"channel":"chrome"}`. */
  connect: z
    .string()
    .regex(/^wss?:\/\//i, 'only ws(s) URLs')
    .optional(),
  /** What the browser is started with besides what the harness needs. */
  args: z.array(z.string()).optional(),
  /** Preferences of Firefox, as in `about:config`. */
  preferences: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  /** The operating system it runs on, in words, where it is not the harness's: a container, a folder, another machine. */
  system: z.string().min(1).optional(),
});
export type BrowserSetting = z.infer<typeof browserSetting>;

/** The ways to say where a browser is, of which a setting has one at most. */
const PLACES = ['build', 'channel', 'executable', 'driver', 'url', 'connect'] as const;

/** What a setting means: a browser at a place, or one that is found by its name; with what it is started with. */
export interface Meant {
  place: BrowserChoice | 'build' | null;
  additions: Pick<BrowserChoice, 'args' | 'preferences' | 'system'>;
  engine: EngineName | null;
}

/** A setting that cannot be: what is wrong, and what to do about it. */
export interface Mistake {
  what: string;
  fix: string;
}

/** A setting for one that is written as a path or a URL only; an empty text is left to be found by name. */
export function settingOf(where: string, name: string): BrowserSetting {
  if (where === '') return {};
  if (/^https?:\/\//i.test(where)) return { url: where };
  if (/^wss?:\/\//i.test(where)) return { connect: where };
  return engineIn(name) === 'webkit' ? { driver: where } : { executable: where };
}

/** The same with paths that are absolute. @param folder what they are relative to */
export function absolute(setting: BrowserSetting, folder: string): BrowserSetting {
  const { executable, driver } = setting;
  return {
    ...setting,
    ...(executable !== undefined && { executable: path.resolve(folder, executable) }),
    ...(driver !== undefined && { driver: path.resolve(folder, driver) }),
  };
}

/**
 * What a setting of this name means.
 *
 * @param known the engine of a browser that is known by this name
 */
export function meaningOf(name: string, setting: BrowserSetting, known: EngineName | null): Meant | Mistake {
  const engine = setting.engine ?? known ?? engineIn(name);
  const { args, preferences, system, channel, executable, driver, url, connect } = setting;
  const additions = { ...(args && { args }), ...(preferences && { preferences }), ...(system && { system }) };
  const [place, second] = PLACES.filter((one) => setting[one] !== undefined);
  if (second !== undefined)
    return { what: `${name} has both ${place} and ${second}`, fix: 'Say in one way where it is' };
  if (preferences && engine !== null && engine !== 'firefox')
    return { what: `${name} has preferences, and is no Firefox`, fix: 'Take them out' };
  if (place === undefined && Object.keys(additions).length === 0 && setting.engine === undefined)
    return { place: null, additions, engine };
  if (engine === null)
    return {
      what: `the name ${name} does not tell the engine`,
      fix: `Call it chromium-${name}, firefox-${name} or webkit-${name}, or give its "engine"`,
    };
  if (args && (driver?.endsWith('safaridriver') || (url !== undefined && name === 'safari')))
    return { what: `${name} has args, and Safari takes none`, fix: 'Take them out' };
  const away = url ?? connect;
  if (away !== undefined && !isUrl(away))
    return { what: `${name} is to be at ${away}, which is no URL`, fix: 'Correct it' };
  if (connect !== undefined && launchOptionsIn(new URL(connect)) === null)
    return {
      what: `${name} has launch-options that are no JSON object`,
      fix: 'Write ?launch-options={"channel":"chrome"}',
    };
  const named = { name, engine, ...additions };
  if (url !== undefined)
    return at({ ...named, how: 'remote', remoteUrl: url.replace(/\/+$/, '') }, additions, engine);
  if (connect !== undefined) return at({ ...named, how: 'connect', remoteUrl: connect }, additions, engine);
  if (channel !== undefined) return at({ ...named, how: 'channel', channel }, additions, engine);
  const file = executable ?? driver;
  if (file === undefined) return { place: setting.build ? 'build' : null, additions, engine };
  if (!isExecutable(file))
    return {
      what: `${name} is to be at ${file}, and nothing that can be run is there`,
      fix: 'Correct the path',
    };
  if (engine !== 'webkit' && driver !== undefined)
    return {
      what: `${name} has a driver, and Playwright drives ${engine} without one`,
      fix: 'Give the "executable" of the browser',
    };
  if (engine !== 'webkit') return at({ ...named, how: 'system', executablePath: file }, additions, engine);
  if (/driver$/i.test(path.basename(file)))
    return at({ ...named, how: 'webdriver', driverPath: file }, additions, engine);
  return {
    what: `${name} is to be at ${file}, which is no WebDriver server`,
    fix: 'Give the path of WebKitWebDriver or safaridriver: they start the browser',
  };
}

function isUrl(text: string): boolean {
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
}

const at = (place: BrowserChoice, additions: Meant['additions'], engine: EngineName): Meant => ({
  place,
  additions,
  engine,
});

/** The engine that a name begins with, or null. */
const engineIn = (name: string): EngineName | null =>
  (/^(chromium|firefox|webkit)(?:-|$)/.exec(name)?.[1] as EngineName | undefined) ?? null;
