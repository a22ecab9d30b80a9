import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isUserError, UserError } from '../../errors.ts';
import { refusalOf } from '../bidi/oldest-firefox.ts';
import { launch } from '../launch.ts';
import {
  cacheFolder,
  damageOf,
  type KeptBrowser,
  keptBrowser,
  type Manifest,
  makingFolder,
  manifestFile,
  sha256,
} from './kept-browsers.ts';
import { answers, nameOf, type VersionRequest } from './request.ts';
import type { BrowserSource, Unpacked, UnpackedSystem } from './source.ts';
import { debianSuites } from './sources/debian-suites.ts';
import { npmChromium } from './sources/npm-chromium.ts';
import { puppeteerBrowsers } from './sources/puppeteer-browsers.ts';

/** Where browsers come from, in the order in which they are asked. */
export const SOURCES: readonly BrowserSource[] = [puppeteerBrowsers(), npmChromium, debianSuites];

/** How to add a browser. */
export interface AddOptions {
  sources?: readonly BrowserSource[];
  /** Starts an executable and gives the version that it tells of itself. */
  versionOf?: (request: VersionRequest, executablePath: string, args: readonly string[]) => Promise<string>;
  /** Told each step in words. */
  log: (line: string) => void;
}

/**
 * Puts a browser into the cache, from the first source that has it and whose browser starts and is what was asked for. One
 * that is there and whole is left as it is.
 *
 * @throws {UserError} with what each source said, where none has it
 */
export async function addBrowser(
  request: VersionRequest,
  { sources = SOURCES, versionOf = startedVersion, log }: AddOptions,
): Promise<KeptBrowser> {
  const name = nameOf(request);
  const there = keptBrowser(name);
  if (there !== null && (await damageOf(there)) === null) return there;
  refuseEarly(request);
  const refusals: string[] = [];
  let fix =
    'Ask for another version, or name one that you have: CONNECT_SRC_BROWSERS or connect-src.config.json';
  for (const source of sources) {
    const folder = makingFolder(name);
    try {
      const unpacked = await source.unpack(request, folder, log);
      if (typeof unpacked === 'string') {
        refusals.push(`${source.name} ${unpacked}`);
        continue;
      }
      log(`${name}: unpacked from ${unpacked.origin}`);
      const executablePath = path.join(folder, unpacked.executable);
      const version = await versionOf(request, executablePath, unpacked.args);
      if (!answers(version, request.version)) {
        refusals.push(`${source.name} gave ${version} as ${unpacked.origin}`);
        continue;
      }
      return await keep(request, version, unpacked, folder);
    } catch (error) {
      const [what = '', whatToDo] = (error as Error).message.split('\n  ');
      refusals.push(`${source.name}: ${what}`);
      if (isUserError(error) && whatToDo !== undefined) fix = whatToDo;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  throw new UserError(`${request.product}@${request.version}: no source has it: ${refusals.join('; ')}`, fix);
}

/** @throws {UserError} for a browser that could not be driven, before it is fetched */
function refuseEarly({ product, engine, version }: VersionRequest): void {
  const refusal = engine === 'firefox' ? refusalOf(version) : null;
  if (refusal !== null) throw new UserError(`${product}@${version}: ${refusal}`, 'Ask for a later one');
}

async function keep(
  request: VersionRequest,
  version: string,
  { executable, args, origin, integrity, system }: Unpacked,
  making: string,
): Promise<KeptBrowser> {
  const name = nameOf(request);
  const kept: Manifest = {
    name,
    product: request.product,
    engine: request.engine,
    version,
    source: origin,
    executable,
    args: [...args],
    sha256: await sha256(path.join(making, executable)),
    integrity,
    ...(system && {
      system: { ...system, packages: [...system.packages], files: await digests(making, system) },
    }),
    added: new Date().toISOString().slice(0, 10),
  };
  const file = manifestFile(kept);
  writeFileSync(path.join(making, file.name), file.text);
  const folder = path.join(cacheFolder(), name);
  rmSync(folder, { recursive: true, force: true });
  // A browser is in the cache under its name only when it is whole.
  renameSync(making, folder);
  return keptBrowser(name) as KeptBrowser;
}

async function digests(folder: string, { files }: UnpackedSystem): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const file of files) found[file] = await sha256(path.join(folder, file));
  return found;
}

/** Nothing is loaded while a version is asked, so nothing has to listen here. */
const NOWHERE = { host: '127.0.0.1', port: 9 };

async function startedVersion(
  { product, engine }: VersionRequest,
  executablePath: string,
  args: readonly string[],
): Promise<string> {
  const how = engine === 'webkit' ? ({ driverPath: executablePath } as const) : { executablePath };
  const session = await launch(
    { name: product, engine, how: engine === 'webkit' ? 'webdriver' : 'cache', ...how, args },
    { proxy: NOWHERE },
  );
  await session.close();
  return session.identity.version;
}
