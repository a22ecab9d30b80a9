import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../errors.ts';
import { meantBy, placesKept, readSettings, textOf, VARIABLE } from './configuration.ts';
import { absolute } from './setting.ts';

/** The names of a configuration file, in the order in which they are looked for. */
export const CONFIGURATION_FILES: readonly string[] = [
  'connect-src.config.ts',
  'connect-src.config.js',
  'connect-src.config.json',
];

/**
 * Takes over what the configuration file of a folder says, for this process and for those it starts: its browsers are
 * those of the run, or, where the environment names browsers, say where these are. Does nothing where there is no file.
 *
 * The file is `{ "browsers": { "<name>": <setting> } }`, as JSON or as the default export of a script. Paths in it are
 * relative to it.
 *
 * @throws {UserError} for two files, and one that is not what it should be
 */
export async function takeConfigurationFile(
  folder = process.cwd(),
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const [name, second] = CONFIGURATION_FILES.filter((each) => existsSync(path.join(folder, each)));
  if (name === undefined) return;
  if (second !== undefined)
    throw new UserError(`${name} and ${second} are both there`, 'Keep one of the two');
  const content = await contentOf(path.join(folder, name), name);
  const settings = readSettings(browsersIn(content, name), name);
  for (const [browser, setting] of settings) {
    const one = absolute(setting, folder);
    meantBy(browser, one, name);
    settings.set(browser, one);
  }
  const configured = textOf(settings);
  const wanted = env[VARIABLE]?.trim();
  env[VARIABLE] = wanted ? placesKept(wanted, { [VARIABLE]: configured }) : configured;
}

async function contentOf(file: string, name: string): Promise<unknown> {
  try {
    if (name.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'));
    return ((await import(pathToFileURL(file).href)) as { default?: unknown }).default;
  } catch (error) {
    throw new UserError(`${name}: it cannot be read: ${(error as Error).message}`, 'Correct it');
  }
}

function browsersIn(content: unknown, name: string): [string, unknown][] {
  const { browsers, ...others } = Object(content) as Record<string, unknown>;
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw new UserError(`${name}: "${other}" is not known`, 'It holds "browsers", and nothing else');
  if (typeof browsers === 'object' && browsers !== null && Object.keys(browsers).length > 0)
    return Object.entries(browsers);
  throw new UserError(
    `${name}: it names no browsers`,
    'Write { "browsers": { "chromium-old": { "executable": "/opt/chromium/chrome" }, "firefox": {} } }',
  );
}
